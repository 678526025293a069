# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""SQLite through aiosqlite, which runs the statements of a connection in a thread of its own."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiosqlite

from contract import DB_PATH, advanced
from database import SELECT_ARTICLES, Row

SELECT = "SELECT id, random_number FROM world WHERE id = ?"
UPDATE = "UPDATE world SET random_number = ? WHERE id = ?"


def sqlite_uri(mode: str) -> str:
    return f"{Path(DB_PATH).resolve().as_uri()}?mode={mode}"


class SqliteStore:
    def __init__(self, reader: aiosqlite.Connection, writer: aiosqlite.Connection) -> None:
        self._reader = reader
        self._writer = writer
        self._writing = asyncio.Lock()

    async def world(self, id: int) -> Row | None:
        async with self._reader.execute(SELECT, (id,)) as cursor:
            return await cursor.fetchone()

    async def worlds(self, ids: list[int]) -> list[Row]:
        return [await self.world(id) for id in ids]

    async def advance(self, ids: list[int]) -> list[Row]:
        rows = {}
        async with self._writing:
            await self._writer.execute("BEGIN IMMEDIATE")
            try:
                for id in sorted(ids):
                    async with self._writer.execute(SELECT, (id,)) as cursor:
                        _, number = await cursor.fetchone()
                    rows[id] = (id, advanced(number))
                    await self._writer.execute(UPDATE, (rows[id][1], id))
                await self._writer.commit()
            except BaseException:
                await self._writer.rollback()
                raise
        return [rows[id] for id in ids]

    async def articles(self) -> list[tuple[int, str]]:
        return list(await self._reader.execute_fetchall(SELECT_ARTICLES))


@asynccontextmanager
async def open_sqlite() -> AsyncIterator[SqliteStore]:
    async with (
        aiosqlite.connect(sqlite_uri("ro"), uri=True) as reader,
        aiosqlite.connect(sqlite_uri("rw"), uri=True, isolation_level=None) as writer,
    ):
        yield SqliteStore(reader, writer)
