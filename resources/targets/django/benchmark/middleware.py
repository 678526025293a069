# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole site's error replies, and the middleware of /secure.

A middleware factory takes what comes next and returns a callable, so that it also serves as the
decorator of a single view: the other views do not pay for it.
"""

import time
from collections.abc import Callable
from uuid import uuid4

from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, HttpResponse

from benchmark.replies import json_reply
from contract import TokenBuckets, log_access, user_of_token
from parameters import InvalidRequest

View = Callable[[HttpRequest], HttpResponse]


def request_id(get_response: View) -> View:
    def middleware(request: HttpRequest) -> HttpResponse:
        request.id = request.headers.get("X-Request-Id") or str(uuid4())
        response = get_response(request)
        response.headers["X-Request-Id"] = request.id
        return response

    return middleware


def access_log(get_response: View) -> View:
    def middleware(request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        response = get_response(request)
        log_access(
            request_id=request.id,
            client=request.META.get("REMOTE_ADDR", ""),
            method=request.method,
            path=request.path,
            status=response.status_code,
            started=started,
        )
        return response

    return middleware


def rate_limit(get_response: View) -> View:
    buckets = TokenBuckets()

    def middleware(request: HttpRequest) -> HttpResponse:
        if buckets.allow(request.META.get("REMOTE_ADDR", "")):
            return get_response(request)
        response = json_reply({"error": "rate_limited"}, 429)
        response.headers["Retry-After"] = "1"
        return response

    return middleware


def bearer_token(get_response: View) -> View:
    def middleware(request: HttpRequest) -> HttpResponse:
        request.token_user = user_of_token(request.headers.get("Authorization", ""))
        if request.token_user is not None:
            return get_response(request)
        response = json_reply({"error": "unauthorized"}, 401)
        response.headers["WWW-Authenticate"] = "Bearer"
        return response

    return middleware


class ContractErrorMiddleware:
    """Turns the exceptions of a view into the error replies of the contract."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, InvalidRequest):
            return json_reply({"error": "validation"}, 422)
        if isinstance(error, ObjectDoesNotExist):
            return json_reply({"error": "not_found"}, 404)
        return None
