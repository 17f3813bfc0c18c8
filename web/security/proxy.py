"""What a proxy in front says of its readers is believed as far as BUKHARA_PROXY_HOPS says, and missed where it is 0."""

import logging
from threading import Event

from flask import Flask, request
from werkzeug.middleware.proxy_fix import ProxyFix

_LOG = logging.getLogger(__name__)


def register(server: Flask, hops: int) -> None:
    """Believe so many proxies; without any, warn once if a request came through one."""
    if hops:
        server.wsgi_app = ProxyFix(server.wsgi_app, x_for=hops, x_proto=hops)  # type: ignore[method-assign]
        return
    warned = Event()

    def warn() -> None:
        if not warned.is_set() and request.headers.get("X-Forwarded-For"):
            warned.set()
            _LOG.warning(
                "a request came through a proxy, and BUKHARA_PROXY_HOPS is 0: all readers behind it share one address. "
                "Set BUKHARA_PROXY_HOPS to the number of proxies."
            )

    server.before_request(warn)
