#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Installs the build into a temporary folder and looks at it as a desktop, a shell and a user would.

    installation_test.py CMAKE BUILD_FOLDER
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as xml
from pathlib import Path

ID = "io.github.weighbridge.Weighbridge"
CMAKE, BUILD = sys.argv[1:3]


def run(*command, **options):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False,
                          timeout=120, **options)


class Installation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.home = Path(folder.name) / "home"
        cls.home.mkdir()
        staging = Path(folder.name) / "staging"
        installed = run(CMAKE, "--install", BUILD, "--prefix", "/usr",
                        env={**os.environ, "DESTDIR": str(staging)})
        if installed.returncode != 0:
            raise AssertionError(installed.stdout + installed.stderr)
        cls.usr = staging / "usr"
        cls.share = cls.usr / "share"
        cls.program = cls.usr / "bin/weighbridge"

    def validate(self, tool, *arguments):
        """Runs a validator; without it the test fails in CI and is skipped elsewhere."""
        if shutil.which(tool) is None:
            if os.environ.get("WEIGHBRIDGE_REQUIRE_TOOLCHAINS"):
                self.fail(f"{tool} is missing")
            self.skipTest(f"{tool} is not installed")
        result = run(tool, *arguments)
        self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
        return result

    def ask(self, *arguments):
        """Runs the installed program with a home of its own."""
        environment = {"PATH": os.environ["PATH"], "HOME": str(self.home), "LANG": "C.UTF-8"}
        return run(self.program, *arguments, env=environment)

    def test_the_desktop_entry_is_valid_and_names_the_file_type(self):
        entry = self.share / f"applications/{ID}.desktop"
        self.validate("desktop-file-validate", entry)
        text = entry.read_text(encoding="utf-8")
        self.assertIn(f"Icon={ID}", text)
        self.assertIn("MimeType=application/x-weighbridge+json;", text)

    def test_the_software_centre_accepts_the_description(self):
        metainfo = self.share / f"metainfo/{ID}.metainfo.xml"
        self.validate("appstreamcli", "validate", "--no-net", metainfo)
        self.assertEqual(xml.parse(metainfo).findtext("id"), ID)

    def test_project_files_are_known_by_their_ending_and_as_json(self):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(self.share / "mime/packages", Path(folder) / "packages")
            self.validate("update-mime-database", folder)
            globs = (Path(folder) / "globs2").read_text(encoding="utf-8")
            parents = (Path(folder) / "subclasses").read_text(encoding="utf-8")
        self.assertIn("application/x-weighbridge+json:*.weigh", globs)
        self.assertIn("application/x-weighbridge+json application/json", parents)

    def test_the_icon_is_a_scalable_drawing(self):
        icon = self.share / f"icons/hicolor/scalable/apps/{ID}.svg"
        self.assertTrue(xml.parse(icon).getroot().tag.endswith("svg"))

    def test_the_raster_icons_have_the_size_of_their_folder(self):
        icons = sorted((self.share / "icons/hicolor").glob(f"*x*/apps/{ID}.png"))
        self.assertTrue(icons)
        for icon in icons:
            size = int(icon.parts[-3].split("x")[0])
            head = icon.read_bytes()[16:24]
            self.assertEqual((int.from_bytes(head[:4], "big"), int.from_bytes(head[4:], "big")),
                             (size, size), icon)

    def test_the_man_page_has_no_formatting_errors(self):
        page = self.share / "man/man1/weighbridge.1"
        result = self.validate("groff", "-man", "-Tutf8", "-ww", "-z", page)
        self.assertEqual(result.stderr, "")

    def test_the_completions_are_where_the_shells_look(self):
        bash = self.share / "bash-completion/completions/weighbridge"
        self.validate("bash", "-n", bash)
        self.assertTrue((self.share / "zsh/site-functions/_weighbridge").is_file())
        self.assertTrue((self.share / "fish/vendor_completions.d/weighbridge.fish").is_file())

    def test_bash_completes_commands_options_and_targets(self):
        bash = self.share / "bash-completion/completions/weighbridge"
        for words, expected in ((["weighbridge", "be"], "bench"),
                                (["weighbridge", "bench", "--conn"], "--connections"),
                                (["weighbridge", "bench", "--targets", "gin,fasta"], "gin,fastapi")):
            with self.subTest(words):
                quoted = " ".join(f"'{word}'" for word in words)
                script = (f"source '{bash}'; compopt() {{ :; }}; COMP_WORDS=({quoted}); "
                          f"COMP_CWORD={len(words) - 1}; _weighbridge; printf '%s\\n' \"${{COMPREPLY[@]}}\"")
                self.assertIn(expected, run("bash", "-c", script, cwd=self.home).stdout.split())

    def test_every_resource_that_is_json_can_be_read(self):
        files = list((self.share / "weighbridge").rglob("*.json"))
        self.assertTrue(files)
        for file in files:
            with self.subTest(file.name):
                json.loads(file.read_text(encoding="utf-8"))

    def test_nothing_left_over_from_building_is_installed(self):
        names = {path.name for path in self.usr.rglob("*")}
        self.assertFalse(names & {"__pycache__", "node_modules", "CMakeLists.txt", ".gitignore"})

    def test_the_program_carries_no_path_of_the_build(self):
        result = self.validate("readelf", "-d", self.program)
        self.assertNotRegex(result.stdout, r"R(UN)?PATH")

    def test_the_installed_program_says_its_version_without_a_display(self):
        result = self.ask("--version")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertRegex(result.stdout, r"\d+\.\d+\.\d+")

    def test_the_installed_program_finds_its_own_resources(self):
        result = self.ask("doctor", "--json")
        self.assertEqual(result.returncode, 0, result.stderr)
        targets = {target["id"] for target in json.loads(result.stdout)["targets"]}
        self.assertLessEqual({"gin", "fastapi", "reference"}, targets)
        decision = self.ask("decide", "--json")
        self.assertEqual(decision.returncode, 0, decision.stderr)
        self.assertTrue(json.loads(decision.stdout)["verdict"]["sentence"])

    def test_the_man_page_and_the_completions_know_every_option_of_the_help(self):
        manual = (self.share / "man/man1/weighbridge.1").read_text(encoding="utf-8")
        fish = (self.share / "fish/vendor_completions.d/weighbridge.fish").read_text(encoding="utf-8")
        texts = {"man page": manual.replace("\\-", "-"),
                 "fish": re.sub(r"-l ([a-z0-9-]+)", r"--\1", fish)}
        for shell, place in (("bash", "bash-completion/completions/weighbridge"),
                             ("zsh", "zsh/site-functions/_weighbridge")):
            texts[shell] = (self.share / place).read_text(encoding="utf-8")
        overview = self.ask("--help").stdout
        commands = re.findall(r"^  ([a-z][a-z-]+) +", overview.split("Commands:")[1], re.MULTILINE)
        self.assertIn("bench", commands)
        for command in [*commands, "reference-server"]:
            for name, text in texts.items():
                with self.subTest(f"{name}: {command}"):
                    self.assertTrue(re.search(rf"\b{command}\b", text), "not mentioned")
            shown = self.ask(command, "--help")
            self.assertEqual(shown.returncode, 0, shown.stderr)
            options = set(re.findall(r"(?<![\w-])--[a-z][a-z0-9-]+", shown.stdout))
            for option in sorted(options):
                for name, text in texts.items():
                    with self.subTest(f"{name}: {command} {option}"):
                        self.assertTrue(re.search(re.escape(option) + r"(?![\w-])", text),
                                        "not mentioned")


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
