#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How packaging/setup.sh finds the machine's own mirror, in each format in which apt keeps it.

    package_sources_test.py SETUP_SCRIPT

apt itself is asked which entry names the main archive; here a stand-in answers for it, so that the
test needs neither Debian nor the package lists.
"""
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SETUP = Path(sys.argv[1])


class PackageSources(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def entry(self, name, text, number):
        """What setup.sh writes for backports if apt says that entry `number` of the file is the one."""
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        functions = self.folder / "functions.sh"
        source = SETUP.read_text(encoding="utf-8")
        start = source.index("entry_for_suite() {")
        functions.write_text(source[start:source.index("\n}\n", start) + 3], encoding="utf-8")
        script = (f". '{functions}'; codename=$(. /etc/os-release; echo \"$VERSION_CODENAME\"); "
                  f"apt-get() {{ printf '%s\\n' 'cdrom.list:1 '$codename' main' "
                  f"'{file}:9 '$codename'-updates main' '{file}:{number} '$codename' main'; }}; "
                  f"entry_for_suite bookworm-backports")
        result = subprocess.run(["bash", "-euo", "pipefail", "-c", script], capture_output=True, text=True,
                                check=False, timeout=20)
        self.assertEqual(result.returncode, 0, result.stderr)
        return result.stdout

    def test_one_line(self):
        text = "# mirror\n\ndeb http://mirror.example/debian bookworm main contrib # near\n"
        self.assertEqual(self.entry("sources.list", text, 3),
                         "deb http://mirror.example/debian bookworm-backports main\n")

    def test_one_line_keeps_its_options(self):
        text = "deb [ arch=amd64 signed-by=/k.gpg ] https://mirror.example/debian/ bookworm main\n"
        self.assertEqual(self.entry("sources.list", text, 1),
                         "deb [ arch=amd64 signed-by=/k.gpg ] https://mirror.example/debian/ "
                         "bookworm-backports main\n")

    def test_mirror_list(self):
        text = "deb mirror+file:/etc/apt/mirrors/debian.list bookworm main\n"
        self.assertEqual(self.entry("sources.list", text, 1),
                         "deb mirror+file:/etc/apt/mirrors/debian.list bookworm-backports main\n")

    def test_stanza_keeps_everything_but_the_suites(self):
        text = ("# comments do not count\n\n"
                "Types: deb\nURIs: http://other.example/debian-security\nSuites: bookworm-security\n"
                "Components: main\n\n\n"
                "Types: deb deb-src\n# inside\nURIs: http://mirror.example/debian\n"
                "Suites: bookworm\n bookworm-updates\nComponents: main\n"
                "Signed-By:\n -----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n mQENBF\n")
        self.assertEqual(self.entry("debian.sources", text, 2),
                         "Types: deb\nURIs: http://mirror.example/debian\nSuites: bookworm-backports\n"
                         "Components: main\n"
                         "Signed-By:\n -----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n mQENBF\n")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
