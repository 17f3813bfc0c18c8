"""Signing in with the account of one's organisation, by OpenID Connect; without an issuer nothing of it is loaded."""

from typing import Any

from flask import Flask, abort, current_app, request, session
from werkzeug.wrappers import Response

from bukhara.access import Action
from bukhara.model.messages import N_
from bukhara.settings import Settings
from office.page import office
from web.addresses import address_of, url_of
from web.permissions import requires
from web.redirects import ACCOUNT, next_address, see_other
from web.request import current_request, service
from web.security import sessions

SECONDS = 10
NAME, BACK = "provider", "/sign-in/oidc/back"
FAILED = N_("The sign-in of your organisation did not answer as expected. Please try again.")
UNKNOWN = N_("Your organisation has confirmed who you are, but there is no account here for you.")


def register(server: Flask, settings: Settings) -> None:
    """Register the OpenID provider; its addresses are fetched at the first sign-in."""
    if not settings.oidc_issuer:
        return
    from authlib.integrations.flask_client import OAuth

    server.config["OPENID"] = OAuth(server).register(
        NAME,
        client_id=settings.oidc_client_id,
        client_secret=settings.oidc_client_secret,
        server_metadata_url=settings.oidc_issuer.rstrip("/") + "/.well-known/openid-configuration",
        client_kwargs={"scope": "openid", "code_challenge_method": "S256", "default_timeout": SECONDS},
    )


@office.get("/sign-in/oidc")
@requires(Action.SIGN_IN, is_file=True)
def leave_for_provider() -> Response:
    """Send the reader to the provider."""
    provider, page_request = _provider(), current_request("/sign-in")
    session["onward"] = next_address(page_request, page_request.query.get("next", ""))
    try:
        away: Response = provider.authorize_redirect(url_of(address_of(BACK)))
    except _troubles():
        return see_other(page_request.href("/sign-in"), page_request.words(FAILED), "trouble")
    return away


@office.get(BACK)
@requires(Action.SIGN_IN, is_file=True)
def come_back() -> Response:
    """Sign the reader in, if the provider vouches for somebody who has an account."""
    provider, onward = _provider(), session.get("onward") or address_of(ACCOUNT)
    page_request = current_request("/sign-in")
    try:
        subject = str(provider.authorize_access_token()["userinfo"]["sub"])
    except _troubles():
        return see_other(page_request.href("/sign-in"), page_request.words(FAILED), "trouble")
    account = service().accounts.sign_in_by_subject(subject, address=request.remote_addr or "")
    if account is None:
        return see_other(page_request.href("/sign-in"), page_request.words(UNKNOWN), "trouble")
    sessions.begin(account)
    return see_other(onward)


def _provider() -> Any:
    return current_app.config.get("OPENID") or abort(404)


def _troubles() -> tuple[type[Exception], ...]:
    """Return what a provider that is away, wrong or false gives: refusal, bad token, no connection, missing field."""
    from authlib.common.errors import AuthlibBaseError
    from joserfc.errors import JoseError

    return AuthlibBaseError, JoseError, OSError, ValueError, KeyError, RuntimeError
