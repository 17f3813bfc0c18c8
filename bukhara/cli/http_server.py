"""The HTTP server: gunicorn, whose workers are forked from the prepared application."""

import errno
import logging
import socket
from collections.abc import Callable, Iterable
from typing import Any

from gunicorn.app.base import BaseApplication

from bukhara.errors import PortTaken

THREADS = 200
"""Threads of a worker: a client that sends or reads slowly keeps one of them."""
OPTIONS = {
    "worker_class": "gthread",
    "threads": THREADS,
    "worker_connections": 1000,
    "timeout": 120,  # of the main thread of a worker, which a busy machine may hold up
    "graceful_timeout": 30,
    "keepalive": 75,  # longer than a proxy keeps its connection, so that the proxy is the one that closes it
    "backlog": 1024,
    "limit_request_line": 0,  # choices of slides make long addresses
    "limit_request_field_size": 0,
    "forwarded_allow_ips": "",  # the application reads what a proxy says, as far as BUKHARA_PROXY_HOPS says
    "control_socket_disable": True,
}


class HttpServer(BaseApplication):  # type: ignore[misc]
    """Serves a WSGI application on a bound socket, in workers that are replaced when they end."""

    def __init__(self, application: Callable[..., Iterable[bytes]], listener: socket.socket, **options: Any) -> None:
        """`options` are further settings of gunicorn, such as `workers` and its hooks."""
        self._application = application
        self._options = {**OPTIONS, "bind": f"fd://{listener.fileno()}", "on_starting": _log_as_all, **options}
        super().__init__()

    def load_config(self) -> None:
        """Set the options."""
        for name, value in self._options.items():
            self.cfg.set(name, value)

    def load(self) -> Callable[..., Iterable[bytes]]:
        """Return the application, which is there before the workers."""
        return self._application


def _log_as_all(_server: object) -> None:
    """Let the log of the program write what gunicorn says."""
    log = logging.getLogger("gunicorn.error")
    log.handlers.clear()
    log.propagate = True


def bound(host: str, port: int) -> socket.socket:
    """Return a socket that is bound to an address and does not listen yet; raise PortTaken if it is in use."""
    held = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        held.bind((host, port))
    except OSError as error:
        held.close()
        raise PortTaken(port) if error.errno == errno.EADDRINUSE else error from None
    return held
