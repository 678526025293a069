#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the layers and the house rules that a compiler does not check.

    house_rules.py ROOT --qt-headers FOLDER [--links FILE] [--system-headers FOLDER …]

ROOT is a source tree, FOLDER holds Qt's QtCore, QtGui, … header folders, FILE has one line
"target: library library …" for each target of the build. With the folders where the compiler looks for
the standard library, the includes that a precompiled header would hide are checked as well. Prints one
line for each violation, "path:line: what is wrong", and exits with 1 if there is any.
"""
import argparse
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import hidden_includes

LAYERS = ["core", "ui", "app"]  # each may include itself and what stands before it
# The folders of a layer, each a library: one may include itself and what stands before it.
FOLDER_ORDER = {
    "core": ["base", "base/json",
             "decision/model", "decision/exact", "decision/sampling", "decision/views",
             "http", "load", "reference", "results",
             "measure/process", "measure/machine", "measure/contract", "measure/targets",
             "measure/servers", "measure/rounds", "measure/runs",
             "article", "evidence", "knowledge", "storage", "report"],
    "ui": ["theme", "widgets", "charts", "session", "models", "weighing", "views", "interview",
           "decide", "benchmark", "compare", "report", "shell"],
}
CORE_QT_MODULES = {"QtCore", "QtConcurrent", "QtSql"}
QT_FREE_FOLDERS = ["core/http", "core/load", "core/reference"]
# Compiler flags without a library, which Qt adds to every target that holds resources.
QT_BUILD_SETTINGS = {"Qt6::Platform", "Qt6::PlatformCommonInternal"}
NO_MOC_LAYERS = {"core", "app"}
CHARTS_FOLDER = "ui/charts"
THEME_FOLDER = "ui/theme"

# Folders that are made, where git does not say what belongs to the project.
MADE_FOLDERS = {".git", "build", ".cache", "node_modules", "__pycache__"}

CODE_SUFFIXES = {".h", ".cpp"}
# Files whose format has no comments, or that are not ours to change; .reuse/dep5 covers them.
NO_SPDX_SUFFIXES = {".json", ".png", ".ttf", ".otf", ".woff2", ".svgz", ".sum", ".mod", ".ico",
                    ".txt", ".md", ".db", ".weigh", ".bin", ".raw", ".csv", ".qm", ".ts"}
NO_SPDX_NAMES = {"LICENSE", "OFL.txt", "dep5", "requirements.in"}
NO_SPDX_FOLDERS = ["tests/data", "tests/fuzz/corpus", "LICENSES"]

# Written in two halves so that this file does not hold what it looks for.
REGISTRIES = [".".join(halves) for halves in (
    ("pypi", "org"), ("pythonhosted", "org"), ("npmjs", "org"), ("npmjs", "com"),
    ("yarnpkg", "com"), ("proxy.golang", "org"), ("sum.golang", "org"), ("deb.debian", "org"),
    ("crates", "io"), ("repo.maven.apache", "org"), ("archive.ubuntu", "com"))]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
COLOUR_NAMES = ("black|white|red|green|blue|cyan|magenta|yellow|gray|darkGray|lightGray|darkRed|"
                "darkGreen|darkBlue|darkCyan|darkMagenta|darkYellow|color0|color1")
COLOUR_LITERALS = [
    re.compile(r'"#(?:[0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})"'),
    re.compile(r'\bQColor(?:\s+\w+)?\s*[({]\s*(?:\d|"|Qt::)'),
    re.compile(r'\bQColor::from\w+\s*\(\s*[\d"]'),
    re.compile(r'\bqRgba?\s*\(\s*\d'),
    re.compile(r'\bQt::(?:' + COLOUR_NAMES + r')\b'),
]
SIZE_LITERALS = [
    re.compile(r'\bset(?:Point|Pixel)SizeF?\s*\(\s*\d'),
    re.compile(r'\bset(?:Horizontal|Vertical)?Spacing\s*\(\s*[1-9]'),
    re.compile(r'\bsetContentsMargins\s*\([^;]*\b[1-9]'),
]


@dataclass(frozen=True)
class Violation:
    path: str
    line: int
    text: str

    def __str__(self):
        return f"{self.path}:{self.line}: {self.text}"


def is_below(path, folder):
    return path.startswith(folder + "/")


def tracked_files(root):
    """What git tracks below root; None where git is missing, or root is no repository of its own."""
    if not (root / ".git").exists():
        return None
    try:
        listing = subprocess.run(["git", "-c", f"safe.directory={root}", "ls-files", "-z"], cwd=root,
                                 capture_output=True, check=False)
    except OSError:
        return None
    return listing.stdout.decode().split("\0") if listing.returncode == 0 else None


def files_below(root):
    """Every file but those that a build or a program leaves there."""
    for folder, folders, files in os.walk(root):
        folders[:] = [name for name in folders if name not in MADE_FOLDERS
                      and not (Path(folder) / name / "CMakeCache.txt").exists()]
        for name in files:
            yield str((Path(folder) / name).relative_to(root))


def source_files(root):
    """Paths of the project's files: what git tracks, or every file where git cannot tell."""
    names = tracked_files(root)
    if names is None:
        return sorted(files_below(root))
    return sorted(name for name in names if name and (root / name).is_file())


def without_comments(text):
    """The code with comments blanked, strings kept, and every line where it was."""
    pattern = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|//[^\n]*|/\*.*?\*/', re.DOTALL)

    def blank(match):
        token = match.group(0)
        return token if token[0] in "\"'" else "\n" * token.count("\n")
    return pattern.sub(blank, text)


class QtHeaders:
    """Which module a header of Qt belongs to."""

    def __init__(self, folder):
        self._modules = {}
        for module in sorted(folder.glob("Qt*")):
            if module.is_dir():
                for header in module.iterdir():
                    self._modules.setdefault(header.name, module.name)

    def module_of(self, header):
        name = header.rsplit("/", 1)[-1]
        if name in self._modules:
            return self._modules[name]
        return "a Qt module that was not found" if re.match(r"Q[A-Z]", name) else None


class Tree:
    def __init__(self, root, qt_headers):
        self.root = root
        self.files = source_files(root)
        self.qt = qt_headers
        self._text = {}

    def text(self, path):
        if path not in self._text:
            self._text[path] = (self.root / path).read_text(encoding="utf-8", errors="replace")
        return self._text[path]

    def code_files(self):
        return [path for path in self.files if Path(path).suffix in CODE_SUFFIXES]

    def includes(self, path):
        """(line, quote, header) of every include; a header of the project as path from the root."""
        for number, line in enumerate(self.text(path).splitlines(), 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            quote, header = match.groups()
            if quote == '"':
                beside = os.path.normpath(os.path.join(os.path.dirname(path), header))
                if (self.root / beside).is_file() and not (self.root / header).is_file():
                    header = beside
                header = os.path.normpath(header)
            yield number, quote, header


def check_includes(tree):
    for path in tree.code_files():
        layer = path.split("/", 1)[0]
        for line, quote, header in tree.includes(path):
            if quote == "<" and re.match(r"Qt[A-Z]\w*/", header):
                yield Violation(path, line, f"<{header}> names its module; it would compile even where "
                                            "the layer does not link that module")
            module = tree.qt.module_of(header) if quote == "<" else None
            if layer == "core" and module and module not in CORE_QT_MODULES:
                yield Violation(path, line, f"core includes <{header}> of {module}; only "
                                            f"{', '.join(sorted(CORE_QT_MODULES))} are allowed there")
            if (module == "QtCharts" and layer in LAYERS and not is_below(path, CHARTS_FOLDER)):
                yield Violation(path, line, f"<{header}> of Qt Charts outside {CHARTS_FOLDER}")
            target = header.split("/", 1)[0]
            if (quote == '"' and layer in LAYERS and target in LAYERS
                    and LAYERS.index(target) > LAYERS.index(layer)):
                yield Violation(path, line, f"{layer} includes {header}: the layer above it")


def check_folder_order(tree):
    for path in tree.code_files():
        layer, _, inner = path.partition("/")
        order = FOLDER_ORDER.get(layer)
        if order is None:
            continue
        folder = inner.rpartition("/")[0]
        if folder not in order:
            yield Violation(path, 1, f"{layer}/{folder} has no place in the order of folders "
                                     "(FOLDER_ORDER in house_rules.py)")
            continue
        for line, quote, header in tree.includes(path):
            target, _, below = header.partition("/")
            other = below.rpartition("/")[0]
            if (quote == '"' and target == layer and other in order
                    and order.index(other) > order.index(folder)):
                yield Violation(path, line, f"{layer}/{folder} includes {header}: a folder above it")


def check_qt_free_folders(tree):
    """Follows the includes of the project, so that Qt cannot come in through core/base."""
    for path in tree.code_files():
        if not any(is_below(path, folder) for folder in QT_FREE_FOLDERS):
            continue
        seen, waiting = {path}, [path]
        while waiting:
            current = waiting.pop()
            for line, quote, header in tree.includes(current):
                module = tree.qt.module_of(header) if quote == "<" else None
                if module:
                    via = "" if current == path else f" (included by {path})"
                    yield Violation(current, line, f"<{header}> of {module} in code that must not know "
                                                   f"Qt{via}")
                if quote == '"' and header not in seen and (tree.root / header).is_file():
                    seen.add(header)
                    waiting.append(header)


# What makes a figure doubtful or invalid is decided in one folder. Elsewhere nobody gives a flag,
# compares the facts that the judge compares, or has limits of his own under whatever name.
JUDGE_FOLDER = "core/results"
JUDGED_FACTS = ("foreignCpuShare|stolenCpuShare|clockJumpSeconds|idleShare|jain|jainFairness|cpuShare|"
                "waitShare|achievedShare|latestFirstAnswer(?:Seconds)?|closedByServer|"
                "vanishedProcesses|throttledPeriods|impliedConnections|busyConnections|backlogAtEnd|"
                "latencySamples")
LIMIT_NAMES = ("Samples(?:For|Beyond)|ErrorShare|Foreign|Stolen|Noisy|Stalled|Overload|IdleShare|Fair|"
               "Jain|Starved|GeneratorBusy|CeilingShare|Throttled|ClockJump|AnsweredShare")
VERDICTS = [
    (re.compile(r'[{(,]\s*(?:\w+::)*FlagId::\w+\s*,'), "gives a flag"),
    (re.compile(r'\b(?:' + JUDGED_FACTS + r')\b(?:\(\))?(?:\.value_or\([^)]*\))?\s*[<>]=?\s*[\w.(]'),
     "compares what the judge compares"),
    (re.compile(r'\b[kK]?(?:Least|Most|Greatest)?(?:' + LIMIT_NAMES + r')\w*\s*(?:=|\{)\s*[\d.]'),
     "has a limit of validity"),
    (re.compile(r'\b10(?:\.0*)?\s*/\s*\(\s*1(?:\.0*)?\s*-'), "has a limit of validity: 10 / (1 - p)"),
    (re.compile(r"\bsamples(?:\(\))?\s*[<>]=?\s*(?:k[A-Z]|\d[\d'])"), "has a limit of validity: samples"),
]


def check_validity(tree):
    for path in tree.code_files():
        if path.split("/", 1)[0] not in LAYERS or is_below(path, JUDGE_FOLDER):
            continue
        for number, line in enumerate(without_comments(tree.text(path)).splitlines(), 1):
            for pattern, what in VERDICTS:
                if pattern.search(line):
                    yield Violation(path, number, f"{what}; only the judge in {JUDGE_FOLDER} does")
                    break


def check_code(tree):
    for path in tree.code_files():
        lines = without_comments(tree.text(path)).splitlines()
        layer = path.split("/", 1)[0]
        themed = layer in LAYERS and not is_below(path, THEME_FOLDER)
        for number, line in enumerate(lines, 1):
            if layer in NO_MOC_LAYERS and re.search(r"\bQ_(?:OBJECT|GADGET|NAMESPACE)\b", line):
                yield Violation(path, number, "a class for moc, which reads the headers of ui alone "
                                              "(CompileRules.cmake)")
            if re.search(r"\bsetStyleSheet\s*\(", line):
                yield Violation(path, number, "a style sheet; the looks come from ui/theme's style")
            if path.endswith(".h") and re.match(r"\s*using\s+namespace\b", line):
                yield Violation(path, number, "using namespace in a header")
            if themed and any(pattern.search(line) for pattern in COLOUR_LITERALS):
                yield Violation(path, number, f"a colour outside {THEME_FOLDER}")
            if themed and any(pattern.search(line) for pattern in SIZE_LITERALS):
                yield Violation(path, number, f"a font size or spacing outside {THEME_FOLDER}")
        if path.endswith(".h") and not any(line.strip() == "#pragma once" for line in lines):
            yield Violation(path, 1, "no #pragma once")


def check_licences(tree):
    for path in tree.files:
        name = Path(path)
        exempt = name.suffix in NO_SPDX_SUFFIXES and name.name != "CMakeLists.txt"
        if (exempt or name.name in NO_SPDX_NAMES
                or any(is_below(path, folder) for folder in NO_SPDX_FOLDERS)):
            continue
        head = "\n".join(tree.text(path).splitlines()[:6])
        # Split, so that tools which read licence tags do not take these for tags of this file.
        for tag in ("SPDX-" + "FileCopyrightText:", "SPDX-" + "License-Identifier:"):
            if tag not in head:
                yield Violation(path, 1, f"no {tag} in the first lines")


def check_addresses(tree):
    for path in tree.files:
        if Path(path).suffix in {".png", ".ttf", ".otf", ".ico", ".svgz", ".db"}:
            continue
        locks = name_is_lock(path)
        for number, line in enumerate(tree.text(path).splitlines(), 1):
            for registry in REGISTRIES:
                if registry in line:
                    yield Violation(path, number, f"the address of a package registry ({registry})")
            if locks and re.search(r'"resolved"\s*:|--(extra-)?index-url|--find-links', line):
                yield Violation(path, number, "a lock file with a download address")


def name_is_lock(path):
    name = Path(path).name
    return name in {"package-lock.json", ".npmrc"} or name.startswith("requirements")


def read_links(file):
    links = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        target, _, libraries = line.partition(":")
        links[target.strip()] = [re.sub(r"^\$<LINK_ONLY:(.*)>$", r"\1", name)
                                 for name in libraries.replace("::", "\0").split()]
        links[target.strip()] = [name.replace("\0", "::") for name in links[target.strip()]]
    return links


def check_links(links):
    """Targets are named weighbridge_FOLDER; a line may begin "core/load=weighbridge_load"."""
    for name, libraries in sorted(links.items()):
        folder, _, target = name.rpartition("=")
        reached, waiting = set(libraries), list(libraries)
        by_target = {key.rpartition("=")[2]: value for key, value in links.items()}
        while waiting:
            for library in by_target.get(waiting.pop(), []):
                if library not in reached:
                    reached.add(library)
                    waiting.append(library)
        modules = sorted(library for library in reached - QT_BUILD_SETTINGS
                         if library.startswith("Qt6::"))
        if folder in QT_FREE_FOLDERS:
            for module in modules:
                yield Violation(folder, 1, f"{target} links {module}, but must not know Qt")
        elif folder == "core" or is_below(folder, "core"):
            for module in modules:
                if "Qt" + module[len("Qt6::"):] not in CORE_QT_MODULES:
                    yield Violation(folder, 1, f"{target} links {module}; core may link only "
                                               f"{', '.join(sorted(CORE_QT_MODULES))}")
        if "Qt6::Charts" in libraries and folder != CHARTS_FOLDER:
            yield Violation(folder, 1, f"{target} links Qt6::Charts; only {CHARTS_FOLDER} may")


def check_hidden_includes(tree, qt_headers, system_headers):
    folders = [*sorted(qt_headers.glob("Qt*")), qt_headers, *system_headers]
    for path, line, text in hidden_includes.check(tree, folders):
        yield Violation(path, line, text)


def check(root, qt_headers, links=None, system_headers=()):
    tree = Tree(root, QtHeaders(qt_headers))
    found = []
    for rule in (check_includes, check_folder_order, check_qt_free_folders, check_validity, check_code,
                 check_licences, check_addresses):
        found += rule(tree)
    if links:
        found += check_links(read_links(links))
    if system_headers:
        found += check_hidden_includes(tree, qt_headers, system_headers)
    return sorted(set(found), key=lambda violation: (violation.path, violation.line, violation.text))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("root", type=Path)
    parser.add_argument("--qt-headers", type=Path, required=True)
    parser.add_argument("--links", type=Path)
    parser.add_argument("--system-headers", type=Path, nargs="+", default=[])
    arguments = parser.parse_args()
    if not (arguments.qt_headers / "QtCore").is_dir():
        sys.exit(f"{arguments.qt_headers} has no QtCore folder: Qt's headers are needed to know their modules")
    violations = check(arguments.root.resolve(), arguments.qt_headers, arguments.links,
                       arguments.system_headers)
    for violation in violations:
        print(violation)
    print(f"{len(violations)} violations")
    sys.exit(1 if violations else 0)


if __name__ == "__main__":
    main()
