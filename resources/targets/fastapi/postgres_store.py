# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""PostgreSQL through asyncpg, which prepares every statement once per connection."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg

from contract import DATABASE_URL, POOL_SIZE, advanced
from database import SELECT_ARTICLES, Row

SELECT = "SELECT id, random_number FROM world WHERE id = $1"
UPDATE = "UPDATE world SET random_number = $1 WHERE id = $2"


class PostgresStore:
    def __init__(self, pool: asyncpg.Pool) -> None:
        self._pool = pool

    async def world(self, id: int) -> Row | None:
        return await self._pool.fetchrow(SELECT, id)

    async def worlds(self, ids: list[int]) -> list[Row]:
        async with self._pool.acquire() as connection:
            return [await connection.fetchrow(SELECT, id) for id in ids]

    async def advance(self, ids: list[int]) -> list[Row]:
        rows = {}
        async with self._pool.acquire() as connection, connection.transaction():
            # In ascending order, so that two requests cannot wait for each other.
            for id in sorted(ids):
                _, number = await connection.fetchrow(SELECT + " FOR UPDATE", id)
                rows[id] = (id, advanced(number))
                await connection.execute(UPDATE, rows[id][1], id)
        return [rows[id] for id in ids]

    async def articles(self) -> list[tuple[int, str]]:
        return await self._pool.fetch(SELECT_ARTICLES)


@asynccontextmanager
async def open_postgres() -> AsyncIterator[PostgresStore]:
    async with asyncpg.create_pool(DATABASE_URL, min_size=0, max_size=POOL_SIZE) as pool:
        yield PostgresStore(pool)
