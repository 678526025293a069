# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""PostgreSQL through psycopg's pool.

Its connections prepare a statement that they have seen five times.
"""

from psycopg_pool import ConnectionPool

from contract import DATABASE_URL, POOL_SIZE, advanced
from database import SELECT_ARTICLES, Row

SELECT = "SELECT id, random_number FROM world WHERE id = %s"
UPDATE = "UPDATE world SET random_number = %s WHERE id = %s"


class PostgresStore:
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
            return connection.execute(SELECT, (id,)).fetchone()

    def worlds(self, ids: list[int]) -> list[Row]:
        with self._pool.connection() as connection:
            return [connection.execute(SELECT, (id,)).fetchone() for id in ids]

    def advance(self, ids: list[int]) -> list[Row]:
        rows = {}
        with self._pool.connection() as connection, connection.transaction():
            # In ascending order, so that two requests cannot wait for each other.
            for id in sorted(ids):
                _, number = connection.execute(SELECT + " FOR UPDATE", (id,)).fetchone()
                rows[id] = (id, advanced(number))
                connection.execute(UPDATE, (rows[id][1], id))
        return [rows[id] for id in ids]

    def articles(self) -> list[tuple[int, str]]:
        with self._pool.connection() as connection:
            return connection.execute(SELECT_ARTICLES).fetchall()
