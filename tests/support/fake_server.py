# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server for the workloads json and events that can fail in many ways: fake_server.py MODE [PORT]."""

import asyncio
import os
import signal
import sys
from email.utils import formatdate
from urllib.parse import parse_qs, urlsplit

MODE = sys.argv[1]
BODY = b'{"message":"Hello, World!"}'
SPELLINGS = (b'{"message": "Hello, World!"}', b'{ "message":"Hello, World!"}')
UNDER_LOAD = 200  # requests for it that no check makes
WORKER = 0


def reply(body: bytes, media_type: str = "application/json", status: str = "200 OK",
          told: "int | None" = None) -> bytes:
    length = len(body) if told is None else told
    head = (
        f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n"
        f"Date: {formatdate(usegmt=True)}\r\n\r\n"
    )
    return head.encode() + body


class Server:
    def __init__(self) -> None:
        self.served = 0
        self.connections = 0
        self.one_stream = asyncio.Lock()

    async def stream(self, path: str, writer: asyncio.StreamWriter) -> None:
        query = parse_qs(urlsplit(path).query)
        count, pause = int(query["n"][0]), int(query["ms"][0]) / 1000
        writer.write(
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n"
            f"Date: {formatdate(usegmt=True)}\r\n\r\n".encode()
        )
        clock = asyncio.get_running_loop().time
        start = clock()
        for k in range(count):
            await asyncio.sleep(max(0, start + k * pause - clock()))
            wrong = MODE == "wrong_events" and count > 10  # not in the check before
            event = b'data: {"i":%d}\n\n' % (k + 1 if wrong else k)
            writer.write(b"%x\r\n%s\r\n" % (len(event), event))
            await writer.drain()
        writer.write(b"0\r\n\r\n")

    async def answer(self, path: str, writer: asyncio.StreamWriter) -> None:
        if path.startswith("/events"):
            if MODE == "one_stream":
                async with self.one_stream:
                    await self.stream(path, writer)
            else:
                await self.stream(path, writer)
            return
        if path == "/healthz" and MODE != "unhealthy":
            writer.write(reply(b"ok", "text/plain"))
            return
        self.served += 1
        under_load = self.served > UNDER_LOAD
        if MODE == "wrong_body":
            writer.write(reply(b'{"message":"Goodbye"}'))
        elif MODE == "half":
            writer.write(reply(BODY)[:-5])
            writer.close()
        elif MODE == "server_error" and under_load:
            writer.write(reply(b"broken", "text/plain", "500 Internal Server Error"))
        elif MODE == "dies_under_load" and under_load:
            print("out of luck", flush=True)
            os._exit(3)
        elif MODE == "loses_a_worker" and under_load and WORKER == 1:
            os._exit(3)
        elif MODE == "other_spelling":
            writer.write(reply(SPELLINGS[self.served % 2]))
        elif MODE == "slow":
            await asyncio.sleep(0.65)
            writer.write(reply(BODY))
        else:
            writer.write(reply(BODY))

    async def misbehave(self, head: str, writer: asyncio.StreamWriter, connection: int,
                        requests: int) -> bool:
        """What is only done to connections that stay, so that no check of one reply sees it."""
        if "connection: close" in head.lower() or not head.startswith("GET /json"):
            return False
        under_load = self.served > UNDER_LOAD
        if MODE == "forgets_connections" and connection % 10 == 0:
            await asyncio.sleep(3600)
        elif MODE == "lies" and under_load and self.served % 100 == 0:
            writer.write(reply(BODY, told=len(BODY) - 2))
        elif MODE == "other_contents" and under_load:
            writer.write(reply(BODY.replace(b"World", b"Wurst")))
        elif MODE == "other_length" and under_load:
            writer.write(reply(b'{"error":"busy"}'))
        elif MODE == "closes_after_100" and requests >= 100:
            writer.write(reply(BODY))
            writer.close()
        else:
            return False
        self.served += 1
        return True

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        connection, requests = self.connections, 0
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                if MODE == "silent":
                    await asyncio.sleep(3600)
                elif MODE == "garbage":
                    writer.write(b"220 mail.example ESMTP\r\n")
                    writer.close()
                    return
                elif MODE == "endless":
                    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n")
                    while True:
                        writer.write(b"x" * 65536)
                        await writer.drain()
                requests += 1
                if not await self.misbehave(head, writer, connection, requests):
                    await self.answer(head.split(" ")[1], writer)
                await writer.drain()
                if "connection: close" in head.lower():
                    writer.close()
                    return
        except (ConnectionError, asyncio.IncompleteReadError):
            writer.close()


def become_stubborn() -> None:
    """A tree in which nobody heeds a polite word and one member has left the process group."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    for _ in range(2):
        if os.fork() == 0:
            if os.fork() == 0:
                os.setsid()
            while True:
                signal.pause()


async def main() -> None:
    port = int(sys.argv[2] if len(sys.argv) > 2 else os.environ["PORT"])
    server = await asyncio.start_server(
        Server().serve, "127.0.0.1", port, backlog=1024, reuse_port=MODE == "loses_a_worker")
    async with server:
        await server.serve_forever()


if MODE == "exits_at_start":
    print("no configuration", file=sys.stderr)
    sys.exit(7)
if MODE == "loses_a_worker":
    for number in (1, 2):
        if os.fork() == 0:
            WORKER = number
            break
    else:
        signal.signal(signal.SIGTERM, lambda *_: os.killpg(0, signal.SIGKILL))
        while True:
            os.wait()  # until none is left, which ends the server with an error
if MODE == "stubborn":
    become_stubborn()
asyncio.run(main())
