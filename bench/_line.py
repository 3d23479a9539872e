"""One phone's line to the server: HTTP/1.1 over one connection that is kept open, as browsers keep it; no library."""

from __future__ import annotations

import asyncio
import time
from typing import NamedTuple
from urllib.parse import urlencode


class Answer(NamedTuple):
    """What came back, and how many seconds it took from asking to the last byte."""

    status: int
    headers: dict[str, str]
    body: str
    seconds: float


class Line:
    """A connection that is opened when first needed, and again where the server closed it; it keeps cookies."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}
        self.way: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def get(self, path: str, **headers: str) -> Answer:
        """Ask for a page."""
        return await self._ask("GET", path, headers, b"")

    async def post(self, path: str, form: dict[str, str], **headers: str) -> Answer:
        """Send a form."""
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        return await self._ask("POST", path, {**headers, **kind}, urlencode(form).encode())

    def hang_up(self) -> None:
        """Close the connection."""
        if self.way:
            self.way[1].close()
        self.way = None

    async def _ask(self, method: str, path: str, headers: dict[str, str], body: bytes) -> Answer:
        began = time.perf_counter()
        told = self._head(method, path, headers, len(body)) + body
        fresh = self.way is None
        try:
            status, answered, text = await self._once(told)
        except (OSError, EOFError, asyncio.IncompleteReadError):
            self.hang_up()
            # A browser whose kept connection was closed in the meantime opens another; never after a fresh one failed.
            if fresh:
                raise
            status, answered, text = await self._once(told)
        return Answer(status, answered, text, time.perf_counter() - began)

    def _head(self, method: str, path: str, headers: dict[str, str], length: int) -> bytes:
        lines = [f"{method} {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", "Accept-Encoding: identity"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        if self.cookies:
            lines.append("Cookie: " + "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
        if method == "POST":
            lines.append(f"Content-Length: {length}")
        return ("\r\n".join(lines) + "\r\n\r\n").encode()

    async def _once(self, told: bytes) -> tuple[int, dict[str, str], str]:
        if self.way is None:
            self.way = await asyncio.open_connection("127.0.0.1", self.port)
        reader, writer = self.way
        writer.write(told)
        await writer.drain()
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {}
        for line in head[1:]:
            name, _colon, value = line.partition(": ")
            if name.lower() == "set-cookie":
                cookie, _equals, kept = value.partition(";")[0].partition("=")
                self.cookies[cookie] = kept
            elif name:
                headers[name.lower()] = value
        status = int(head[0].split()[1])
        body = b"" if status in {204, 304} else await self._body(reader, headers)
        if headers.get("connection") == "close":
            self.hang_up()
        return status, headers, body.decode(errors="replace")

    async def _body(self, reader: asyncio.StreamReader, headers: dict[str, str]) -> bytes:
        if headers.get("transfer-encoding") != "chunked":
            return await reader.readexactly(int(headers.get("content-length", 0)))
        parts = []
        while size := int(await reader.readline(), 16):
            parts.append(await reader.readexactly(size))
            await reader.readline()
        await reader.readline()
        return b"".join(parts)
