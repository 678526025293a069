# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables that the runner creates and seeds; only the configured driver is imported."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Protocol

from contract import DATABASE_URL, DB_PATH

SELECT_ARTICLES = "SELECT id, title FROM article"

Row = tuple[int, int]


class Store(Protocol):
    async def world(self, id: int) -> Row | None:
        """One SELECT by primary key."""

    async def worlds(self, ids: list[int]) -> list[Row]:
        """One SELECT for each row."""

    async def advance(self, ids: list[int]) -> list[Row]:
        """One SELECT and one UPDATE for each row, in one transaction."""

    async def articles(self) -> list[tuple[int, str]]: ...


@asynccontextmanager
async def open_store() -> AsyncIterator[Store | None]:
    """None where the runner configured no database."""
    if DATABASE_URL:
        from postgres_store import open_postgres

        async with open_postgres() as store:
            yield store
    elif DB_PATH:
        from sqlite_store import open_sqlite

        async with open_sqlite() as store:
            yield store
    else:
        yield None
