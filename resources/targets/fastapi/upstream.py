# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pooled client of the upstream server; imported only where one is configured."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
from fastapi import HTTPException

from contract import UPSTREAM_URL


class UpstreamClient:
    def __init__(self, session: aiohttp.ClientSession) -> None:
        self._session = session

    async def wait(self, ms: int) -> None:
        try:
            async with self._session.get(f"{UPSTREAM_URL}/delay?ms={ms}") as reply:
                reply.raise_for_status()
                await reply.read()
        except (aiohttp.ClientError, TimeoutError) as error:
            raise HTTPException(502, "upstream") from error


@asynccontextmanager
async def open_upstream() -> AsyncIterator[UpstreamClient]:
    # As many connections as there are requests waiting for the upstream server.
    connector = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(connector=connector) as session:
        yield UpstreamClient(session)
