# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables that the runner creates and seeds.

SQLite has one connection for each thread that reads and one for each that writes. PostgreSQL is
read through psycopg's pool, whose connections prepare a statement that they have seen five times.
"""

import sqlite3
import threading
from pathlib import Path
from typing import Protocol

from psycopg_pool import ConnectionPool

from contract import DATABASE_URL, DB_PATH, POOL_SIZE, advanced

SELECT_ARTICLES = "SELECT id, title FROM article"

Row = tuple[int, int]


class Store(Protocol):
    def world(self, id: int) -> Row | None:
        """One SELECT by primary key."""

    def worlds(self, ids: list[int]) -> list[Row]:
        """One SELECT for each row."""

    def advance(self, ids: list[int]) -> list[Row]:
        """One SELECT and one UPDATE for each row, in one transaction."""

    def articles(self) -> list[tuple[int, str]]: ...


class SqliteStore:
    SELECT = "SELECT id, random_number FROM world WHERE id = ?"
    UPDATE = "UPDATE world SET random_number = ? WHERE id = ?"

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
        return self._connection("ro").execute(self.SELECT, (id,)).fetchone()

    def worlds(self, ids: list[int]) -> list[Row]:
        connection = self._connection("ro")
        return [connection.execute(self.SELECT, (id,)).fetchone() for id in ids]

    def advance(self, ids: list[int]) -> list[Row]:
        rows = {}
        connection = self._connection("rw")
        connection.execute("BEGIN IMMEDIATE")
        with connection:
            for id in sorted(ids):
                _, number = connection.execute(self.SELECT, (id,)).fetchone()
                rows[id] = (id, advanced(number))
                connection.execute(self.UPDATE, (rows[id][1], id))
        return [rows[id] for id in ids]

    def articles(self) -> list[tuple[int, str]]:
        return self._connection("ro").execute(SELECT_ARTICLES).fetchall()


class PostgresStore:
    SELECT = "SELECT id, random_number FROM world WHERE id = %s"
    UPDATE = "UPDATE world SET random_number = %s WHERE id = %s"

    def __init__(self) -> None:
        self._pool = ConnectionPool(
            DATABASE_URL,
            kwargs={"autocommit": True},
            min_size=0,
            max_size=POOL_SIZE,
            open=True,
        )

    def world(self, id: int) -> Row | None:
        with self._pool.connection() as connection:
            return connection.execute(self.SELECT, (id,)).fetchone()

    def worlds(self, ids: list[int]) -> list[Row]:
        with self._pool.connection() as connection:
            return [connection.execute(self.SELECT, (id,)).fetchone() for id in ids]

    def advance(self, ids: list[int]) -> list[Row]:
        rows = {}
        with self._pool.connection() as connection, connection.transaction():
            # In ascending order, so that two requests cannot wait for each other.
            for id in sorted(ids):
                _, number = connection.execute(self.SELECT + " FOR UPDATE", (id,)).fetchone()
                rows[id] = (id, advanced(number))
                connection.execute(self.UPDATE, (rows[id][1], id))
        return [rows[id] for id in ids]

    def articles(self) -> list[tuple[int, str]]:
        with self._pool.connection() as connection:
            return connection.execute(SELECT_ARTICLES).fetchall()


def open_store() -> Store | None:
    """None where the runner configured no database."""
    if DATABASE_URL:
        return PostgresStore()
    return SqliteStore() if DB_PATH else None
