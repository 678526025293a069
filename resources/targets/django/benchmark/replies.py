# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""JSON replies: Django's own, or, where tuned, encoded by orjson."""

from typing import Any

from django.conf import settings
from django.http import HttpResponse, JsonResponse

if settings.PROFILE == "C":
    import orjson

    def json_reply(body: Any, status: int = 200) -> HttpResponse:
        return HttpResponse(orjson.dumps(body), "application/json", status)

else:

    def json_reply(body: Any, status: int = 200) -> HttpResponse:
        return JsonResponse(body, safe=False, status=status)
