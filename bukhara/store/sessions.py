"""Stores sessions and attempts to sign in; only the hash of a token is stored."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from bukhara.store import tables
from bukhara.store.rows import from_row


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredSession:
    """One session of an account."""

    token_hash: str
    account: str
    account_version: int
    data: str
    created_at: datetime
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class Tries:
    """The number of attempts since a moment, and the time of the last one."""

    count: int
    last: datetime | None


def find(connection: Connection, token_hash: str) -> StoredSession | None:
    """Return the session with this token hash, or None."""
    table = tables.web_session
    row = connection.execute(select(table).where(table.c.token_hash == token_hash)).one_or_none()
    return None if row is None else from_row(StoredSession, row)


def add(connection: Connection, session: StoredSession) -> None:
    """Store a new session."""
    values = {**asdict(session), "created_at": _utc(session.created_at), "seen_at": _utc(session.seen_at)}
    connection.execute(insert(tables.web_session).values(values))


def change(
    connection: Connection, token_hash: str, *, data: str | None = None, seen_at: datetime | None = None
) -> None:
    """Store the data or the last use of a session; a deleted session is not created again."""
    wanted = {"data": data, "seen_at": _utc(seen_at) if seen_at else None}
    values = {name: value for name, value in wanted.items() if value is not None}
    table = tables.web_session
    connection.execute(update(table).where(table.c.token_hash == token_hash).values(values))


def end(connection: Connection, token_hash: str) -> None:
    """Delete a session."""
    connection.execute(delete(tables.web_session).where(tables.web_session.c.token_hash == token_hash))


def sweep(connection: Connection, seen_before: datetime, made_before: datetime) -> None:
    """Forget the sessions that were last used, or made, at these moments or before."""
    table = tables.web_session
    over = (table.c.seen_at <= _utc(seen_before)) | (table.c.created_at <= _utc(made_before))
    connection.execute(delete(table).where(over))


def end_all(connection: Connection, account: str) -> None:
    """Forget every session of an account."""
    connection.execute(delete(tables.web_session).where(tables.web_session.c.account == account))


def tries(connection: Connection, subject: str, since: datetime) -> Tries:
    """Return how often `subject` was tried since a moment."""
    table = tables.attempt
    counted = select(func.count(), func.max(table.c.at)).where(table.c.subject == subject, table.c.at > _utc(since))
    count, last = connection.execute(counted).one()
    return Tries(count, datetime.fromisoformat(last) if last else None)


def tried(connection: Connection, subjects: Sequence[str], now: datetime, keep_since: datetime) -> None:
    """Store an attempt to sign in for each subject (`throttle.py`); those up to `keep_since` are deleted."""
    connection.execute(delete(tables.attempt).where(tables.attempt.c.at <= _utc(keep_since)))
    connection.execute(insert(tables.attempt), [{"subject": subject, "at": _utc(now)} for subject in subjects])


def forgive(connection: Connection, subjects: Sequence[str]) -> None:
    """Delete the attempts of these subjects."""
    connection.execute(delete(tables.attempt).where(tables.attempt.c.subject.in_(subjects)))


def take_back(connection: Connection, subject: str) -> None:
    """Delete the last attempt of a subject only."""
    table = tables.attempt
    last = select(func.max(table.c.attempt_id)).where(table.c.subject == subject).scalar_subquery()
    connection.execute(delete(table).where(table.c.attempt_id == last))


def _utc(moment: datetime) -> str:
    """Return a moment as a text that sorts like the moment; `rows.utc` leaves out microseconds that are zero."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
