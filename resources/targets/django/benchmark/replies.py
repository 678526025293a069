# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON replies as the profile makes them."""

from typing import Any

import orjson
from django.conf import settings
from django.http import HttpResponse, JsonResponse


def json_reply(body: Any, status: int = 200) -> HttpResponse:
    if settings.PROFILE == "C":
        return HttpResponse(orjson.dumps(body), "application/json", status)
    return JsonResponse(body, safe=False, status=status)
