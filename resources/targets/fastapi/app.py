# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A web server written with FastAPI that serves Weighbridge's benchmark contract."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, PlainTextResponse
from fastapi.sse import EventSourceResponse
from fastapi.templating import Jinja2Templates
from starlette.exceptions import HTTPException as StarletteHTTPException

import contract
import models
import security
from database import Store, open_store
from errors import on_http_error, on_invalid_request


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with AsyncExitStack() as stack:
        app.state.store = await stack.enter_async_context(open_store())
        app.state.upstream = None
        if contract.UPSTREAM_URL:
            from upstream import open_upstream

            app.state.upstream = await stack.enter_async_context(open_upstream())
        yield


app = FastAPI(lifespan=lifespan)
app.add_exception_handler(RequestValidationError, on_invalid_request)
app.add_exception_handler(StarletteHTTPException, on_http_error)
app.router.routes.append(security.route)
templates = Jinja2Templates(directory=Path(__file__).parent / "templates")


async def database(request: Request) -> Store:
    if request.app.state.store is None:
        raise HTTPException(503, "no_database")
    return request.app.state.store


Database = Annotated[Store, Depends(database)]


@app.get("/healthz", response_class=PlainTextResponse)
async def healthz() -> str:
    return "ok"


@app.get("/json")
async def hello() -> models.Message:
    return models.Message(message="Hello, World!")


@app.get("/items", response_model=models.ItemPage)
async def items(limit: int = 20, offset: int = 0):
    return contract.item_page(limit, offset)


@app.post("/orders", status_code=201, response_model=models.OrderTotal)
async def orders(order: models.Order):
    return contract.order_total((line.qty, line.unitCents) for line in order.lines)


@app.get("/db", response_model=models.World)
async def world(id: int, store: Database):
    row = await store.world(id) if 0 < id <= contract.GREATEST_ID else None
    if row is None:
        raise HTTPException(404, "not_found")
    return contract.world(row)


@app.get("/queries", response_model=list[models.World])
async def queries(store: Database, n: int = 20, seed: int = 0):
    return [contract.world(row) for row in await store.worlds(contract.world_ids(n, seed))]


@app.post("/updates", response_model=list[models.World])
async def updates(store: Database, n: int = 5, seed: int = 0):
    return [contract.world(row) for row in await store.advance(contract.world_ids(n, seed))]


@app.get("/sleep")
async def sleep(ms: models.DelayMs = 50) -> models.Slept:
    await asyncio.sleep(ms / 1000)
    return models.Slept(sleptMs=ms)


@app.get("/upstream")
async def upstream(request: Request, ms: models.DelayMs = 50) -> models.Upstream:
    if request.app.state.upstream is None:
        raise HTTPException(503, "no_upstream")
    await request.app.state.upstream.wait(ms)
    return models.Upstream(upstream="ok", delayMs=ms)


# Computing endpoints are plain functions: FastAPI runs them in its pool of threads, so that the
# event loop stays free for the other requests.
@app.get("/cpu")
def cpu(n: models.FibonacciNumber = 24) -> models.Fibonacci:
    return models.Fibonacci(n=n, fib=contract.fib(n))


@app.get("/hash")
def hash_chain(rounds: models.HashRounds = 2000) -> models.Hash:
    return models.Hash(rounds=rounds, hex=contract.hash_chain(rounds))


@app.get("/page", response_class=HTMLResponse)
async def page(request: Request, store: Database):
    articles = contract.page_rows(tuple(row) for row in await store.articles())
    return templates.TemplateResponse(request, "page.html", {"articles": articles})


@app.get("/events", response_class=EventSourceResponse)
async def events(
    n: models.EventCount = 10, ms: models.DelayMs = 100
) -> AsyncIterator[models.Event]:
    clock = asyncio.get_running_loop().time
    start = clock()
    for k in range(n):
        # A fixed schedule, so that lateness does not add up.
        await asyncio.sleep(start + k * ms / 1000 - clock())
        yield models.Event(i=k)
