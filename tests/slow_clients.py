"""Clients that keep connections open and hardly use them, and the probes of a reader beside them."""

import asyncio
import socket
import time
import urllib.request
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

PROBED = ("/readyz", "/")
LARGE = "/_dash-component-suites/plotly/package_data/plotly.min.js"
TIMEOUT = 60.0
SMALL_BUFFER = 4096


@dataclass
class Probes:
    """How many requests of the reader were answered, and what became of the others."""

    seconds: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


def probe(base: str, *, each: int, rounds: int = 0, seconds: float = 0.0, pace: float = 1.0) -> Probes:
    """Read the site beside `each` clients of every slow kind, for some rounds or seconds."""
    with ThreadPoolExecutor(1) as own:  # the thread of the tests may have a running loop, that of the browser
        return own.submit(lambda: asyncio.run(_probe(base, each, rounds, seconds, pace))).result()


async def _probe(base: str, each: int, rounds: int, seconds: float, pace: float) -> Probes:
    found, start = Probes(), time.monotonic()
    async with AsyncExitStack() as stack:
        for client in (drip_headers, drip_body, stay_idle, read_slowly):
            for _ in range(each):
                await stack.enter_async_context(_running(client, base, pace))
        while len(found.seconds) + len(found.failed) < rounds * len(PROBED) or time.monotonic() - start < seconds:
            for path in PROBED:
                await asyncio.to_thread(_ask, base + path, found)
    return found


def _ask(address: str, found: Probes) -> None:
    start = time.monotonic()
    try:
        with urllib.request.urlopen(address, timeout=TIMEOUT) as answer:
            answer.read()
        found.seconds.append(time.monotonic() - start)
    except OSError as error:
        found.failed.append(f"{address}: {error}")


@asynccontextmanager
async def _running(
    client: Callable[[str, float, asyncio.Event], Awaitable[None]], base: str, pace: float
) -> AsyncIterator[None]:
    connected = asyncio.Event()
    task = asyncio.ensure_future(client(base, pace, connected))
    try:
        await asyncio.wait_for(connected.wait(), TIMEOUT)
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError, OSError):
            await task


async def drip_headers(base: str, pace: float, connected: asyncio.Event) -> None:
    """Send a request whose headers never end, a byte at a time."""
    await _drip(base, b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ", pace, connected)


async def drip_body(base: str, pace: float, connected: asyncio.Event) -> None:
    """Send a form whose body never ends, a byte at a time."""
    head = b"POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    await _drip(base, head + b"Content-Length: 10000\r\n\r\n", pace, connected)


async def stay_idle(base: str, pace: float, connected: asyncio.Event) -> None:
    """Connect and say nothing."""
    reader, writer = await _connect(base)
    connected.set()
    try:
        await reader.read()
    finally:
        writer.close()


async def read_slowly(base: str, pace: float, connected: asyncio.Event) -> None:
    """Ask for something large and read it a few bytes at a time."""
    reader, writer = await _connect(base)
    try:
        writer.write(f"GET {LARGE} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        await writer.drain()
        connected.set()
        while await reader.read(100):
            await asyncio.sleep(pace)
    finally:
        writer.close()


async def _drip(base: str, start: bytes, pace: float, connected: asyncio.Event) -> None:
    _, writer = await _connect(base)
    try:
        writer.write(start)
        connected.set()
        while True:
            writer.write(b"a")
            await writer.drain()
            await asyncio.sleep(pace)
    finally:
        writer.close()


async def _connect(base: str) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    address = urlsplit(base)
    small = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    small.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL_BUFFER)
    small.setblocking(False)
    await asyncio.get_running_loop().sock_connect(small, (address.hostname, address.port))
    return await asyncio.open_connection(sock=small, limit=SMALL_BUFFER)
