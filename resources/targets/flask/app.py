# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A web server written with Flask that serves Weighbridge's benchmark contract."""

import time
from collections.abc import Iterator

import urllib3
from flask import Flask, Response, abort, render_template, request
from flask.typing import ResponseReturnValue
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException

import contract
import secure
from database import Store, open_store
from models import Order
from parameters import InvalidRequest, integer

app = Flask(__name__)
app.register_blueprint(secure.blueprint)
store = open_store()
upstream_client = urllib3.PoolManager(maxsize=256)


@app.errorhandler(InvalidRequest)
@app.errorhandler(ValidationError)
def on_invalid_request(error: Exception) -> ResponseReturnValue:
    return {"error": "validation"}, 422


@app.errorhandler(HTTPException)
def on_http_error(error: HTTPException) -> ResponseReturnValue:
    return {"error": error.description}, error.code or 500


def database() -> Store:
    if store is None:
        abort(503, "no_database")
    return store


def delay(default: int) -> int:
    return integer(request.args, "ms", default, low=0, high=contract.MAX_DELAY_MS)


def requested_worlds(default: int) -> list[int]:
    n = integer(request.args, "n", default)
    return contract.world_ids(n, integer(request.args, "seed", 0))


@app.get("/healthz")
def healthz() -> ResponseReturnValue:
    return Response("ok", mimetype="text/plain")


@app.get("/json")
def hello() -> ResponseReturnValue:
    return {"message": "Hello, World!"}


@app.get("/items")
def items() -> ResponseReturnValue:
    limit, offset = integer(request.args, "limit", 20), integer(request.args, "offset", 0)
    return contract.item_page(limit, offset)


@app.post("/orders")
def orders() -> ResponseReturnValue:
    order = Order.model_validate_json(request.get_data())
    return contract.order_total((line.qty, line.unitCents) for line in order.lines), 201


@app.get("/db")
def world() -> ResponseReturnValue:
    id = integer(request.args, "id")
    row = database().world(id) if 0 < id <= contract.GREATEST_ID else None
    if row is None:
        abort(404, "not_found")
    return contract.world(row)


@app.get("/queries")
def queries() -> ResponseReturnValue:
    return [contract.world(row) for row in database().worlds(requested_worlds(20))]


@app.post("/updates")
def updates() -> ResponseReturnValue:
    return [contract.world(row) for row in database().advance(requested_worlds(5))]


@app.get("/sleep")
def sleep() -> ResponseReturnValue:
    ms = delay(50)
    time.sleep(ms / 1000)
    return {"sleptMs": ms}


@app.get("/upstream")
def upstream() -> ResponseReturnValue:
    ms = delay(50)
    try:
        reply = upstream_client.request("GET", f"{contract.UPSTREAM_URL}/delay?ms={ms}")
    except urllib3.exceptions.HTTPError:
        abort(502, "upstream")
    if reply.status != 200:
        abort(502, "upstream")
    return {"upstream": "ok", "delayMs": ms}


@app.get("/cpu")
def cpu() -> ResponseReturnValue:
    n = integer(request.args, "n", 24, low=0, high=contract.MAX_FIBONACCI)
    return {"n": n, "fib": contract.fib(n)}


@app.get("/hash")
def hash_chain() -> ResponseReturnValue:
    rounds = integer(request.args, "rounds", 2000, low=1, high=contract.MAX_HASH_ROUNDS)
    return {"rounds": rounds, "hex": contract.hash_chain(rounds)}


@app.get("/page")
def page() -> ResponseReturnValue:
    return render_template("page.html", articles=contract.page_rows(database().articles()))


@app.get("/events")
def events() -> ResponseReturnValue:
    n = integer(request.args, "n", 10, low=1, high=contract.MAX_EVENTS)
    ms = delay(100)

    def generate() -> Iterator[str]:
        start = time.monotonic()
        for k in range(n):
            # A fixed schedule, so that lateness does not add up.
            time.sleep(max(0, start + k * ms / 1000 - time.monotonic()))
            yield f'data: {{"i":{k}}}\n\n'

    return Response(generate(), mimetype="text/event-stream", headers={"Cache-Control": "no-cache"})
