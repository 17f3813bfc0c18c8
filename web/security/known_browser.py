"""A signed cookie of a browser in which an account signed in: tries by strangers do not make it wait.

Without it, whoever tries passwords from a shared address (an office, a proxy) would lock out everybody there.
"""

import secrets

from flask import Response, current_app, request
from itsdangerous import BadSignature, URLSafeTimedSerializer

from web.cookies import cookie_name, cookie_options
from web.request import service

DAYS = 30


def browser_of(name: str) -> str:
    """Return the id of this browser if `name` signed in with it before, else an empty text."""
    try:
        known = _signer().loads(request.cookies.get(_cookie(), ""), max_age=DAYS * 86400)
    except BadSignature:
        return ""
    return str(known["id"]) if known["name"] == name.strip().casefold() else ""


def remember(response: Response, name: str) -> None:
    """Let this browser be one in which `name` signed in."""
    value = _signer().dumps({"name": name, "id": secrets.token_hex(16)})
    response.set_cookie(_cookie(), value, max_age=DAYS * 86400, **cookie_options(service().settings))


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt="known browser")


def _cookie() -> str:
    return cookie_name(service().settings, "bukhara-known")
