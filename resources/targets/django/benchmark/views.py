# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
import json
import time
from collections.abc import Iterator

import urllib3
from django.db import transaction
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

import contract
from benchmark.forms import OrderForm
from benchmark.middleware import access_log, bearer_token, rate_limit, request_id
from benchmark.models import Article, World
from benchmark.replies import json_reply
from parameters import InvalidRequest, integer

upstream_client = urllib3.PoolManager(maxsize=256)


def delay(request: HttpRequest, default: int) -> int:
    return integer(request.GET, "ms", default, low=0, high=contract.MAX_DELAY_MS)


def requested_worlds(request: HttpRequest, default: int) -> list[int]:
    n = integer(request.GET, "n", default)
    return contract.world_ids(n, integer(request.GET, "seed", 0))


def as_json(world: World) -> dict[str, int]:
    return contract.world((world.id, world.random_number))


@require_GET
def healthz(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok", "text/plain")


@require_GET
def hello(request: HttpRequest) -> HttpResponse:
    return json_reply({"message": "Hello, World!"})


@require_GET
def items(request: HttpRequest) -> HttpResponse:
    limit, offset = integer(request.GET, "limit", 20), integer(request.GET, "offset", 0)
    return json_reply(contract.item_page(limit, offset))


@csrf_exempt
@require_POST
def orders(request: HttpRequest) -> HttpResponse:
    try:
        body = json.loads(request.body)
    except (ValueError, RecursionError) as error:
        raise InvalidRequest("the body is not JSON") from error
    form = OrderForm(body)
    if not isinstance(body, dict) or not form.is_valid():
        raise InvalidRequest("the order is invalid")
    lines = form.cleaned_data["lines"]
    total = contract.order_total((line["qty"], line["unitCents"]) for line in lines)
    return json_reply(total, 201)


@require_GET
def world(request: HttpRequest) -> HttpResponse:
    return json_reply(as_json(World.objects.get(pk=integer(request.GET, "id"))))


@require_GET
def queries(request: HttpRequest) -> HttpResponse:
    ids = requested_worlds(request, 20)
    return json_reply([as_json(World.objects.get(pk=id)) for id in ids])


@csrf_exempt
@require_POST
def updates(request: HttpRequest) -> HttpResponse:
    ids = requested_worlds(request, 5)
    worlds = {}
    with transaction.atomic():
        # In ascending order, so that two requests cannot wait for each other.
        for id in sorted(ids):
            world = World.objects.select_for_update().get(pk=id)
            world.random_number = contract.advanced(world.random_number)
            world.save(update_fields=["random_number"])
            worlds[id] = world
    return json_reply([as_json(worlds[id]) for id in ids])


@require_GET
def sleep(request: HttpRequest) -> HttpResponse:
    ms = delay(request, 50)
    time.sleep(ms / 1000)
    return json_reply({"sleptMs": ms})


@require_GET
def upstream(request: HttpRequest) -> HttpResponse:
    ms = delay(request, 50)
    try:
        reply = upstream_client.request("GET", f"{contract.UPSTREAM_URL}/delay?ms={ms}")
    except urllib3.exceptions.HTTPError:
        return json_reply({"error": "upstream"}, 502)
    if reply.status != 200:
        return json_reply({"error": "upstream"}, 502)
    return json_reply({"upstream": "ok", "delayMs": ms})


@require_GET
def cpu(request: HttpRequest) -> HttpResponse:
    n = integer(request.GET, "n", 24, low=0, high=contract.MAX_FIBONACCI)
    return json_reply({"n": n, "fib": contract.fib(n)})


@require_GET
def hash_chain(request: HttpRequest) -> HttpResponse:
    rounds = integer(request.GET, "rounds", 2000, low=1, high=contract.MAX_HASH_ROUNDS)
    return json_reply({"rounds": rounds, "hex": contract.hash_chain(rounds)})


@require_GET
def page(request: HttpRequest) -> HttpResponse:
    rows = Article.objects.values_list("id", "title")
    return render(request, "page.html", {"articles": contract.page_rows(rows)})


@require_GET
def events(request: HttpRequest) -> HttpResponse:
    n = integer(request.GET, "n", 10, low=1, high=contract.MAX_EVENTS)
    ms = delay(request, 100)

    def generate() -> Iterator[str]:
        start = time.monotonic()
        for k in range(n):
            # A fixed schedule, so that lateness does not add up.
            time.sleep(max(0, start + k * ms / 1000 - time.monotonic()))
            yield f'data: {{"i":{k}}}\n\n'

    headers = {"Cache-Control": "no-cache"}
    return StreamingHttpResponse(generate(), content_type="text/event-stream", headers=headers)


@require_GET
@request_id
@access_log
@rate_limit
@bearer_token
def secure(request: HttpRequest) -> HttpResponse:
    return json_reply(request.token_user)
