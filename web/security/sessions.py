"""Sessions: the cookie holds a random token, the store the rest; a reader without anything to keep gets no cookie."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast

from flask import request, session
from flask.json.tag import TaggedJSONSerializer
from flask.sessions import SessionInterface, SessionMixin
from flask_login import LoginManager, UserMixin, current_user, login_user
from werkzeug.datastructures import CallbackDict
from werkzeug.middleware.proxy_fix import ProxyFix

from bukhara.errors import StoreUnavailable
from bukhara.model.access import ANYBODY
from web.error_pages import store_away

if TYPE_CHECKING:
    from flask import Flask, Request, Response

    from bukhara.model.access import Account, Actor
    from bukhara.service import Service
    from bukhara.service.accounts.sessions import Session

_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
# What is the same for everybody, and so never asks who is there.
_FOR_ALL = ("/assets/", "/_dash-component-suites/", "/api/", "/healthz", "/readyz")
_JSON = TaggedJSONSerializer()


class User(UserMixin):  # type: ignore[misc]
    """An account as Flask-Login wants it."""

    def __init__(self, account: Account) -> None:
        """Keep the account."""
        self.account = account

    def get_id(self) -> str:
        """Return the name of the account."""
        return self.account.name


class OfficeSession(CallbackDict[str, Any], SessionMixin):
    """What is kept for one reader; `token` is empty until it is stored."""

    def __init__(self, token: str = "", found: Session | None = None) -> None:
        """Take the stored session, if one was found."""

        def changed(_: object) -> None:
            self.modified = True

        super().__init__(_JSON.loads(found.data) if found else {}, changed)
        self.token, self.found = token, found
        self.account: Account | None = found.account if found else None
        self.modified = self.renewed = False

    def renew(self, account: Account | None) -> None:
        """Begin anew, empty and under another token, for an account or for nobody."""
        self.clear()
        self.account, self.renewed = account, True


class OfficeSessions(SessionInterface):
    """Finds and keeps sessions through the service."""

    def __init__(self, service: Service) -> None:
        """Remember the service, and whether readers come by TLS."""
        self._service = service
        self._secure = service.settings.base_url.startswith("https://")
        self._cookie = "__Host-bukhara" if self._secure else "bukhara"

    def open_session(self, app: Flask, request: Request) -> OfficeSession:  # noqa: ARG002 - as Flask calls it
        """Return the session of the cookie; an empty one if it does not exist or has expired."""
        token = request.cookies.get(self._cookie, "")
        if not _TOKEN.fullmatch(token) or request.path.startswith(_FOR_ALL):
            return OfficeSession()
        try:
            return OfficeSession(token, self._service.sessions.find(token))
        except StoreUnavailable:
            return OfficeSession()

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:  # noqa: ARG002
        """Keep what was written; a token is given out only then."""
        try:
            self._save(cast("OfficeSession", session), response)
        except StoreUnavailable as error:
            store_away(response, error)

    def _save(self, kept: OfficeSession, response: Response) -> None:
        sessions = self._service.sessions
        if kept and (kept.renewed or (kept.modified and not kept.found)):
            self._give(response, sessions.begin(_JSON.dumps(dict(kept)), kept.account, instead_of=kept.token))
        elif kept.token and (kept.renewed or not kept.found) and not request.path.startswith(_FOR_ALL):
            sessions.end(kept.token)
            response.delete_cookie(self._cookie, secure=self._secure, httponly=True, samesite="Lax")
        elif kept.found:
            self._extend(kept, kept.found)

    def _extend(self, kept: OfficeSession, found: Session) -> None:
        if kept.modified:
            self._service.sessions.keep(kept.token, _JSON.dumps(dict(kept)))
        if _is_navigation():
            with suppress(StoreUnavailable):  # a reader does not wait for somebody who writes
                self._service.sessions.used(kept.token, found)

    def _give(self, response: Response, token: str) -> None:
        response.set_cookie(self._cookie, token, secure=self._secure, httponly=True, samesite="Lax", path="/")


def register(server: Flask, service: Service) -> None:
    """Let the server know who is there."""
    if service.settings.proxy_hops:
        hops = service.settings.proxy_hops
        server.wsgi_app = ProxyFix(server.wsgi_app, x_for=hops, x_proto=hops)  # type: ignore[method-assign]
    server.session_interface = OfficeSessions(service)
    login = LoginManager(server)
    # A session is ended by its account's version, not by a change of the reader's network.
    login.session_protection = None
    login.user_loader(_user)
    server.config["ACTOR"] = _actor


def begin(account: Account) -> None:
    """Let somebody be signed in from now on, under a token that was not there before."""
    cast("OfficeSession", session).renew(account)
    login_user(User(account))


def end() -> None:
    """Let nobody be signed in from now on; the session is gone from the store."""
    cast("OfficeSession", session).renew(None)


def _user(name: str) -> User | None:
    account = cast("OfficeSession", session).account
    return User(account) if account and account.name == name else None


def _actor() -> Actor:
    return current_user.account.actor if current_user.is_authenticated else ANYBODY


def _is_navigation() -> bool:
    """Return whether a person does something: what a script repeats by itself does not keep a session alive."""
    return request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"
