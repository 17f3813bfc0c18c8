"""Sessions: of an account, the cookie holds a random token, the store the rest.

Whoever is not signed in has no row in the store: what their forms need is in the cookie itself, signed. A reader
without anything to keep gets no cookie.
"""

import re
from contextlib import suppress
from typing import Any, cast

from flask import Flask, Request, Response, request, session
from flask.json.tag import TaggedJSONSerializer
from flask.sessions import SessionInterface, SessionMixin
from flask_login import LoginManager, UserMixin, current_user, login_user
from itsdangerous import BadSignature, URLSafeTimedSerializer
from werkzeug.datastructures import CallbackDict

from bukhara.errors import StoreUnavailable
from bukhara.model.access import ANYBODY, Account
from bukhara.service import Service
from bukhara.service.accounts.sessions import Session
from bukhara.wing import merged
from web.cookies import cookie_name, cookie_options
from web.dash_internals import SUITES
from web.error_pages import store_away
from web.security import known_browser

_TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
# What is the same for everybody, and so never asks who is there.
_OF_WINGS = (address.partition("<")[0] for address in merged("open").values())
_FOR_ALL = ("/assets/", SUITES, "/healthz", "/readyz", *_OF_WINGS)
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
    """What is kept for one reader; `token` is empty for one who is not signed in."""

    def __init__(self, token: str = "", found: Session | None = None, data: dict[str, Any] | None = None) -> None:
        """Take the stored session, if one was found, or the data of a reader who is not signed in."""

        def changed(_: object) -> None:
            self.modified = True

        super().__init__(_JSON.loads(found.data) if found else data or {}, changed)
        self.token, self.found = token, found
        self.account = found.account if found else None
        self.modified = self.renewed = False

    def renew(self, account: Account | None) -> None:
        """Begin anew, empty and under another token, for an account or for nobody."""
        self.clear()
        self.account, self.renewed = account, True


class OfficeSessions(SessionInterface):
    """Finds and keeps sessions through the service."""

    def __init__(self, service: Service) -> None:
        """Remember the service, and what its cookie is like."""
        self._service = service
        self._cookie, self._options = cookie_name(service.settings, "bukhara"), cookie_options(service.settings)

    def open_session(self, app: Flask, request: Request) -> OfficeSession:
        """Return the session of the cookie; an empty one if it does not exist or has expired."""
        token = request.cookies.get(self._cookie, "")
        if not token or request.path.startswith(_FOR_ALL):
            return OfficeSession()
        if not _TOKEN.fullmatch(token):
            return OfficeSession(data=self._read(app, token))
        try:
            return OfficeSession(token, self._service.sessions.find(token))
        except StoreUnavailable:
            return OfficeSession()

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Keep what was written; a token is given out only then."""
        try:
            self._save(app, cast("OfficeSession", session), response)
        except StoreUnavailable as error:
            store_away(response, error)

    def _save(self, app: Flask, kept: OfficeSession, response: Response) -> None:
        sessions = self._service.sessions
        if kept.account and kept.renewed:
            self._give(response, sessions.begin(_JSON.dumps(dict(kept)), kept.account, instead_of=kept.token))
            known_browser.remember(response, kept.account.name)
        elif kept.found and not kept.renewed:
            self._extend(kept, kept.found)
        else:
            if kept.token and kept.renewed:
                sessions.end(kept.token)
            if kept and kept.modified:
                self._give(response, self._signer(app).dumps(dict(kept)))
            elif kept.token or kept.modified:
                response.delete_cookie(self._cookie, **self._options)

    def _read(self, app: Flask, cookie: str) -> dict[str, Any]:
        """Return the session data from the cookie of a reader without an account; empty if forged or too old."""
        try:
            data = self._signer(app).loads(cookie, max_age=self._service.settings.session_hours * 3600)
        except BadSignature:
            return {}
        return data if isinstance(data, dict) else {}

    def _signer(self, app: Flask) -> URLSafeTimedSerializer:
        return URLSafeTimedSerializer(str(app.secret_key), salt="not signed in", serializer=_JSON)

    def _extend(self, kept: OfficeSession, found: Session) -> None:
        if kept.modified:
            self._service.sessions.keep(kept.token, _JSON.dumps(dict(kept)))
        if _is_navigation():
            with suppress(StoreUnavailable):  # a reader does not wait for somebody who writes
                self._service.sessions.used(kept.token, found)

    def _give(self, response: Response, token: str) -> None:
        response.set_cookie(self._cookie, token, **self._options)


def register(server: Flask, service: Service) -> None:
    """Let the server know who is there."""
    server.session_interface = OfficeSessions(service)
    login = LoginManager(server)
    # A session is ended by its account's version, not by a change of the reader's network.
    login.session_protection = None
    login.user_loader(_user)
    server.config["ACTOR"] = lambda: current_user.account.actor if current_user.is_authenticated else ANYBODY


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


def _is_navigation() -> bool:
    """Return whether a person does something: what a script repeats by itself does not keep a session alive."""
    return request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"
