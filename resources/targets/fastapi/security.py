# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Request id, access log and rate limit as plain ASGI middleware; the token as a dependency.

Not `@app.middleware("http")`: it starts a task for every request and costs a multiple.
"""

import time
from typing import Annotated
from uuid import uuid4

from fastapi import Depends, FastAPI, Header, HTTPException
from fastapi.responses import JSONResponse
from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from contract import TokenBuckets, log_access, user_of_token
from errors import on_http_error
from models import User


def client_of(scope: Scope) -> str:
    return scope["client"][0] if scope.get("client") else ""


class RequestIdMiddleware:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request_id = Headers(scope=scope).get("x-request-id") or str(uuid4())
        scope.setdefault("state", {})["request_id"] = request_id

        async def send_with_id(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["X-Request-Id"] = request_id
            await send(message)

        await self.app(scope, receive, send_with_id)


class AccessLogMiddleware:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        started = time.perf_counter()
        status = 500

        async def send_noting_status(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, send_noting_status)
        finally:
            log_access(
                request_id=scope["state"]["request_id"],
                client=client_of(scope),
                method=scope["method"],
                path=scope["path"],
                status=status,
                started=started,
            )


class RateLimitMiddleware:
    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.buckets = TokenBuckets()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self.buckets.allow(client_of(scope)):
            await self.app(scope, receive, send)
            return
        refusal = JSONResponse({"error": "rate_limited"}, 429, headers={"Retry-After": "1"})
        await refusal(scope, receive, send)


async def current_user(authorization: Annotated[str, Header()] = "") -> User:
    user = user_of_token(authorization)
    if user is None:
        raise HTTPException(401, "unauthorized", headers={"WWW-Authenticate": "Bearer"})
    return User(**user)


# A sub-application behind a route with middleware of its own, so that the other routes do not pay.
secured = FastAPI(openapi_url=None)
secured.add_exception_handler(StarletteHTTPException, on_http_error)


@secured.get("/secure")
async def secure(user: Annotated[User, Depends(current_user)]) -> User:
    return user


route = Route(
    "/secure",
    secured,
    middleware=[
        Middleware(RequestIdMiddleware),
        Middleware(AccessLogMiddleware),
        Middleware(RateLimitMiddleware),
    ],
)
