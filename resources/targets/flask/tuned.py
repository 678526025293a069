# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same application with orjson as Flask's JSON provider. Granian starts it."""

from typing import Any

import orjson
from flask import Response
from flask.json.provider import JSONProvider

from app import app


class OrjsonProvider(JSONProvider):
    def dumps(self, obj: Any, **kwargs: Any) -> str:
        return orjson.dumps(obj).decode()

    def loads(self, s: str | bytes, **kwargs: Any) -> Any:
        return orjson.loads(s)

    def response(self, *args: Any, **kwargs: Any) -> Response:
        body = self._prepare_response_obj(args, kwargs)
        return self._app.response_class(orjson.dumps(body), mimetype="application/json")


app.json = OrjsonProvider(app)
