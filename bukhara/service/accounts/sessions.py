"""Sessions, stored under the hash of their token; each expires."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from bukhara.model.access import Account
from bukhara.service.core import Core
from bukhara.store import accounts as stored_accounts
from bukhara.store import sessions

SEEN_EVERY = timedelta(minutes=1)
_CLOCKS_DIFFER = timedelta(minutes=5)
"""How much later than now a session may have been made: by another machine, never by a clock that was set back."""


@dataclass(frozen=True, slots=True)
class Session:
    """The session of a token: the account and the stored data."""

    account: Account
    data: str
    seen_at: datetime


class Sessions:
    """Sessions, stored under the hash of their token; each expires."""

    def __init__(self, core: Core) -> None:
        self._core = core

    def find(self, token: str) -> Session | None:
        """Return the session of a token; None if it has expired or its account has changed."""
        with self._core.opened().connect() as connection:
            found = sessions.find(connection, token_hash(token))
            last_use, made = self._limits()
            if found is None or found.seen_at <= last_use or found.created_at <= made:
                return None
            if found.created_at > self._core.now() + _CLOCKS_DIFFER:
                return None
            stored = stored_accounts.find(connection, found.account)
        if stored is None or stored.account.disabled or stored.account.version != found.account_version:
            return None
        return Session(stored.account, found.data, found.seen_at)

    def begin(self, data: str, account: Account, *, instead_of: str = "") -> str:
        """Store a new session and return its token; the session `instead_of` ends."""
        token, now = secrets.token_urlsafe(32), self._core.now()
        begun = sessions.StoredSession(
            token_hash=token_hash(token),
            account=account.name,
            account_version=account.version,
            data=data,
            created_at=now,
            seen_at=now,
        )
        with self._core.opened().transaction() as connection:
            sessions.sweep(connection, *self._limits())
            if instead_of:
                sessions.end(connection, token_hash(instead_of))
            sessions.add(connection, begun)
        return token

    def keep(self, token: str, data: str) -> None:
        """Store the data of a session; an ended session is not created again."""
        with self._core.opened().transaction() as connection:
            sessions.change(connection, token_hash(token), data=data)

    def used(self, token: str, session: Session) -> None:
        """Record that the session was used, at most once a minute."""
        now = self._core.now()
        if now - session.seen_at >= SEEN_EVERY:
            with self._core.opened().transaction() as connection:
                sessions.change(connection, token_hash(token), seen_at=now)

    def end(self, token: str) -> None:
        """End a session."""
        with self._core.opened().transaction() as connection:
            sessions.end(connection, token_hash(token))

    def _limits(self) -> tuple[datetime, datetime]:
        """Return the moments after which an open session must have been used, and made."""
        now, settings = self._core.now(), self._core.settings
        return now - timedelta(minutes=settings.session_idle_minutes), now - timedelta(hours=settings.session_hours)


def token_hash(token: str) -> str:
    """Return the hash under which a token is stored."""
    return hashlib.sha256(token.encode("utf-8", "ignore")).hexdigest()
