# SPDX-FileCopyrightText: 2026 Weighbridge contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Servers that do what users of load generators have met: case_server.py CASE [VALUE] [HOST].

Prints the URL it listens on, a free port of the loopback interface, and serves until SIGTERM.
"""

import asyncio
import signal
import socket
import sys
import time

CASE = sys.argv[1]
VALUE = sys.argv[2] if len(sys.argv) > 2 else ""
HOST = sys.argv[3] if len(sys.argv) > 3 else "127.0.0.1"


def reply(body: bytes = b"hello", status: str = "200 OK", headers: str = "",
          length: "int | None" = None, version: str = "1.1") -> bytes:
    told = len(body) if length is None else length
    head = f"HTTP/{version} {status}\r\nContent-Length: {told}\r\n{headers}\r\n"
    return head.encode() + body


PLAIN = reply()
HEAD = b"HTTP/1.1 200 OK\r\n"
CHUNKED = (HEAD + b"Trailer: X-Sum\r\nTransfer-Encoding: chunked\r\n\r\n5;note=one\r\nhello\r\n"
           b"0A\r\n0123456789\r\n0\r\nX-Sum: 15\r\nX-More: yes\r\n\r\n")
LENGTHS = {
    "same": HEAD + b"Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello",
    "different": HEAD + b"Content-Length: 5\r\nContent-Length: 42\r\n\r\nhello",
    "list": HEAD + b"Content-Length: 5, 5\r\n\r\nhello",
    "sign": HEAD + b"Content-Length: +5\r\n\r\nhello",
    "beside chunks": HEAD + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n"
                            b"5\r\nhello\r\n0\r\n\r\n",
}
LENGTH = b"Content-Length: 5\r\n\r\nhello"
HEADS = {
    "lower case": b"HTTP/1.1 200 OK\r\ncontent-length: 5\r\nconnection: keep-alive\r\n\r\nhello",
    "60 KiB": HEAD + b"".join(b"X-%d: %s\r\n" % (i, b"v" * 1000) for i in range(60)) + LENGTH,
    "70 KiB": HEAD + b"".join(b"X-%d: %s\r\n" % (i, b"v" * 1000) for i in range(70)) + LENGTH,
    "folded": HEAD + b"X-Long: one,\r\n two\r\n" + LENGTH,
    "space before the colon": HEAD + b"X-Name : one\r\n" + LENGTH,
    "none": HEAD + LENGTH,
    "no reason": b"HTTP/1.1 200\r\n" + LENGTH,
    "bare line feeds": (HEAD + LENGTH).replace(b"\r\n", b"\n"),
    "bytes above 127": HEAD + b"X-Town: M\xfcnchen\r\n" + LENGTH,
}
STATUS = {"201": "201 Created", "401": "401 Unauthorized", "204": "204 No Content", "301": "301 Moved Permanently",
          "404": "404 Not Found", "503": "503 Service Unavailable"}


def with_status(value: str) -> bytes:
    if value == "204":
        return b"HTTP/1.1 204 No Content\r\n\r\n"
    return reply(b"other", STATUS[value], "Location: /elsewhere\r\n" if value == "301" else "")


class Shared:
    """What all connections of the server know."""
    requests = 0
    connections = 0
    first = 0.0
    second = 0


class Connection(asyncio.Protocol):
    def connection_made(self, transport):
        Shared.connections += 1
        self.number = Shared.connections
        self.requests = 0
        self.transport = transport
        self.buffer = b""
        self.hangs = False
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if CASE == "refuses" and self.number > int(VALUE):
            transport.close()
        elif CASE == "small_backlog":
            time.sleep(0.005)

    def data_received(self, data):
        self.buffer += data
        while b"\r\n\r\n" in self.buffer and not self.hangs:
            head, _, self.buffer = self.buffer.partition(b"\r\n\r\n")
            self.requests += 1
            Shared.requests += 1
            Shared.first = Shared.first or time.monotonic()
            self.answer(head)

    def later(self, seconds, data):
        asyncio.get_running_loop().call_later(seconds, self.send, data)

    def send(self, data):
        if not self.transport.is_closing():
            self.transport.write(data)

    def send_and_close(self, data):
        self.transport.write(data)
        self.transport.close()

    def answer(self, head):
        answer = getattr(self, CASE, None)
        answer(head) if answer else self.send(PLAIN)

    def hints(self, _):
        hints = b"HTTP/1.1 103 Early Hints\r\nLink: </style.css>; rel=preload\r\n\r\n"
        if VALUE == "apart":
            self.send(hints)
            self.later(0.005, PLAIN)
        else:
            self.send(hints + PLAIN)

    def chunks(self, _):
        data = CHUNKED
        if VALUE == "bare line feeds":
            data = data.replace(b"\r\n", b"\n")
        elif VALUE == "upper case":
            data = data.replace(b"Transfer-Encoding: chunked", b"TRANSFER-ENCODING:CHUNKED")
        self.send(data)

    def closes(self, _):
        announced = reply(headers="Connection: close\r\n")
        if VALUE == "announced":
            self.send_and_close(announced)
        elif VALUE == "left to the client":
            self.send(announced)
        else:
            self.send_and_close(PLAIN)

    def ends_by_close(self, _):
        self.send_and_close(HEAD + b"\r\n<html>Hello</html>")

    def old(self, _):
        keeps = "Connection: keep-alive\r\n" if VALUE == "keeps" else ""
        data = reply(headers=keeps, version="1.0")
        self.send_and_close(data) if VALUE == "closes" else self.send(data)

    def no_content(self, _):
        extra = ("Content-Length: 5\r\n\r\n" if VALUE == "length"
                 else "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
        odd = f"HTTP/1.1 204 No Content\r\n{extra}".encode()
        self.send(odd if self.requests % 2 == 0 else PLAIN)

    def heads(self, _):
        self.send(HEADS[VALUE])

    def length(self, _):
        self.send(LENGTHS[VALUE])

    def lies(self, _):
        if VALUE == "too long":
            self.send(reply(length=15))
        elif VALUE == "too short":
            self.send(reply(length=3))
        elif VALUE == "too long, then closes":
            self.send_and_close(reply(length=15))
        else:  # sometimes
            self.send(reply(length=3) if self.requests % 50 == 0 else PLAIN)

    def status(self, _):
        code, _, every = VALUE.partition("/")
        self.send(with_status(code) if Shared.requests % int(every or 1) == 0 else PLAIN)

    def closes_after_100(self, _):
        if self.requests < 100:
            self.send(PLAIN)
        elif VALUE == "announced":
            self.send_and_close(reply(headers="Connection: close\r\n"))
        elif VALUE == "silently":
            self.send_and_close(PLAIN)
        else:  # reset
            self.transport.abort()

    def half_closes(self, _):
        self.send(PLAIN)
        self.transport.write_eof()

    def resets_within_a_body(self, _):
        if self.requests % 50:
            self.send(PLAIN)
        else:
            self.send(PLAIN[:-2])
            self.later_abort()

    def later_abort(self):
        asyncio.get_running_loop().call_later(0.005, self.transport.abort)

    def drips(self, _, at=0):
        self.send(PLAIN[at:at + 1])
        if at + 1 < len(PLAIN):
            asyncio.get_running_loop().call_later(0.0002, self.drips, _, at + 1)

    def forgets_connections(self, _):
        self.hangs = self.number % int(VALUE) == 0
        if not self.hangs:
            self.send(PLAIN)

    def forgets_requests(self, _):
        self.hangs = Shared.requests % int(VALUE) == 0
        if not self.hangs:
            self.send(PLAIN)

    def hangs_later(self, _):
        self.hangs = time.monotonic() - Shared.first > float(VALUE)
        if not self.hangs:
            self.send(PLAIN)

    def slow(self, _):
        self.later(float(VALUE), PLAIN)

    def stands_still(self, _):
        if int(time.monotonic()) != Shared.second:
            Shared.second = int(time.monotonic())
            time.sleep(float(VALUE))
        self.send(PLAIN)

    def changes(self, _):
        self.send(PLAIN if Shared.requests < int(VALUE) else reply(b"error"))

    def changes_length(self, _):
        self.send(PLAIN if Shared.requests < int(VALUE) else reply(b"no"))

    def big(self, _):
        self.send(reply(b"x" * (int(VALUE) << 20)))

    def empty(self, _):
        self.send(reply(b""))

    def wants_host(self, head):
        name = f"[{HOST}]" if ":" in HOST else HOST
        right = f"\r\nHost: {name}:{PORT}".encode() in head
        self.send(PLAIN if right else reply(b"no", "400 Bad Request"))


async def main():
    global PORT
    loop = asyncio.get_running_loop()
    backlog = 5 if CASE == "small_backlog" else 4096
    server = await loop.create_server(Connection, HOST, 0, backlog=backlog)
    PORT = server.sockets[0].getsockname()[1]
    loop.add_signal_handler(signal.SIGTERM, loop.stop)
    name = f"[{HOST}]" if ":" in HOST else HOST
    print(f"http://{name}:{PORT}/", flush=True)
    await server.serve_forever()


try:
    asyncio.run(main())
except RuntimeError:
    pass  # the loop was stopped by SIGTERM
