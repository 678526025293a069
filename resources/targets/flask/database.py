# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables that the runner creates and seeds; only the configured driver is imported."""

from typing import Protocol

from contract import DATABASE_URL, DB_PATH

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


def open_store() -> Store | None:
    """None where the runner configured no database."""
    if DATABASE_URL:
        from postgres_store import PostgresStore

        return PostgresStore()
    if DB_PATH:
        from sqlite_store import SqliteStore

        return SqliteStore()
    return None
