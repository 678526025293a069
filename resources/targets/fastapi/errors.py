# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bodies of error replies as the contract has them."""

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException as StarletteHTTPException


async def on_invalid_request(
    request: Request, error: RequestValidationError | StarletteHTTPException
) -> JSONResponse:
    return JSONResponse({"error": "validation"}, 422)


async def on_http_error(request: Request, error: StarletteHTTPException) -> JSONResponse:
    if error.status_code == 400:  # a body that cannot be decoded at all
        return await on_invalid_request(request, error)
    return JSONResponse({"error": error.detail}, error.status_code, headers=error.headers)
