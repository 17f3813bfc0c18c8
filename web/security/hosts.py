"""What a request says of its host and its reader, believed as far as the settings say: names, and proxies in front."""

import logging
from threading import Event
from urllib.parse import urlsplit

from flask import Flask, request
from werkzeug.exceptions import SecurityError
from werkzeug.middleware.proxy_fix import ProxyFix

from bukhara.settings import Settings

LOOPBACK = ("localhost", "127.0.0.1")
_LOG = logging.getLogger(__name__)


def register(server: Flask, settings: Settings) -> None:
    """Answer under these names only; a refusal repeats nothing of what was asked."""
    server.config["TRUSTED_HOSTS"] = trusted(settings)
    server.register_error_handler(SecurityError, lambda _: ("This is not an address of this server.\n", 400))


def trusted(settings: Settings) -> list[str] | None:
    """Return the names that a request may carry as its host: without an address in the settings, this machine's.

    Where the server listens on ::1 they are None, and so any: werkzeug compares no address of IPv6.
    """
    name = urlsplit(settings.base_url).hostname
    return None if not name and ":" in settings.host else [*filter(None, [name]), *LOOPBACK]


def believe_proxies(server: Flask, hops: int) -> None:
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
