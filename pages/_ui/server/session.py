"""Sessions of the web: the cookie holds a random token, the store the rest; who never wrote gets no cookie."""

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
from pages._ui.server.troubles import tell_away

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
        """Stand for an account."""
        self.account = account

    def get_id(self) -> str:
        """Return the name of the account."""
        return self.account.name


class DeskSession(CallbackDict[str, Any], SessionMixin):
    """What belongs to one reader; `token` is empty until it is kept."""

    def __init__(self, token: str = "", found: Session | None = None) -> None:
        """Hold what was found."""

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


class DeskSessions(SessionInterface):
    """Finds and keeps sessions through the service."""

    def __init__(self, service: Service) -> None:
        """Remember the service, and whether readers come by TLS."""
        self._service = service
        self._secure = service.settings.base_url.startswith("https://")
        self._cookie = "__Host-bukhara" if self._secure else "bukhara"

    def open_session(self, app: Flask, request: Request) -> DeskSession:  # noqa: ARG002 - as Flask calls it
        """Return the session of the cookie; an empty one where there is none, or it is over."""
        token = request.cookies.get(self._cookie, "")
        if not _TOKEN.fullmatch(token) or request.path.startswith(_FOR_ALL):
            return DeskSession()
        try:
            return DeskSession(token, self._service.sessions.find(token))
        except StoreUnavailable:
            return DeskSession()

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:  # noqa: ARG002
        """Keep what was written; a token is given out only then."""
        try:
            self._save(cast("DeskSession", session), response)
        except StoreUnavailable as error:
            tell_away(response, error)

    def _save(self, kept: DeskSession, response: Response) -> None:
        sessions = self._service.sessions
        if kept and (kept.renewed or (kept.modified and not kept.found)):
            self._give(response, sessions.begin(_JSON.dumps(dict(kept)), kept.account, instead_of=kept.token))
        elif kept.token and (kept.renewed or not kept.found) and not request.path.startswith(_FOR_ALL):
            sessions.end(kept.token)
            response.delete_cookie(self._cookie, secure=self._secure, httponly=True, samesite="Lax")
        elif kept.found:
            self._went_on(kept, kept.found)

    def _went_on(self, kept: DeskSession, found: Session) -> None:
        if kept.modified:
            self._service.sessions.keep(kept.token, _JSON.dumps(dict(kept)))
        if _somebody_asks():
            with suppress(StoreUnavailable):  # who reads does not wait for whoever writes
                self._service.sessions.used(kept.token, found)

    def _give(self, response: Response, token: str) -> None:
        response.set_cookie(self._cookie, token, secure=self._secure, httponly=True, samesite="Lax", path="/")


def register(server: Flask, service: Service) -> None:
    """Let the server know who is there."""
    if service.settings.proxy_hops:
        hops = service.settings.proxy_hops
        server.wsgi_app = ProxyFix(server.wsgi_app, x_for=hops, x_proto=hops)  # type: ignore[method-assign]
    server.session_interface = DeskSessions(service)
    login = LoginManager(server)
    # A session is ended by its account's version, not by a change of the reader's network.
    login.session_protection = None
    login.user_loader(_user)
    server.config["ACTOR"] = _actor


def begin(account: Account) -> None:
    """Let somebody be signed in from now on, under a token that was not there before."""
    cast("DeskSession", session).renew(account)
    login_user(User(account))


def end() -> None:
    """Let nobody be signed in from now on; the session is gone from the store."""
    cast("DeskSession", session).renew(None)


def _user(name: str) -> User | None:
    account = cast("DeskSession", session).account
    return User(account) if account and account.name == name else None


def _actor() -> Actor:
    return current_user.account.actor if current_user.is_authenticated else ANYBODY


def _somebody_asks() -> bool:
    """Return whether a person does something: what a script repeats by itself does not keep a session alive."""
    return request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"
