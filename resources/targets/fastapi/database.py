# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables that the runner creates and seeds, read through asynchronous drivers.

aiosqlite runs the statements of a connection in a thread of its own; asyncpg speaks PostgreSQL's
protocol itself and prepares every statement once per connection.
"""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Protocol

import aiosqlite
import asyncpg

from contract import DATABASE_URL, DB_PATH, POOL_SIZE, advanced

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


class SqliteStore:
    SELECT = "SELECT id, random_number FROM world WHERE id = ?"
    UPDATE = "UPDATE world SET random_number = ? WHERE id = ?"

    def __init__(self, reader: aiosqlite.Connection, writer: aiosqlite.Connection) -> None:
        self._reader = reader
        self._writer = writer
        self._writing = asyncio.Lock()

    async def world(self, id: int) -> Row | None:
        async with self._reader.execute(self.SELECT, (id,)) as cursor:
            return await cursor.fetchone()

    async def worlds(self, ids: list[int]) -> list[Row]:
        return [await self.world(id) for id in ids]

    async def advance(self, ids: list[int]) -> list[Row]:
        rows = {}
        async with self._writing:
            await self._writer.execute("BEGIN IMMEDIATE")
            try:
                for id in sorted(ids):
                    async with self._writer.execute(self.SELECT, (id,)) as cursor:
                        _, number = await cursor.fetchone()
                    rows[id] = (id, advanced(number))
                    await self._writer.execute(self.UPDATE, (rows[id][1], id))
                await self._writer.commit()
            except BaseException:
                await self._writer.rollback()
                raise
        return [rows[id] for id in ids]

    async def articles(self) -> list[tuple[int, str]]:
        return list(await self._reader.execute_fetchall(SELECT_ARTICLES))


class PostgresStore:
    SELECT = "SELECT id, random_number FROM world WHERE id = $1"
    UPDATE = "UPDATE world SET random_number = $1 WHERE id = $2"

    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def world(self, id: int) -> Row | None:
        return await self._pool.fetchrow(self.SELECT, id)

    async def worlds(self, ids: list[int]) -> list[Row]:
        async with self._pool.acquire() as connection:
            return [await connection.fetchrow(self.SELECT, id) for id in ids]

    async def advance(self, ids: list[int]) -> list[Row]:
        rows = {}
        async with self._pool.acquire() as connection, connection.transaction():
            # In ascending order, so that two requests cannot wait for each other.
            for id in sorted(ids):
                _, number = await connection.fetchrow(self.SELECT + " FOR UPDATE", id)
                rows[id] = (id, advanced(number))
                await connection.execute(self.UPDATE, rows[id][1], id)
        return [rows[id] for id in ids]

    async def articles(self) -> list[tuple[int, str]]:
        return await self._pool.fetch(SELECT_ARTICLES)


def sqlite_uri(mode: str) -> str:
    return f"{Path(DB_PATH).resolve().as_uri()}?mode={mode}"


@asynccontextmanager
async def open_store() -> AsyncIterator[Store | None]:
    """None where the runner configured no database."""
    if DATABASE_URL:
        async with asyncpg.create_pool(DATABASE_URL, min_size=0, max_size=POOL_SIZE) as pool:
            yield PostgresStore(pool)
    elif DB_PATH:
        async with (
            aiosqlite.connect(sqlite_uri("ro"), uri=True) as reader,
            aiosqlite.connect(sqlite_uri("rw"), uri=True, isolation_level=None) as writer,
        ):
            yield SqliteStore(reader, writer)
    else:
        yield None


class DirectSqliteStore:
    """SQLite without a thread between: a point read blocks the event loop for microseconds."""

    def __init__(self) -> None:
        self._reader = sqlite3.connect(sqlite_uri("ro"), uri=True)
        self._writer = sqlite3.connect(sqlite_uri("rw"), uri=True, isolation_level=None)

    async def world(self, id: int) -> Row | None:
        return self._reader.execute(SqliteStore.SELECT, (id,)).fetchone()

    async def worlds(self, ids: list[int]) -> list[Row]:
        return [self._reader.execute(SqliteStore.SELECT, (id,)).fetchone() for id in ids]

    async def advance(self, ids: list[int]) -> list[Row]:
        rows = {}
        self._writer.execute("BEGIN IMMEDIATE")
        with self._writer:
            for id in sorted(ids):
                _, number = self._writer.execute(SqliteStore.SELECT, (id,)).fetchone()
                rows[id] = (id, advanced(number))
                self._writer.execute(SqliteStore.UPDATE, (rows[id][1], id))
        return [rows[id] for id in ids]

    async def articles(self) -> list[tuple[int, str]]:
        return self._reader.execute(SELECT_ARTICLES).fetchall()
