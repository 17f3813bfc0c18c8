"""By which names the server may be called: the one of its address, and those of this machine."""

from urllib.parse import urlsplit

from flask import Flask
from werkzeug.exceptions import SecurityError

from bukhara.settings import Settings

LOOPBACK = ("localhost", "127.0.0.1")


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
