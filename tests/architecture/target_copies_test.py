#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plants each kind of mistake in a copy of the targets and demands that it is reported."""

import shutil
import tempfile
import unittest
from pathlib import Path

import target_copies

TARGETS = Path(__file__).resolve().parents[2] / "resources" / "targets"


class TargetCopiesTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.targets = Path(self.folder.name) / "targets"
        shutil.copytree(TARGETS, self.targets, ignore=shutil.ignore_patterns(*target_copies.FOREIGN))

    def problems(self):
        return target_copies.problems_of(self.targets)

    def test_the_copies_of_today_are_equal(self):
        self.assertEqual(self.problems(), [])

    def test_a_copy_that_changed_alone_is_named(self):
        with (self.targets / "echo" / "store.go").open("a") as file:
            file.write("// only here\n")
        self.assertTrue(any("store.go: differs" in problem for problem in self.problems()))

    def test_a_copy_that_is_gone_is_named(self):
        (self.targets / "flask" / "contract.py").unlink()
        self.assertIn("flask/contract.py: is declared as a copy and is missing", self.problems())

    def test_a_copy_that_nobody_declared_is_named(self):
        shutil.copy(self.targets / "gin" / "routes.go", self.targets / "echo" / "routes.go")
        self.assertTrue(any("routes.go: are equal" in problem for problem in self.problems()))


if __name__ == "__main__":
    unittest.main()
