# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of the benchmark contract that no framework takes part in.

Settings, arithmetic, hashing, reply bodies and tokens. The file is the same in every Python target,
so that what differs between two targets is the framework.
"""

import hashlib
import json
import logging
import os
import time
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

import jwt

WORKERS = max(1, int(os.environ.get("WORKERS", "1")))
DB_PATH = os.environ.get("DB_PATH", "")
DATABASE_URL = os.environ.get("DATABASE_URL", "")
# The configured number of PostgreSQL connections is for the whole server.
POOL_SIZE = max(1, int(os.environ.get("DB_POOL", "32")) // WORKERS)
UPSTREAM_URL = os.environ.get("UPSTREAM_URL", "").rstrip("/")
JWT_SECRET = os.environ.get("JWT_SECRET", "")
RATE_LIMIT = float(os.environ.get("RATE_LIMIT", "1000000"))
LOG_PATH = os.environ.get("LOG_PATH", "")

TOTAL_ITEMS = 100
WORLD_ROWS = 10_000
GREATEST_ID = 2**31 - 1

# Bounds that keep a mistyped request from occupying the server for minutes.
MAX_DELAY_MS = 60_000
MAX_FIBONACCI = 40
MAX_HASH_ROUNDS = 10_000_000
MAX_EVENTS = 10_000


def clamp(value: int, low: int, high: int) -> int:
    return max(low, min(value, high))


def item(number: int) -> dict[str, Any]:
    return {
        "id": number,
        "name": f"item-{number:04d}",
        "priceCents": number * 7919 % 100_000,
        "inStock": number % 3 != 0,
        "tags": [f"t{number % 5}", f"u{number % 7}"],
    }


def item_page(limit: int, offset: int) -> dict[str, Any]:
    """Builds the page afresh; one that would run past the last item is cut short."""
    limit, offset = clamp(limit, 1, TOTAL_ITEMS), clamp(offset, 0, TOTAL_ITEMS - 1)
    items = [item(i) for i in range(offset + 1, min(offset + limit, TOTAL_ITEMS) + 1)]
    return {"items": items, "count": len(items), "total": TOTAL_ITEMS}


def order_total(lines: Iterable[tuple[int, int]]) -> dict[str, Any]:
    """Adds up pairs of quantity and price."""
    amounts = [quantity * cents for quantity, cents in lines]
    return {"orderTotalCents": sum(amounts), "lineCount": len(amounts), "currency": "EUR"}


def world(row: tuple[int, int]) -> dict[str, int]:
    return {"id": row[0], "randomNumber": row[1]}


def world_ids(n: int, seed: int) -> list[int]:
    """The rows that a request with this seed touches, all different."""
    base = seed % WORLD_ROWS * 31
    return [(base + k * 7919) % WORLD_ROWS + 1 for k in range(clamp(n, 1, 500))]


def advanced(number: int) -> int:
    """What /updates makes of a row's number: one more, and 1 after 10000."""
    return number % WORLD_ROWS + 1


def page_rows(rows: Iterable[tuple[int, str]]) -> list[tuple[int, str]]:
    """Adds the row made per request and sorts by the bytes of the titles."""
    articles = [*rows, (0, "Added at request time")]
    articles.sort(key=lambda article: article[1].encode())
    return articles


def fib(n: int) -> int:
    """Naive on purpose: it measures calls and additions of the language."""
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def hash_chain(rounds: int) -> str:
    digest = b"gopher-vs-snake"
    for _ in range(rounds):
        digest = hashlib.sha256(digest).digest()
    return digest.hex()


def user_of_token(authorization: str) -> dict[str, str] | None:
    """The user that a bearer token names, or None where the token is not to be trusted."""
    scheme, _, token = authorization.partition(" ")
    if scheme.lower() != "bearer" or not JWT_SECRET:
        return None
    try:
        claims = jwt.decode(
            token, JWT_SECRET, algorithms=["HS256"], options={"require": ["exp", "sub"]}
        )
    except jwt.InvalidTokenError:
        return None
    return {"user": claims["sub"], "role": claims.get("role", "")}


class TokenBuckets:
    """One token bucket per client address: RATE_LIMIT per second, as many at once.

    Each worker process has its own. Nothing here waits, so one event loop needs no lock; threads
    that race can at worst let through one request more. Buckets are never dropped: the server
    listens on loopback only, where there is a handful of addresses.
    """

    def __init__(self) -> None:
        self._buckets: dict[str, tuple[float, float]] = {}

    def allow(self, client: str) -> bool:
        now = time.monotonic()
        tokens, since = self._buckets.get(client, (RATE_LIMIT, now))
        tokens = min(RATE_LIMIT, tokens + (now - since) * RATE_LIMIT)
        allowed = tokens >= 1
        self._buckets[client] = (tokens - 1 if allowed else tokens, now)
        return allowed


def _access_logger() -> logging.Logger:
    logger = logging.getLogger("access")
    logger.propagate = False
    logger.setLevel(logging.INFO)
    logger.addHandler(logging.FileHandler(LOG_PATH) if LOG_PATH else logging.NullHandler())
    return logger


_access = _access_logger()


def log_access(
    *, request_id: str, client: str, method: str, path: str, status: int, started: float
) -> None:
    """Writes one JSON object; `started` is a value of time.perf_counter()."""
    line = {
        "time": datetime.now(UTC).isoformat(),
        "id": request_id,
        "client": client,
        "method": method,
        "path": path,
        "status": status,
        "latencyMicros": round((time.perf_counter() - started) * 1e6),
    }
    _access.info(json.dumps(line, separators=(",", ":")))
