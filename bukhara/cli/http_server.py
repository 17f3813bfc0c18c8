"""An HTTP server in one process: waitress holds all connections in one thread, so a slow client blocks no other."""

import errno
import math
import os
import re
import select
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterable
from typing import Any, Self

from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser
from waitress.server import create_server
from waitress.task import ThreadedTaskDispatcher, WSGITask

from bukhara.errors import PortTaken, StoreUnavailable, disk_error

HEADER_SECONDS, BODY_SECONDS = 30, 300  # an upload of 10 MB at 300 kbit/s still arrives
GRACE_SECONDS = 30
FILES, FILE_THREADS = re.compile(r".*/(panel|countries/\w+)/pack\.|/packs/freeze|/admin/template$|/upload\b"), 8
"""Requests that wait until a file is made or read, and the threads that they have in place of those of pages."""
PROBES = re.compile(r".*/(healthz|readyz)$")
"""Requests of a watching machine, which have one thread of their own."""
KEPT_ALIVE_SECONDS = 1  # while ending: so long a connection may rest before it is closed
CONNECTIONS = 1000 if hasattr(select, "poll") else 400  # select() watches 512 on Windows
OPTIONS = {
    "connection_limit": CONNECTIONS,
    "channel_timeout": 60,
    "cleanup_interval": 5,
    "max_request_header_size": 64 * 1024,
    "max_request_body_size": 64 * 1024 * 1024,  # the application refuses less; this is for what it never sees
    "outbuf_overflow": 256 * 1024,
    "asyncore_use_poll": True,
    "log_socket_errors": False,
    "clear_untrusted_proxy_headers": False,  # the application reads them, as far as BUKHARA_PROXY_HOPS says
    "ident": None,
}


class _LostBody:
    """A body that the disk had no space for: the application that reads it gets the error, and can answer."""

    def __init__(self, trouble: StoreUnavailable) -> None:
        self._trouble, self._size = trouble, 0

    def __len__(self) -> int:
        return self._size

    def append(self, data: bytes) -> None:
        """Count what came, and keep nothing."""
        self._size += len(data)

    def getfile(self) -> Self:
        """Return what the application reads."""
        return self

    def read(self, *_sizes: int) -> bytes:
        """Raise the error of the disk."""
        raise self._trouble

    readline = readlines = __iter__ = read

    def close(self) -> None:
        """Do nothing: there is nothing to delete."""


class _Request(HTTPRequestParser):
    """A request with the time at which it began."""

    def __init__(self, adj: Any) -> None:
        super().__init__(adj)  # type: ignore[no-untyped-call]
        self._began = time.monotonic()

    def received(self, data: bytes) -> int:
        """Take bytes of the request; where the disk has no space for its body, take them without keeping them."""
        try:
            return int(super().received(data))  # type: ignore[no-untyped-call]
        except OSError as error:
            trouble = disk_error(error)
            if trouble is None or self.body_rcv is None:
                raise
            self.body_rcv.getbuf().close()
            self.body_rcv.buf = _LostBody(trouble)
            return int(super().received(data))  # type: ignore[no-untyped-call]

    def is_overdue(self, now: float) -> bool:
        """Return whether the request should be complete by now."""
        return now - self._began > (BODY_SECONDS if self.headers_finished else HEADER_SECONDS)


class _Response(WSGITask):
    """A response that closes its connection when the process accepts no new ones."""

    def build_response_header(self) -> Any:
        """Return the status line and the headers."""
        if not self.channel.server.accepting:
            self.set_close_on_finish()
        return super().build_response_header()  # type: ignore[no-untyped-call]


class _Connection(HTTPChannel):
    parser_class = _Request
    task_class = _Response

    def is_overdue(self, now: float) -> bool:
        """Return whether its client is too slow in sending a request."""
        return isinstance(self.request, _Request) and self.request.is_overdue(now)

    def is_idle(self) -> bool:
        """Return whether the connection has no open request and had none lately."""
        at_work = self.requests or self.request or self.total_outbufs_len
        return not at_work and time.time() - self.last_activity > KEPT_ALIVE_SECONDS


class _Threads:
    """The threads of pages, and beside them those of probes and of requests that wait for a file."""

    def __init__(self, pages: int) -> None:
        self._pages, self._files, self._probes = _threads(pages), _threads(FILE_THREADS), _threads(1)

    def add_task(self, connection: _Connection) -> None:
        """Queue the next request of a connection."""
        path = getattr(connection.requests[0], "path", "")
        threads = self._files if FILES.match(path) else self._probes if PROBES.match(path) else self._pages
        threads.add_task(connection)

    def shutdown(self) -> None:
        """End all threads."""
        for threads in (self._files, self._pages, self._probes):
            threads.shutdown()


def _threads(count: int) -> Any:
    threads: Any = ThreadedTaskDispatcher()
    threads.set_thread_count(count)
    return threads


class HttpServer:
    """Serves requests on a listening socket until it is stopped or has served a given number."""

    def __init__(self, application: Callable[..., Iterable[bytes]], listener: socket.socket, threads: int) -> None:
        """Start the threads; `application` is a WSGI application."""
        self._application = application
        self._left = math.inf
        self._next_check = 0.0
        self._map: dict[int, Any] = {}
        self._server = create_server(
            self._count, self._map, sockets=[listener], _dispatcher=_Threads(threads), **OPTIONS
        )
        self._server.channel_class = _Connection

    def run(self, requests: int = 0, parent: int = 0, leave: Callable[[], None] = lambda: None) -> None:
        """Serve until SIGTERM, Ctrl-C, the end of process `parent`, or a number of requests (0: no limit).

        Then call `leave` and finish open requests: every connection is closed after its answer. Return when no
        connection is left, or after GRACE_SECONDS.
        """
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        self._left = requests or math.inf
        while self._server.accepting and parent in (0, os.getppid()):
            self._turn(1.0)
        self._server.accepting = False
        leave()
        end = time.monotonic() + GRACE_SECONDS
        while self._server.active_channels and time.monotonic() < end:
            self._close(lambda connection: connection.is_idle())
            self._turn(0.1)
        self._server.task_dispatcher.shutdown()
        wasyncore.close_all(self._map)

    def _turn(self, timeout: float) -> None:
        wasyncore.loop(timeout, use_poll=True, map=self._map, count=1)
        if (now := time.monotonic()) > self._next_check:
            self._next_check = now + 1
            self._close(lambda connection: connection.is_overdue(now))

    def _close(self, wanted: Callable[[_Connection], bool]) -> None:
        for connection in list(self._server.active_channels.values()):
            if wanted(connection):
                connection.will_close = True

    def _count(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        self._left -= 1
        if self._left <= 0:
            self._server.accepting = False
        return self._application(environ, start_response)

    def _stop(self, *_signal: object) -> None:
        self._server.accepting = False
        self._server.pull_trigger()


def bound(host: str, port: int) -> socket.socket:
    """Return a socket that is bound to an address and does not listen yet; raise PortTaken if it is in use."""
    held = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    if sys.platform != "win32":
        held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        held.bind((host, port))
    except OSError as error:
        held.close()
        raise PortTaken(port) if error.errno == errno.EADDRINUSE else error from None
    return held
