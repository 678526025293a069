# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server that keeps the contract, or breaks one of its rules: contract_server.py RULE."""

import html
import json
import os
import sqlite3
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

BROKEN = sys.argv[1]
TOKEN = (
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiJ1LTQyIiwicm9sZSI6ImFkbWluIiwiZXhwIjo0MTAy"
    "NDQ0ODAwfQ.9tW7Lhpv6kolpaUAAqjleMqUniLm_N2jBRAvVncKxoI"
)
BUDGET = float(os.environ.get("RATE_LIMIT", "1000000"))
LOCK = threading.Lock()
BUCKET = {"left": BUDGET, "at": time.monotonic()}
CACHE: dict[int, int] = {}


def database() -> sqlite3.Connection:
    return sqlite3.connect(os.environ["DB_PATH"], isolation_level=None)


def number_of(row: int) -> int | None:
    if BROKEN == "cached_rows" and row in CACHE:
        return CACHE[row]
    found = database().execute("SELECT random_number FROM world WHERE id = ?", (row,)).fetchone()
    if found:
        CACHE[row] = found[0]
    return found[0] if found else None


def count_up(count: int, seed: int) -> list[dict[str, int]]:
    rows = []
    connection = database()
    for k in range(count):
        row = (seed * 31 + k * 7919) % 10000 + 1
        changed = (number_of(row) or 0) % 10000 + 1
        if BROKEN != "forgotten_update" or k != 2:
            connection.execute("UPDATE world SET random_number = ? WHERE id = ?", (changed, row))
        rows.append({"id": row, "randomNumber": changed})
    return rows


def page() -> str:
    rows = [(0, "Added at request time"), *database().execute("SELECT id, title FROM article")]
    rows.sort(key=lambda row: row[1].encode())
    if BROKEN == "unsorted_page":
        rows.sort()
    escape = str if BROKEN == "raw_script" else html.escape
    cells = "".join(f"<tr><td>{row}</td>\n<td>{escape(title)}</td></tr>" for row, title in rows)
    return f"<!doctype html><title>Articles</title><table>{cells}</table>"


def has_budget() -> bool:
    if BROKEN == "no_limit":
        return True
    with LOCK:
        now = time.monotonic()
        BUCKET["left"] = min(BUDGET, BUCKET["left"] + (now - BUCKET["at"]) * BUDGET)
        BUCKET["at"] = now
        if BUCKET["left"] < 1:
            return False
        BUCKET["left"] -= 1
        return True


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_arguments: object) -> None:
        pass

    def date_time_string(self, timestamp: float | None = None) -> str:
        return "just now" if BROKEN == "wrong_date" else super().date_time_string(timestamp)

    def reply(self, status: int, body: str, media_type: str = "application/json", **headers: str):
        content = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        if BROKEN != "no_length":
            self.send_header("Content-Length", str(len(content)))
        if BROKEN == "cookie":
            self.send_header("Set-Cookie", "seen=1")
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)
        self.close_connection = True

    def secure(self) -> None:
        identity = self.headers.get("X-Request-Id", "made-here")
        headers = {} if BROKEN == "lost_request_id" else {"X_Request_Id": identity}
        status, body = 200, '{"user":"u-42","role":"admin"}'
        if not has_budget():
            status, body = 429, '{"error":"rate_limited"}'
            headers["Retry_After"] = "1"
        elif self.headers.get("Authorization") != f"Bearer {TOKEN}" and BROKEN != "no_token_check":
            status, body = 401, '{"error":"unauthorized"}'
        if BROKEN != "no_log":
            with LOCK, open(os.environ["LOG_PATH"], "a", encoding="utf-8") as log:
                log.write(json.dumps({"id": identity, "status": status}) + "\n")
        self.reply(status, body, **headers)

    def row(self, row: int) -> None:
        number = number_of(row)
        if number is None:
            self.reply(200 if BROKEN == "wrong_status" else 404, '{"error":"not_found"}')
            return
        told: object = str(number) if BROKEN == "number_as_text" else number
        if BROKEN == "number_as_fraction":
            told = float(number)
        self.reply(200, json.dumps({"id": row, "randomNumber": told}))

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        values = {name: int(each[0]) for name, each in parse_qs(url.query).items()}
        if url.path == "/healthz":
            self.reply(200, "ok", "text/plain")
        elif url.path == "/json":
            word = "world" if BROKEN == "wrong_byte" else "World"
            more = ',"more":1' if BROKEN == "extra_key" else ""
            self.reply(200, f'{{"message":"Hello, {word}!"{more}}}')
        elif url.path == "/db":
            self.row(values["id"])
        elif url.path == "/updates":
            self.reply(200, json.dumps(count_up(values["n"], values["seed"])))
        elif url.path == "/sleep":
            time.sleep(0 if BROKEN == "impatient" else values["ms"] / 1000)
            self.reply(200, f'{{"sleptMs":{values["ms"]}}}')
        elif url.path == "/secure":
            self.secure()
        elif url.path == "/page":
            self.reply(200, page(), "text/html; charset=utf-8")
        else:
            self.reply(404, "")

    do_POST = do_GET


ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
