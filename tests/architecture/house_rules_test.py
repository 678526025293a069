#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants each kind of violation in a small tree and sees that it is found, and only it."""
import os
import shutil
import subprocess
import tempfile
import unittest
import unittest.mock
from pathlib import Path

import house_rules

HEAD = ("// SPDX-" "FileCopyrightText: 2026 Weighbridge contributors\n"
        "// SPDX-" "License-Identifier: GPL-3.0-or-later\n")


class HouseRules(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name) / "tree"
        self.qt = Path(folder.name) / "qt6"
        for header in ("QtCore/QString", "QtCore/qstring.h", "QtSql/QSqlQuery", "QtGui/QColor",
                       "QtWidgets/QWidget", "QtWidgets/qwidget.h", "QtCharts/QChart",
                       "QtNetwork/QTcpSocket"):
            self.write(self.qt / header, "")
        self.plant("core/load/loop.h", "#pragma once\n#include <vector>\n")
        self.plant("core/load/loop.cpp", '#include "core/load/loop.h"\n#include <sys/epoll.h>\n')
        self.plant("core/base/result.h", "#pragma once\n#include <QString>\n")
        self.plant("core/storage/history.cpp", '#include "core/base/result.h"\n#include <QSqlQuery>\n')
        self.plant("ui/charts/plot.cpp", "#include <QChart>\n#include <QWidget>\n")
        self.plant("ui/theme/tokens.cpp", '#include <QColor>\nQColor ink("#102030");\n')
        self.plant("app/main.cpp", '#include "core/base/result.h"\n#include "ui/theme/tokens.h"\n')

    def write(self, path, text):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def plant(self, path, code, head=HEAD):
        self.write(self.root / path, head + code)

    def found(self, links=None):
        file = None
        if links:
            file = self.root.parent / "links.txt"
            file.write_text(links, encoding="utf-8")
        return [str(violation) for violation in house_rules.check(self.root, self.qt, file)]

    def assert_found(self, place, words, links=None):
        found = self.found(links)
        self.assertEqual(len(found), 1, found)
        self.assertTrue(found[0].startswith(place + ":"), found)
        self.assertIn(words, found[0])

    def test_a_tree_that_keeps_the_rules_passes(self):
        self.assertEqual(self.found(), [])

    def test_a_judge_of_validity_beside_the_one(self):
        for code, words in (
                ("constexpr double kErrorShareAllowed = 0.001;", "limit of validity"),
                ("constexpr std::uint64_t kSamplesForP99{1'000};", "limit of validity"),
                ("bool few = latency.samples() < 1'000;", "limit of validity"),
                ("bool told = double(n) >= 10 / (1 - fraction);", "limit of validity"),
                ("bool bad = facts.foreignCpuShare > 0.05;", "compares"),
                ("bool bad = result.fairness.jain < limit;", "compares"),
                ("flags.push_back({results::FlagId::errors, grade, text});", "gives a flag"),
                ("return Flag{FlagId::stalled, Grade::invalid, {}, {}};", "gives a flag")):
            with self.subTest(code):
                self.plant("app/command_line/load.cpp", code + "\n")
                self.assert_found("app/command_line/load.cpp:3", words)
                (self.root / "app/command_line/load.cpp").unlink()

    def test_the_judge_itself_and_who_asks_it(self):
        self.plant("core/results/validity.cpp", "constexpr double kErrorShare = 0.001;\n"
                                                "Flag f{FlagId::errors, Grade::invalid};\n")
        self.plant("ui/models/table.cpp", "if (flag.id == FlagId::noisy && flag.grade == Grade::doubtful) {}\n"
                                   "auto share = facts.foreignCpuShare;\n"
                                   "if (latency.samples > 0 && spread > 0.1) {}\n")
        self.assertEqual(self.found(), [])

    def plant_what_a_build_leaves(self):
        for path in ("build/ci/core/moc.cpp", "build-clang/CMakeCache.txt", "build-clang/core/moc.h",
                     "resources/targets/express/node_modules/left/index.js",
                     "tests/__pycache__/rules.pyc"):
            self.write(self.root / path, "no licence, no pragma\n")

    def test_an_unpacked_archive_that_was_built_passes(self):
        self.plant_what_a_build_leaves()
        self.assertEqual(self.found(), [])

    def test_violations_are_found_in_an_unpacked_archive(self):
        self.plant_what_a_build_leaves()
        self.plant("core/base/clock.h", "struct Clock;\n")
        self.assert_found("core/base/clock.h:1", "#pragma once")

    def test_a_repository_without_git_is_walked(self):
        self.write(self.root / ".git/HEAD", "ref: refs/heads/main\n")
        self.plant_what_a_build_leaves()
        self.plant("core/base/clock.h", "struct Clock;\n")
        with unittest.mock.patch.dict(os.environ, {"PATH": str(self.root)}):
            self.assert_found("core/base/clock.h:1", "#pragma once")

    @unittest.skipUnless(shutil.which("git"), "git is not installed")
    def test_files_that_git_does_not_track_are_nobodys_business(self):
        subprocess.run(["git", "init", "--quiet", self.root], check=True)
        subprocess.run(["git", "add", "."], cwd=self.root, check=True)
        self.plant("core/base/clock.h", "struct Clock;\n")
        self.assertEqual(self.found(), [])

    def test_core_with_a_widget_header(self):
        self.plant("core/decision/model/need.cpp", "#include <QWidget>\n")
        self.assert_found("core/decision/model/need.cpp:3", "QtWidgets")

    def test_core_with_a_widget_header_in_lower_case(self):
        self.plant("core/decision/model/need.cpp", "#include <qwidget.h>\n")
        self.assert_found("core/decision/model/need.cpp:3", "QtWidgets")

    def test_core_with_a_gui_header(self):
        self.plant("core/decision/model/need.cpp", "#include <QColor>\n")
        self.assert_found("core/decision/model/need.cpp:3", "QtGui")

    def test_core_with_another_module(self):
        self.plant("core/measure/process/probe.cpp", "#include <QTcpSocket>\n")
        self.assert_found("core/measure/process/probe.cpp:3", "QtNetwork")

    def test_core_with_a_header_of_an_unknown_module(self):
        self.plant("core/measure/process/probe.cpp", "#include <QNowhere>\n")
        self.assert_found("core/measure/process/probe.cpp:3", "not found")

    def test_load_core_with_qt(self):
        self.plant("core/load/loop.cpp", "#include <QString>\n")
        self.assert_found("core/load/loop.cpp:3", "must not know Qt")

    def test_load_core_with_qt_through_another_header(self):
        self.plant("core/load/loop.cpp", '#include "core/base/result.h"\n')
        self.assert_found("core/base/result.h:4", "core/load/loop.cpp")

    def test_reference_server_with_qt(self):
        self.plant("core/reference/server.cpp", "#include <qstring.h>\n")
        self.assert_found("core/reference/server.cpp:3", "must not know Qt")

    def test_charts_outside_their_folder(self):
        self.plant("ui/benchmark/page.cpp", "#include <QChart>\n")
        self.assert_found("ui/benchmark/page.cpp:3", "Qt Charts outside")

    def test_include_that_names_its_module(self):
        self.plant("ui/benchmark/page.cpp", "#include <QtWidgets/QWidget>\n")
        self.assert_found("ui/benchmark/page.cpp:3", "names its module")

    def test_core_includes_ui(self):
        self.plant("core/report/page.cpp", '#include "ui/theme/tokens.h"\n')
        self.assert_found("core/report/page.cpp:3", "the layer above")

    def test_core_includes_ui_by_a_relative_path(self):
        self.plant("ui/theme/tokens.h", "#pragma once\n")
        self.plant("core/report/page.cpp", '#include "../../ui/theme/tokens.h"\n')
        self.assert_found("core/report/page.cpp:3", "the layer above")

    def test_ui_includes_app(self):
        self.plant("ui/shell/window.cpp", '#include "app/command_line.h"\n')
        self.assert_found("ui/shell/window.cpp:3", "the layer above")

    def test_a_folder_of_core_includes_one_above_it(self):
        self.plant("core/results/plan.h", "#pragma once\n")
        self.plant("core/evidence/rating.h", "#pragma once\n")
        self.plant("core/evidence/rating.cpp", '#include "core/results/plan.h"\n')
        self.assertEqual(self.found(), [])
        self.plant("core/results/plan.cpp", '#include "core/evidence/rating.h"\n')
        self.assert_found("core/results/plan.cpp:3", "a folder above it")

    def test_the_decision_knows_no_results(self):
        self.plant("core/results/plan.h", "#pragma once\n")
        self.plant("core/decision/views/verdict.cpp", '#include "core/results/plan.h"\n')
        self.assert_found("core/decision/views/verdict.cpp:3", "a folder above it")

    def test_a_folder_of_measure_includes_one_above_it(self):
        self.plant("core/measure/runs/suite.h", "#pragma once\n")
        self.plant("core/measure/rounds/round.cpp", '#include "core/measure/runs/suite.h"\n')
        self.assert_found("core/measure/rounds/round.cpp:3", "a folder above it")

    def test_a_folder_without_a_place_in_the_order(self):
        self.plant("core/helpers/text.cpp", "int answer;\n")
        self.assert_found("core/helpers/text.cpp:1", "no place in the order")

    def test_a_class_for_moc_outside_of_ui(self):
        self.plant("app/watcher.h", "#pragma once\nclass Watcher { Q_OBJECT };\n")
        self.assert_found("app/watcher.h:4", "moc")
        self.plant("app/watcher.h", "#pragma once\n")
        self.plant("ui/shell/watcher.h", "#pragma once\nclass Watcher { Q_OBJECT };\n")
        self.assertEqual(self.found(), [])

    def test_style_sheet(self):
        self.plant("ui/shell/window.cpp", 'void f() { w->setStyleSheet("x"); }\n')
        self.assert_found("ui/shell/window.cpp:3", "style sheet")

    def test_style_sheet_named_in_a_comment_is_allowed(self):
        self.plant("ui/shell/window.cpp", "// never setStyleSheet(…)\n/* nor\nsetStyleSheet() */\n")
        self.assertEqual(self.found(), [])

    def test_colours_outside_the_theme(self):
        for code in ('auto c = "#a0b0c0";', "QColor c(1, 2, 3);", "auto c = QColor(Qt::red);",
                     "auto c = QColor::fromRgb(1, 2, 3);", "auto c = qRgb(1, 2, 3);",
                     'QColor c{"steelblue"};'):
            with self.subTest(code):
                self.plant("ui/shell/window.cpp", code + "\n")
                self.assert_found("ui/shell/window.cpp:3", "a colour outside")

    def test_colour_made_of_another_is_allowed(self):
        self.plant("ui/shell/window.cpp", "QColor c(theme.ink()); auto t = Qt::transparent;\n")
        self.assertEqual(self.found(), [])

    def test_sizes_outside_the_theme(self):
        for code in ("font.setPointSize(11);", "layout->setSpacing(8);",
                     "layout->setContentsMargins(0, 4, 0, 0);"):
            with self.subTest(code):
                self.plant("ui/shell/window.cpp", code + "\n")
                self.assert_found("ui/shell/window.cpp:3", "font size or spacing")

    def test_no_spacing_is_not_a_size(self):
        self.plant("ui/shell/window.cpp", "l->setSpacing(0); l->setContentsMargins(0, 0, 0, 0);\n")
        self.assertEqual(self.found(), [])

    def test_using_namespace_in_a_header(self):
        self.plant("core/base/clock.h", "#pragma once\nusing namespace std;\n")
        self.assert_found("core/base/clock.h:4", "using namespace")

    def test_header_without_pragma_once(self):
        self.plant("core/base/clock.h", "struct Clock;\n")
        self.assert_found("core/base/clock.h:1", "#pragma once")

    def test_missing_licence_line(self):
        self.plant("packaging/tool.py", "print()\n", head=HEAD.splitlines()[0].replace("//", "#") + "\n")
        self.assert_found("packaging/tool.py:1", "License-Identifier")

    def test_missing_licence_lines_of_a_build_file(self):
        self.plant("core/CMakeLists.txt", "add_subdirectory(base)\n", head="")
        self.assertEqual(len(self.found()), 2)

    def test_registry_address(self):
        for address in ("pypi" ".org", "registry.npmjs" ".org", "proxy.golang" ".org"):
            with self.subTest(address):
                self.plant("packaging/tool.py", f"fetch('https://{address}/x')\n")
                self.assert_found("packaging/tool.py:3", "package registry")

    def test_lock_file_with_a_download_address(self):
        self.write(self.root / "resources/targets/express/package-lock.json",
                   '{\n"resolved": "https://mirror.example/x.tgz"\n}\n')
        self.assert_found("resources/targets/express/package-lock.json:2", "download address")

    def test_core_links_widgets_through_another_library(self):
        self.assert_found("core/report", "Qt6::Widgets",
                          "core/report=weighbridge_report: weighbridge_helper\n"
                          "=weighbridge_helper: Qt6::Widgets\n")

    def test_load_core_links_qt(self):
        self.assert_found("core/load", "must not know Qt",
                          "core/load=weighbridge_load: $<LINK_ONLY:Qt6::Core>\n")

    def test_charts_linked_outside_their_folder(self):
        self.assert_found("ui/shell", "Qt6::Charts", "ui/shell=weighbridge_shell: Qt6::Charts\n")

    def test_allowed_links_pass(self):
        self.assertEqual(self.found("core/storage=weighbridge_storage: Qt6::Core Qt6::Sql Qt6::Platform\n"
                                    "ui/charts=weighbridge_charts: Qt6::Charts\n"
                                    "ui/benchmark=weighbridge_benchmark: weighbridge_charts\n"), [])


if __name__ == "__main__":
    unittest.main()
