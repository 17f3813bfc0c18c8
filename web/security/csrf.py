"""Forms are accepted from our own pages only: by a token in each form, and by what the browser says of its origin."""

from urllib.parse import urlsplit

from flask import Flask, current_app, request
from flask_wtf.csrf import CSRFError, CSRFProtect, generate_csrf
from markupsafe import Markup

from bukhara.model.messages import N_
from bukhara.wing import merged, wings
from web.dash_internals import CALLBACK
from web.request import service
from web.templating import template_function

STALE = N_(
    "The form was open for too long, or it did not come from this site. Please open the page again and send "
    "the form again."
)


@template_function
def csrf() -> Markup:
    """Return the hidden input that every form begins with; nothing where no token is asked for."""
    if not current_app.config.get("WTF_CSRF_ENABLED", False):
        return Markup("")
    return Markup('<input type="hidden" name="csrf_token" value="{}">').format(generate_csrf())


def register(server: Flask) -> None:
    """Ask for the token where something is sent, save for what changes nothing: Dash's callbacks and what wings say."""
    # A token lives as long as its session; `is_from_elsewhere` checks where a request comes from.
    server.config.update(WTF_CSRF_TIME_LIMIT=None, WTF_CSRF_SSL_STRICT=False)
    protect = CSRFProtect(server)
    for name in (CALLBACK, *merged("open"), *(each for wing in wings().values() for each in wing.without_token)):
        protect.exempt(server.view_functions[name])


def is_from_elsewhere() -> bool:
    """Return whether a browser says that this request was sent by a page of another origin.

    Clients that send no Origin header are not browsers, so they cannot be used for CSRF.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc not in _own_hosts()


def _own_hosts() -> frozenset[str]:
    return frozenset({request.host, urlsplit(service().settings.base_url).netloc} - {""})


__all__ = ["STALE", "CSRFError", "csrf", "is_from_elsewhere", "register"]
