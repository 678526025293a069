# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same application with the hot replies encoded by orjson and SQLite read on the event loop.

A `Response` that is returned as it is skips the response model; everything else is the ordinary
application. Granian starts it.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import orjson
from fastapi import FastAPI, HTTPException, Response

import app as ordinary
import contract
import models


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with ordinary.lifespan(app):
        if contract.DB_PATH and not contract.DATABASE_URL:
            from direct_sqlite_store import DirectSqliteStore

            app.state.store = DirectSqliteStore()
        yield


def reply(body: Any, status: int = 200) -> Response:
    return Response(orjson.dumps(body), status, media_type="application/json")


app = FastAPI(lifespan=lifespan, openapi_url=None)
app.exception_handlers.update(ordinary.app.exception_handlers)


@app.get("/json")
async def hello() -> Response:
    return reply({"message": "Hello, World!"})


@app.get("/items")
async def items(limit: int = 20, offset: int = 0) -> Response:
    return reply(contract.item_page(limit, offset))


@app.post("/orders")
async def orders(order: models.Order) -> Response:
    return reply(contract.order_total((line.qty, line.unitCents) for line in order.lines), 201)


@app.get("/db")
async def world(id: int, store: ordinary.Database) -> Response:
    row = await store.world(id) if 0 < id <= contract.GREATEST_ID else None
    if row is None:
        raise HTTPException(404, "not_found")
    return reply(contract.world(row))


@app.get("/queries")
async def queries(store: ordinary.Database, n: int = 20, seed: int = 0) -> Response:
    rows = await store.worlds(contract.world_ids(n, seed))
    return reply([contract.world(row) for row in rows])


@app.post("/updates")
async def updates(store: ordinary.Database, n: int = 5, seed: int = 0) -> Response:
    rows = await store.advance(contract.world_ids(n, seed))
    return reply([contract.world(row) for row in rows])


@app.get("/sleep")
async def sleep(ms: models.DelayMs = 50) -> Response:
    await asyncio.sleep(ms / 1000)
    return reply({"sleptMs": ms})


# Whatever is not above comes from the ordinary application.
app.router.routes.extend(ordinary.app.router.routes)
