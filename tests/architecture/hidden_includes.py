# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds names of Qt and of the standard library that a file uses without including them.

Precompiled headers (packaging/cmake/PrecompiledHeaders.cmake) let such a file compile all the same,
until it is compiled without them or the lists there change. So every name that one of them brings in
has to come from a header that the file includes, itself or through other headers. Nothing is compiled:
headers are read as text, whatever their #if say, which is enough to know who defines what.
"""
import os
import re
from functools import cache
from pathlib import Path

LISTS = "packaging/cmake/PrecompiledHeaders.cmake"
LISTED = re.compile(r'<([\w/.]+)>')
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include(?:_next)?[ \t]*[<"]([^>"]+)[>"]', re.MULTILINE)
COMMENT_OR_STRING = re.compile(
    r'R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9a-fA-F])\'(?:\\.|[^\'\\\n])+\'|//[^\n]*|/\*.*?\*/',
    re.DOTALL)

# ---- What a foreign header defines -------------------------------------------------------------
BRACE = re.compile(r'[{}]')
NAMESPACE = re.compile(r'\bnamespace\b(?:[^;{}()=]|\(default\))*$|\bextern\s+""\s*$')
ATTRIBUTE = r'(?:(?:Q_\w+|QT_\w+|_GLIBCXX\w+|__attribute__|alignas)(?:\s*\((?:[^()]|\([^()]*\))*\))?\s+)*'
TYPE = re.compile(r'\b(?:class|struct|union|enum)\s+(?:class\s+|struct\s+)?' + ATTRIBUTE
                  + r'(\w+)\b(?=[^;{}()=]*\{)')
FORWARD = re.compile(r'\b(?:class|struct)\s+' + ATTRIBUTE + r'(\w+)\s*;')
ALIAS = re.compile(r'\busing\s+(\w+)\s*(?:__attribute__\S*\s*)?=|\btypedef\b[^;{}]*?\b(\w+)\s*;')
IMPORTED = re.compile(r'\busing\s+(?:\w*::)+(\w+)\s*;')
MACRO = re.compile(r'^[ \t]*#[ \t]*define[ \t]+(\w+)', re.MULTILINE)
CONSTANT = re.compile(r'\bconstexpr\b[^;{}()=]*\b(\w+)\s*[={]')
FUNCTION = re.compile(r'(?<!::)\b(\w+)\s*\(')
DECLARES_ONLY = re.compile(r'(?:fwd\.h|/iosfwd|forwarddeclarations\.h)$')
ALIAS_OF_TEMPLATE = re.compile(r'\busing\s+(\w+)\s*=\s*(\w+)<|\btypedef\s+(?:std::)?(\w+)<[^;]*>\s*(\w+)\s*;')
# Parts of the standard library that nobody asks for, with names of the usual ones.
NOT_READ = re.compile(r'/c\+\+/\d+/(?:tr1|parallel|debug|backward|pstl)/')

DIRECTIVE = re.compile(r'^[ \t]*#(?:[^\n\\]|\\\n|\\.)*', re.MULTILINE)

# ---- What a file uses ---------------------------------------------------------------------------
NAMESPACES = {"chrono", "ranges", "views", "this_thread", "filesystem", "numbers", "literals",
              "chrono_literals", "string_literals", "string_view_literals", "execution", "pmr"}
STANDARD_NAME = re.compile(r'\bstd\s*::\s*(\w+)(?:\s*::\s*(\w+))?')
QT_NAME = re.compile(r'(?<![\w.])(?<!->)(?<!class )(?<!struct )(Q[A-Z_]\w*|q[A-Z]\w*(?=\s*[(<])|qApp\b)')
# After the name of a class that is only declared: a pointer, a reference, a parameter; and in a header
# the result of a function, while elsewhere it is one with a body, or an object with arguments.
NEEDS_NO_DEFINITION = re.compile(r'\s*(?:const\s*)?[*&]|\s+\w+\s*[,)]|\s*[,)]')
RESULT = re.compile(r'\s+\w+\s*\(')
HANDLE = re.compile(r'\b(Q[A-Z]\w*)\s*(?:const\s*)?[*&]\s*(?:const\s+)?(\w+)')
MEMBER_OF_NAME = re.compile(r'(?<![\w.>:])(\w+)(?:->|\.)\w')
MEMBER_OF_RESULT = re.compile(r'(?:->|\.|::)(\w+)\([^()]*\)(?:->|\.)\w')
RETURNED = re.compile(r'\b(Q[A-Z]\w*)\s*[*&]?\s*\b(\w+)\s*\(')


def without_comments_and_strings(text):
    """Strings become "", and every line stays where it was."""
    def blank(match):
        token = match.group(0)
        lines = "\n" * token.count("\n")
        return (" " if token[0] == "/" else '""') + lines
    return COMMENT_OR_STRING.sub(blank, text)


def outside_of_bodies(code):
    """What stands in no braces but those of namespaces; a body becomes "{}"."""
    kept, depth, start = [], 0, 0
    for brace in BRACE.finditer(code):
        place = brace.start()
        if brace.group(0) == "}":
            if depth == 1:
                start = place
            depth = max(depth - 1, 0)
        elif depth > 0:
            depth += 1
        elif not NAMESPACE.search(code, max(start, place - 200), place):
            kept.append(code[start:place + 1])
            depth = 1
    if depth == 0:
        kept.append(code[start:])
    return "".join(kept)


class ForeignHeaders:
    """The headers of Qt and of the standard library, found in some folders as a compiler finds them."""

    def __init__(self, folders):
        self._folders = [str(folder) for folder in folders]

    @cache
    def find(self, name):
        for folder in self._folders:
            path = os.path.join(folder, name)
            if os.path.isfile(path) and not NOT_READ.search(path):
                return os.path.realpath(path)
        return None

    @cache
    def _text(self, path):
        return Path(path).read_text(encoding="utf-8", errors="replace")

    @cache
    def _code(self, path):
        return without_comments_and_strings(self._text(path))

    @cache
    def _direct(self, path):
        # From the text as it is: in the code, the name of a header is an empty string.
        found = []
        for name in INCLUDE.findall(self._text(path)):
            beside = os.path.join(os.path.dirname(path), name)
            header = os.path.realpath(beside) if os.path.isfile(beside) else self.find(name)
            if header and not NOT_READ.search(header):
                found.append(header)
        return found

    @cache
    def closure(self, name):
        """Every header that #include <name> reads."""
        first = self.find(name)
        seen = {first} if first else set()
        waiting = list(seen)
        while waiting:
            for header in self._direct(waiting.pop()):
                if header not in seen:
                    seen.add(header)
                    waiting.append(header)
        return frozenset(seen)

    @cache
    def definitions(self, path):
        """Names that the header defines outside of classes."""
        macros = set(MACRO.findall(self._code(path)))
        if DECLARES_ONLY.search(path):
            return frozenset(macros)
        code = outside_of_bodies(self._code(path))
        names = macros.union(*(pattern.findall(code) for pattern in (TYPE, IMPORTED, CONSTANT, FUNCTION)))
        return frozenset(names.union(one or other for one, other in ALIAS.findall(code)))

    @cache
    def aliases_of_declared(self, path):
        """(alias, template) of the aliases in a header that only declares."""
        if not DECLARES_ONLY.search(path):
            return ()
        return [(alias or other_alias, template or other_template) for alias, template, other_template,
                other_alias in ALIAS_OF_TEMPLATE.findall(self._code(path))]

    @cache
    def declared_by(self, paths):
        """Classes that one of the headers declares without defining them."""
        return frozenset().union(*(self._declared(path) for path in paths))

    @cache
    def returned_by(self, paths):
        """Classes of Qt that a function of some name hands out, by the name."""
        found = {}
        for path in paths:
            for kind, function in self._returned(path):
                found.setdefault(function, set()).add(kind)
        return found

    @cache
    def _declared(self, path):
        return frozenset(FORWARD.findall(self._code(path)))

    @cache
    def _returned(self, path):
        return frozenset(RETURNED.findall(self._code(path)))


class Hidden:
    """The names that the precompiled headers bring in, each with the headers that define it."""

    def __init__(self, foreign, listed):
        self._definers = {}
        templates = {}
        for header in set().union(*(foreign.closure(name) for name in listed)):
            for name in foreign.definitions(header):
                self._definers.setdefault(name, set()).add(header)
            templates.update(foreign.aliases_of_declared(header))
        # What a header declares as an alias is worth something where its template is.
        for alias, template in templates.items():
            self._definers.setdefault(alias, set()).update(self._definers.get(template, ()))

    def definers(self, name):
        return self._definers.get(name, frozenset())


class Source:
    """One file of the project, with what it gets from the headers that it includes."""

    def __init__(self, tree, foreign, path):
        self.path = path
        self._foreign = foreign
        self._code = tree.code(path)
        sources = tree.closure(path)
        self.included = frozenset().union(*(
            foreign.closure(header) for source in sources
            for _, quote, header in tree.includes(source) if quote == "<"))
        # Classes that are declared without being defined.
        self._declared = foreign.declared_by(self.included).union(
            *(FORWARD.findall(tree.code(source)) for source in sources))
        self._returned = foreign.returned_by(self.included)
        own_header = str(Path(path).with_suffix(".h"))
        self._handles = {}
        for source in sources & {path, own_header}:
            for kind, name in HANDLE.findall(tree.code(source)):
                self._handles.setdefault(name, set()).add(kind)

    def gets_any(self, names, hidden):
        """Whether a header that the file includes, precompiled or not, defines one of the names."""
        return (any(not self.included.isdisjoint(hidden.definers(name)) for name in names)
                or any(not names.isdisjoint(self._foreign.definitions(header)) for header in self.included))

    def line_of(self, place):
        return self._code.count("\n", 0, place) + 1

    def needs(self):
        """(place, name as it is written, names): one of the names has to be defined."""
        for match in STANDARD_NAME.finditer(self._code):
            first, second = match.groups()
            yield match.start(), match.group(0), {second if first in NAMESPACES and second else first}
        for match in QT_NAME.finditer(self._code):
            name = match.group(1)
            if name not in self._declared or not self._is_enough_declared(match):
                yield match.start(), name, {name}
        for match in MEMBER_OF_NAME.finditer(self._code):
            if match.group(1) in self._handles:
                yield match.start(1), match.group(1), self._handles[match.group(1)]
        for match in MEMBER_OF_RESULT.finditer(self._code):
            classes = self._returned.get(match.group(1), set())
            if classes & self._declared:
                yield match.start(1), match.group(1) + "()", classes


    def _is_enough_declared(self, name):
        """Whether the name of a class is used here as one that is declared may be used."""
        is_header = self.path.endswith(".h")
        return bool(NEEDS_NO_DEFINITION.match(self._code, name.end())
                    or is_header and RESULT.match(self._code, name.end()))


class CodeTree:
    """The project's files as code, and what each includes of the others."""

    def __init__(self, tree):
        self._tree = tree
        self.includes = cache(lambda path: tuple(tree.includes(path)))

    @cache
    def code(self, path):
        return DIRECTIVE.sub(lambda match: "\n" * match.group(0).count("\n"),
                             without_comments_and_strings(self._tree.text(path)))

    @cache
    def closure(self, path):
        seen, waiting = {path}, [path]
        while waiting:
            for _, quote, header in self.includes(waiting.pop()):
                if quote == '"' and header not in seen and (self._tree.root / header).is_file():
                    seen.add(header)
                    waiting.append(header)
        return frozenset(seen)


def check(tree, folders):
    """(path, line, text) of each name that only a precompiled header brings in."""
    foreign = ForeignHeaders(folders)
    hidden = Hidden(foreign, LISTED.findall(tree.text(LISTS)))
    code_tree = CodeTree(tree)
    for path in tree.code_files():
        source = Source(code_tree, foreign, path)
        seen = set()
        for place, written, names in source.needs():
            if names <= seen:
                continue
            seen |= names
            if all(hidden.definers(name) for name in names) and not source.gets_any(names, hidden):
                yield path, source.line_of(place), (
                    f"{written} needs {' or '.join(sorted(names))}, which no included header defines: "
                    "only a precompiled one does")
