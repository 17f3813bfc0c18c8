"""Clients that keep connections open and hardly use them, and the probes of a reader beside them."""

import socket
import time
import urllib.request
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from threading import Event, Thread
from urllib.parse import urlsplit

PROBED = ("/readyz", "/")
LARGE = b"/_dash-component-suites/plotly/package_data/plotly.min.js"
FORM = b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 10000"
TIMEOUT = 60.0
SMALL_BUFFER = 4096
SLOW: tuple[tuple[bytes, Callable[[socket.socket], object]], ...] = (
    (b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ", lambda client: client.send(b"a")),
    (b"POST /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\n" + FORM + b"\r\n\r\n", lambda client: client.send(b"a")),
    (b"", lambda _: None),
    (b"GET " + LARGE + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", lambda client: client.recv(100)),
)
"""What each kind sends at first, and then now and then: headers or a body that never end, nothing, a slow reader."""


@dataclass
class Probes:
    """How many requests of the reader were answered, and what became of the others."""

    seconds: list[float] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)


def probe(base: str, *, each: int, rounds: int = 0, seconds: float = 0.0, pace: float = 1.0) -> Probes:
    """Read the site beside `each` clients of every slow kind, for some rounds or seconds."""
    found, start, stop = Probes(), time.monotonic(), Event()
    with ExitStack() as stack:
        clients = [(stack.enter_context(_connected(base, first)), step) for first, step in SLOW for _ in range(each)]
        kept_open = Thread(target=_keep_open, args=(clients, pace, stop))
        kept_open.start()
        stack.callback(kept_open.join)
        stack.callback(stop.set)
        while len(found.seconds) + len(found.failed) < rounds * len(PROBED) or time.monotonic() - start < seconds:
            for path in PROBED:
                _ask(base + path, found)
    return found


def _ask(address: str, found: Probes) -> None:
    start = time.monotonic()
    try:
        with urllib.request.urlopen(address, timeout=TIMEOUT) as answer:
            answer.read()
        found.seconds.append(time.monotonic() - start)
    except OSError as error:
        found.failed.append(f"{address}: {error}")


def _connected(base: str, first: bytes) -> socket.socket:
    client = socket.socket()
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, SMALL_BUFFER)
    client.connect((urlsplit(base).hostname, urlsplit(base).port))
    client.sendall(first)
    client.setblocking(False)
    return client


def _keep_open(
    clients: Sequence[tuple[socket.socket, Callable[[socket.socket], object]]], pace: float, stop: Event
) -> None:
    while not stop.wait(pace):
        for client, step in clients:
            with suppress(OSError):
                step(client)
