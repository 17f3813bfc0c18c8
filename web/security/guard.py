"""Every request passes here first: what is not open and carries no permission is refused.

What the domain refuses later becomes a page that says why.
"""

from urllib.parse import urlsplit

from flask import Flask, abort, redirect, request
from werkzeug.wrappers import Response

from bukhara.access import Action, decide
from bukhara.errors import NotAllowed, Refused
from bukhara.wing import merged
from web.addresses import path_of
from web.dash_internals import CALLBACK, ENDPOINTS
from web.document import document
from web.error_pages import SIGN_IN, refused
from web.permissions import Permission, permission_of, requires
from web.request import actor, current_request, service
from web.security.csrf import STALE, CSRFError, is_from_elsewhere

# What answers to anybody, by endpoint, with its address as docs/permissions.md has it. All else is refused.
OPEN = {
    **ENDPOINTS,
    "/healthz": "/healthz",
    "ready": "/readyz",
    "stylesheet": "/assets/<file>",
    "office_stylesheet": "/assets/<file>",
    "office_script": "/assets/<file>",
    "client_script": "/assets/<file>",
    "choose_language": "/language/<code>",
    "robots": "/robots.txt",
    "sitemap": "/sitemap.xml",
    "security_txt": "/.well-known/security.txt",
    "favicon": "/favicon.ico",
    "download": "/download/<chart>.<kind>",
    "brief": "/countries/<state>/brief.<kind>",
    "everything": "/countries/<state>/everything.xlsx",
    "country_pack": "/countries/<state>/pack.<kind>",
    "panel_choose": "/panel/choose",
    "panel_present": "/panel/present",
    "panel_file": "/panel/pack.<kind>",
    "frozen": "/frozen/<name>",
    "frozen_file": "/frozen/<frozen_id>/<file>",
    **merged("open"),
}
_READ_ONLY = ("GET", "HEAD", "OPTIONS")
# Dash asks for pages by POST and changes nothing; what a wing has for everybody refuses a POST itself.
_POSTED_TO = frozenset({CALLBACK, *merged("open")})


def register(server: Flask) -> None:
    """Check every request, and answer refusals with a page."""
    server.add_url_rule("/refused", "refused", _refused_page)
    server.before_request(_check)
    server.register_error_handler(NotAllowed, lambda no: (_refusal(no.reason), 403 if actor().signed_in else 401))
    server.register_error_handler(Refused, lambda no: (_refusal(no.reason), 409))
    server.register_error_handler(CSRFError, _stale_form)


def _check() -> Response | None:
    if request.endpoint is None:
        return None
    if request.method not in _READ_ONLY and is_from_elsewhere():
        raise CSRFError(STALE)
    permission = permission_of(request.endpoint)
    if permission:
        return _check_permission(permission)
    if request.endpoint not in OPEN:
        abort(404)
    if request.method not in _READ_ONLY and request.endpoint not in _POSTED_TO:
        abort(405)
    return None


def _check_permission(permission: Permission) -> Response | None:
    is_file = permission.is_file and not actor().signed_in and request.method == "GET"
    if is_file and not decide(actor(), permission.action).allowed:
        return redirect(current_request().href("/sign-in", next=request.path), 303)
    service().authorize(actor(), permission.action)
    return None


def _stale_form(_error: CSRFError) -> tuple[str, int]:
    permission = permission_of(request.endpoint)
    verdict = decide(actor(), permission.action) if permission else None
    # The token of a form ends with its session: what is missing is not the form, but the signing in.
    if verdict and not verdict.allowed and not actor().signed_in and not is_from_elsewhere():
        return _refusal(verdict.reason), 401
    return _refusal(STALE), 400


def _refusal(reason: str) -> str:
    page_request = current_request(_page_of_form())
    return document(page_request, refused(page_request, reason))


def _page_of_form() -> str:
    """Return the page that a form was sent from, where the browser says so: a reader cannot go to a form's address."""
    came = urlsplit(request.referrer or "")
    is_ours = request.method == "POST" and came.netloc == request.host and came.path
    return path_of(came.path) if is_ours else request.path


@requires(Action.READ)
def _refused_page() -> tuple[str, int]:
    return _refusal(SIGN_IN), 403 if actor().signed_in else 401
