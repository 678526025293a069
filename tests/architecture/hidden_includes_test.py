#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Leaves includes out of a small tree and sees that each is missed, and nothing else."""
import tempfile
import unittest
from pathlib import Path

import hidden_includes
import house_rules

# As foreign headers look: attributes, forward declarations, several names for one class.
FOREIGN = {
    "qt6/QtCore/QString": '#include "qstring.h"\n',
    "qt6/QtCore/qstring.h": '#include "qbytearray.h"\n#include "qcontainerfwd.h"\n'
                            "class Q_CORE_EXPORT QString\n{\npublic:\n    QByteArray toUtf8() const;\n};\n",
    "qt6/QtCore/qbytearray.h": "class Q_CORE_EXPORT QByteArray { int size() const; };\n",
    "qt6/QtCore/qcontainerfwd.h": "class QString;\ntemplate <typename T> class QList;\n"
                                  "using QStringList = QList<QString>;\n",
    "qt6/QtCore/QList": '#include "qlist.h"\n',
    "qt6/QtCore/qlist.h": "template <typename T>\nclass QList\n    : public QListSpecial<T>\n{\n};\n",
    "qt6/QtCore/QCoreApplication": '#include "qcoreapplication.h"\n',
    "qt6/QtCore/qcoreapplication.h": "class Q_CORE_EXPORT QCoreApplication : public QObject {};\n"
                                     "#define Q_DECLARE_TR_FUNCTIONS(context)\n",
    "qt6/QtCore/QTimer": "class QTimer {};\n",
    "qt6/QtWidgets/QWidget": "class QLayout;\nclass Q_WIDGETS_EXPORT QWidget { QLayout *layout() const; };\n",
    "qt6/QtWidgets/QLayout": '#include "qlayout.h"\n',
    "qt6/QtWidgets/qlayout.h": "class Q_WIDGETS_EXPORT QLayout : public QObject { int count() const; };\n",
    "c++/12/vector": "#include <bits/stl_vector.h>\n",
    "c++/12/bits/stl_vector.h": "namespace std _GLIBCXX_VISIBILITY(default)\n{\n"
                                "  template<typename _Tp>\n    class vector : protected _Base<_Tp>\n    {\n"
                                "      void sort() { }\n    };\n}\n",
    "c++/12/algorithm": "#include <bits/stl_algo.h>\n",
    "c++/12/bits/stl_algo.h": "namespace std\n{\n  template<typename _It>\n    inline void\n"
                              "    sort(_It __first, _It __last)\n    { std::find(__first, __last); }\n}\n",
    "c++/12/string": "#include <bits/stringfwd.h>\n#include <bits/basic_string.h>\n",
    "c++/12/iosfwd": "#include <bits/stringfwd.h>\n",
    "c++/12/bits/stringfwd.h": "namespace std\n{\n  template<typename _C> class basic_string;\n"
                               "  typedef basic_string<char> string;\n}\n",
    "c++/12/bits/basic_string.h": "namespace std\n{\n  template<typename _C> class basic_string { };\n}\n",
    "c++/12/cmath": "namespace std\n{\n  using ::floor;\n}\n",
    "c++/12/numbers": "namespace std\n{\n  inline constexpr double pi = 3;\n}\n",
    "c++/12/queue": "namespace std\n{\n  class priority_queue { };\n}\n",
    "c++/12/set": "namespace std\n{\n  class set { };\n}\n",
    "qt6/QtGui/QPixelFormat": "void set(int from, int to);\n",
}
PRECOMPILED = ("set(headers <vector> <algorithm> <string> <cmath> <numbers>\n"
               "    <QString> <QList> <QCoreApplication> <QWidget> <QLayout>\n"
               "    <QPixelFormat>)\n")


class HiddenIncludes(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name) / "tree"
        self.foreign = Path(folder.name)
        for path, text in FOREIGN.items():
            self.write(self.foreign / path, text)
        self.write(self.root / hidden_includes.LISTS, PRECOMPILED)

    def write(self, path, text):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def plant(self, path, code):
        self.write(self.root / path, code)

    def found(self):
        qt = self.foreign / "qt6"
        tree = house_rules.Tree(self.root, house_rules.QtHeaders(qt))
        folders = [qt / "QtCore", qt / "QtGui", qt / "QtWidgets", qt, self.foreign / "c++" / "12"]
        return [f"{path}:{line}: {text}" for path, line, text in hidden_includes.check(tree, folders)]

    def assert_missed(self, place, name):
        found = self.found()
        self.assertEqual(len(found), 1, found)
        self.assertTrue(found[0].startswith(f"{place}: "), found)
        self.assertIn(f"needs {name},", found[0])

    def test_each_name_from_its_header(self):
        for include, code in (("<QString>", "QString text;"), ("<QString>", "QByteArray bytes;"),
                              ("<QCoreApplication>", "struct T { Q_DECLARE_TR_FUNCTIONS(T) };"),
                              ("<QList>", "QStringList lines;"), ("<vector>", "std::vector<int> v;"),
                              ("<algorithm>", "void f() { std::sort(a, b); }"),
                              ("<string>", "std::string text;"), ("<cmath>", "double d = std::floor(1.5);"),
                              ("<numbers>", "double d = std::numbers::pi;")):
            with self.subTest(code):
                self.plant("core/base/a.cpp", f"#include {include}\n{code}\n")
                self.assertEqual(self.found(), [])
                self.plant("core/base/a.cpp", f"\n{code}\n")
                self.assertEqual(len(self.found()), 1)

    def test_a_class_of_qt(self):
        self.plant("core/base/a.cpp", "int n;\nQString text;\n")
        self.assert_missed("core/base/a.cpp:2", "QString")

    def test_an_algorithm_that_is_only_a_member_elsewhere(self):
        self.plant("core/base/a.cpp", "#include <vector>\nvoid f() { std::sort(a, b); }\n")
        self.assert_missed("core/base/a.cpp:2", "sort")

    def test_an_alias_of_a_template_that_is_only_declared(self):
        self.plant("core/base/a.cpp", "#include <iosfwd>\nstd::string text;\n")
        self.assert_missed("core/base/a.cpp:2", "string")
        self.plant("core/base/a.cpp", "#include <QString>\nQStringList lines;\n")
        self.assert_missed("core/base/a.cpp:2", "QStringList")

    def test_what_a_header_of_the_project_includes_counts(self):
        self.plant("core/base/a.h", "#include <QString>\n")
        self.plant("core/base/b.h", '#include "core/base/a.h"\nQString text;\n')
        self.plant("core/base/b.cpp", '#include "core/base/b.h"\nQString other;\n')
        self.assertEqual(self.found(), [])

    def test_a_header_stands_for_itself(self):
        self.plant("core/base/a.h", "QString text;\n")
        self.plant("core/base/a.cpp", '#include <QString>\n#include "core/base/a.h"\nQString other;\n')
        self.assert_missed("core/base/a.h:1", "QString")

    def test_a_declared_class_is_enough_for_pointers_and_references(self):
        self.plant("ui/a.h", "class QLayout;\nvoid fill(QLayout *layout, const QLayout &other);\n"
                             "QLayout make(QLayout kind);\nstruct Box { QLayout *m_layout = nullptr; };\n")
        self.assertEqual(self.found(), [])

    def test_a_declared_class_is_not_enough_for_objects_and_members(self):
        for code in ("QLayout layout;", "void f()\n{ QLayout layout(this); }", "auto *l = new QLayout;", "int n = QLayout::kind;",
                     "int f(QLayout *layout) { return layout->count(); }",
                     "int f(const QLayout &layout) { return layout.count(); }"):
            with self.subTest(code):
                self.plant("ui/a.cpp", f"class QLayout;\n{code}\n")
                self.assert_missed(f"ui/a.cpp:{2 + code.count(chr(10))}", "QLayout")

    def test_a_member_of_its_own_header_has_to_be_defined_to_be_used(self):
        self.plant("ui/a.h", "class QLayout;\nstruct Box { QLayout *m_layout = nullptr; };\n")
        self.plant("ui/a.cpp", '#include "ui/a.h"\nint f() { return m_layout->count(); }\n')
        self.assert_missed("ui/a.cpp:2", "QLayout")

    def test_what_a_function_of_qt_hands_out_has_to_be_defined_to_be_used(self):
        code = "#include <QWidget>\nint f() { return widget->layout()->count(); }\n"
        self.plant("ui/a.cpp", code)
        self.assert_missed("ui/a.cpp:2", "QLayout")
        self.plant("ui/a.cpp", "#include <QLayout>\n" + code)
        self.assertEqual(self.found(), [])

    def test_what_no_precompiled_header_brings_in_is_left_to_the_compiler(self):
        self.plant("core/base/a.cpp", "QTimer timer;\nstd::priority_queue queue;\nQNowhere nowhere;\n")
        self.assertEqual(self.found(), [])

    def test_a_name_that_stands_in_a_precompiled_header_for_something_else(self):
        self.plant("core/base/a.cpp", "#include <set>\nstd::set numbers;\n")
        self.assertEqual(self.found(), [])

    def test_comments_strings_and_macros_use_nothing(self):
        self.plant("core/base/a.cpp", '// QString\n/* std::sort( */\nauto t = "QString text; std::vector";\n'
                                      "#define TEXT \\\n    QString text;\n")
        self.assertEqual(self.found(), [])


if __name__ == "__main__":
    unittest.main()
