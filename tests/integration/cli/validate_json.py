# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""validate_json.py SCHEMA_FOLDER SCHEMA < DOCUMENT

Ends with 0 where the document on stdin follows the schema, otherwise says at which places it does
not. Refuses what JSON does not know but Python reads: NaN and Infinity. Needs python3-jsonschema.
"""

import json
import pathlib
import sys

import jsonschema


def refuse(constant):
    raise ValueError(f"{constant} is not JSON")


def main():
    folder, name = pathlib.Path(sys.argv[1]), sys.argv[2]
    schemas = {}
    for path in folder.glob("*.schema.json"):
        schema = json.loads(path.read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        schemas[schema["$id"]] = schema
    schema = schemas[f"urn:weighbridge:schema:{name}"]
    # RefResolver is what Debian 12's jsonschema 4.10 has.
    resolver = jsonschema.RefResolver.from_schema(schema, store=schemas)
    validator = jsonschema.Draft202012Validator(
        schema, resolver=resolver, format_checker=jsonschema.FormatChecker())
    document = json.loads(sys.stdin.read(), parse_constant=refuse)
    errors = sorted(validator.iter_errors(document), key=lambda error: list(map(str, error.path)))
    for error in errors:
        print(f"{name}: {error.json_path}: {error.message[:300]}", file=sys.stderr)
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
