# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""SQLite with one connection for each thread that reads and one for each that writes."""

import sqlite3
import threading
from pathlib import Path

from contract import DB_PATH, advanced
from database import SELECT_ARTICLES, Row

SELECT = "SELECT id, random_number FROM world WHERE id = ?"
UPDATE = "UPDATE world SET random_number = ? WHERE id = ?"


class SqliteStore:
    def __init__(self) -> None:
        self._local = threading.local()

    def _connection(self, mode: str) -> sqlite3.Connection:
        connection = getattr(self._local, mode, None)
        if connection is None:
            uri = f"{Path(DB_PATH).resolve().as_uri()}?mode={mode}"
            connection = sqlite3.connect(uri, uri=True, isolation_level=None)
            setattr(self._local, mode, connection)
        return connection

    def world(self, id: int) -> Row | None:
        return self._connection("ro").execute(SELECT, (id,)).fetchone()

    def worlds(self, ids: list[int]) -> list[Row]:
        connection = self._connection("ro")
        return [connection.execute(SELECT, (id,)).fetchone() for id in ids]

    def advance(self, ids: list[int]) -> list[Row]:
        rows = {}
        connection = self._connection("rw")
        connection.execute("BEGIN IMMEDIATE")
        with connection:
            for id in sorted(ids):
                _, number = connection.execute(SELECT, (id,)).fetchone()
                rows[id] = (id, advanced(number))
                connection.execute(UPDATE, (rows[id][1], id))
        return [rows[id] for id in ids]

    def articles(self) -> list[tuple[int, str]]:
        return self._connection("ro").execute(SELECT_ARTICLES).fetchall()
