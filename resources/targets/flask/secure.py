# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Request id, access log, rate limit and token, for the routes of this blueprint only."""

import time
from uuid import uuid4

from flask import Blueprint, Response, g, request
from flask.typing import ResponseReturnValue

from contract import TokenBuckets, log_access, user_of_token

blueprint = Blueprint("secure", __name__)
buckets = TokenBuckets()


# Functions before the request run in the order in which they are registered; the first one that
# returns a reply ends the chain. Functions after it run in the opposite order, refusals included.
@blueprint.before_request
def assign_request_id() -> None:
    g.request_id = request.headers.get("X-Request-Id") or str(uuid4())


@blueprint.before_request
def start_clock() -> None:
    g.started = time.perf_counter()


@blueprint.before_request
def limit_rate() -> ResponseReturnValue | None:
    if buckets.allow(request.remote_addr or ""):
        return None
    return {"error": "rate_limited"}, 429, {"Retry-After": "1"}


@blueprint.before_request
def authenticate() -> ResponseReturnValue | None:
    g.user = user_of_token(request.headers.get("Authorization", ""))
    if g.user is not None:
        return None
    return {"error": "unauthorized"}, 401, {"WWW-Authenticate": "Bearer"}


@blueprint.after_request
def return_request_id(response: Response) -> Response:
    response.headers["X-Request-Id"] = g.request_id
    return response


@blueprint.after_request
def write_access_log(response: Response) -> Response:
    log_access(
        request_id=g.request_id,
        client=request.remote_addr or "",
        method=request.method,
        path=request.path,
        status=response.status_code,
        started=g.started,
    )
    return response


@blueprint.get("/secure")
def secure() -> ResponseReturnValue:
    return g.user
