# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole numbers of a query string. The file is the same in the targets whose framework has none."""

import re
from collections.abc import Mapping

_WHOLE_NUMBER = re.compile(r"[+-]?[0-9]{1,30}", re.ASCII)


class InvalidRequest(ValueError):
    """The request does not fulfil the contract; the reply is 422."""


def integer(
    parameters: Mapping[str, str],
    name: str,
    default: int | None = None,
    *,
    low: int | None = None,
    high: int | None = None,
) -> int:
    text = parameters.get(name)
    if text is None:
        if default is None:
            raise InvalidRequest(f"{name} is missing")
        return default
    if not _WHOLE_NUMBER.fullmatch(text):
        raise InvalidRequest(f"{name} is not a whole number")
    value = int(text)
    if (low is not None and value < low) or (high is not None and value > high):
        raise InvalidRequest(f"{name} is out of range")
    return value
