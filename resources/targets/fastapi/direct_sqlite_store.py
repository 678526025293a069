# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""SQLite on the event loop: a point read blocks it for microseconds, a thread costs more."""

import sqlite3

from contract import advanced
from database import SELECT_ARTICLES, Row
from sqlite_store import SELECT, UPDATE, sqlite_uri


class DirectSqliteStore:
    def __init__(self) -> None:
        self._reader = sqlite3.connect(sqlite_uri("ro"), uri=True)
        self._writer = sqlite3.connect(sqlite_uri("rw"), uri=True, isolation_level=None)

    async def world(self, id: int) -> Row | None:
        return self._reader.execute(SELECT, (id,)).fetchone()

    async def worlds(self, ids: list[int]) -> list[Row]:
        return [self._reader.execute(SELECT, (id,)).fetchone() for id in ids]

    async def advance(self, ids: list[int]) -> list[Row]:
        rows = {}
        self._writer.execute("BEGIN IMMEDIATE")
        with self._writer:
            for id in sorted(ids):
                _, number = self._writer.execute(SELECT, (id,)).fetchone()
                rows[id] = (id, advanced(number))
                self._writer.execute(UPDATE, (rows[id][1], id))
        return [rows[id] for id in ids]

    async def articles(self) -> list[tuple[int, str]]:
        return self._reader.execute(SELECT_ARTICLES).fetchall()
