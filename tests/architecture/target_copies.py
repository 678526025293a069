#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Targets are folders that can be read and taken away alone, so some of their files are copies.

target_copies.py SOURCE: reports copies that have become different, and files that are equal without
standing here. Exits with 1 if there is any.
"""

import hashlib
import sys
from pathlib import Path

# What is one text in several folders of resources/targets.
COPIES = (
    ("contract.go", ("echo", "fiber", "gin")),
    ("store.go", ("echo", "fiber", "gin")),
    ("limiter.go", ("fiber", "gin")),  # Echo brings its own
    ("templates/page.html", ("echo", "fiber", "gin")),
    ("contract.py", ("django", "fastapi", "flask")),
    ("parameters.py", ("django", "flask")),  # FastAPI reads them from its annotations
    ("requirements-tuned.in", ("django", "fastapi", "flask")),
    ("requirements-tuned.txt", ("django", "fastapi", "flask")),
    ("templates/page.html", ("fastapi", "flask")),
)
# Built or installed in the working tree, not ours.
FOREIGN = {"node_modules", "__pycache__", ".venv"}


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def problems_of(targets):
    """One sentence for each copy that differs and each copy that nobody declared."""
    problems = []
    declared = set()
    for name, folders in COPIES:
        files = [targets / folder / name for folder in folders]
        missing = [file.relative_to(targets) for file in files if not file.is_file()]
        problems += [f"{name}: is declared as a copy and is missing" for name in missing]
        if missing:
            continue
        declared.add(frozenset(files))
        for other in files[1:]:
            if digest(other) != digest(files[0]):
                one, two = files[0].relative_to(targets), other.relative_to(targets)
                problems.append(f"{two}: differs from {one}, of which it is a copy")
    equal = {}
    for file in sorted(targets.rglob("*")):
        if file.is_file() and file.stat().st_size and not FOREIGN & set(file.parts):
            equal.setdefault(digest(file), []).append(file)
    for files in equal.values():
        folders = {file.relative_to(targets).parts[0] for file in files}
        if len(folders) > 1 and not any(set(files) <= group for group in declared):
            names = ", ".join(str(file.relative_to(targets)) for file in files)
            problems.append(f"{names}: are equal; declare them as copies in target_copies.py")
    return problems


if __name__ == "__main__":
    found = problems_of(Path(sys.argv[1]) / "resources" / "targets")
    print("\n".join(found))
    sys.exit(1 if found else 0)
