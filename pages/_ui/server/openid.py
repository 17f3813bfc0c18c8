"""Signing in with the account of one's organisation, by OpenID Connect; without an issuer nobody is contacted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.flask_client import OAuth
from flask import abort, current_app, flash, redirect, request
from flask import session as kept
from joserfc.errors import JoseError

from bukhara.access import Action
from bukhara.i18n.codes import N_
from pages._ui.doors.registry import door
from pages._ui.parts.reader import reader_of
from pages._ui.server import session
from pages._ui.server.onward import led_onward, onward

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.wrappers import Response

    from bukhara.service import Service

SECONDS = 10
NAME, BACK = "provider", "/sign-in/oidc/back"
FAILED = N_("The sign-in of your organisation did not answer as expected. Please try again.")
UNKNOWN = N_("Your organisation knows you, but no account here belongs to that identity.")
# What a provider that is away, wrong or false gives: refusals, bad tokens, no connection, missing fields.
_TROUBLES = (AuthlibBaseError, JoseError, OSError, ValueError, KeyError, RuntimeError)


def register(server: Flask, service: Service) -> None:
    """Remember the provider; it is asked for its addresses when somebody signs in by it."""
    settings = service.settings
    if not settings.oidc_issuer:
        return
    server.config["OPENID"] = OAuth(server).register(
        NAME,
        client_id=settings.oidc_client_id,
        client_secret=settings.oidc_client_secret,
        server_metadata_url=settings.oidc_issuer.rstrip("/") + "/.well-known/openid-configuration",
        client_kwargs={"scope": "openid", "code_challenge_method": "S256", "default_timeout": SECONDS},
    )


@door("/sign-in/oidc", Action.SIGN_IN, method="GET")
def leave_for_provider() -> Response:
    """Send the reader to the provider."""
    provider, reader = _provider(), reader_of("/sign-in", request.args.to_dict())
    base = reader.service.settings.base_url or request.host_url
    kept["onward"] = led_onward(reader, reader.query.get("next", ""))
    try:
        away: Response = provider.authorize_redirect(base.rstrip("/") + BACK)
    except _TROUBLES:
        flash(reader.words(FAILED), "trouble")
        return redirect(reader.href("/sign-in"), 303)
    return away


@door(BACK, Action.SIGN_IN, method="GET")
def come_back() -> Response:
    """Take the reader back in, where the provider vouches for somebody who has an account."""
    provider, led = _provider(), onward(kept.get("onward", ""))
    reader = reader_of("/sign-in", {})
    service: Service = current_app.config["SERVICE"]
    try:
        subject = str(provider.authorize_access_token()["userinfo"]["sub"])
    except _TROUBLES:
        flash(reader.words(FAILED), "trouble")
        return redirect(reader.href("/sign-in"), 303)
    account = service.accounts.sign_in_by_subject(subject, address=request.remote_addr or "")
    if account is None:
        flash(reader.words(UNKNOWN), "trouble")
        return redirect(reader.href("/sign-in"), 303)
    session.begin(account)
    return redirect(led, 303)


def _provider() -> Any:
    return current_app.config.get("OPENID") or abort(404)
