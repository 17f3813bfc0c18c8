"""Accounts and the links that open them: reads and writes their rows in an open transaction."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Row, insert, select, update

from bukhara.model.access import Account, Role
from bukhara.store import tables
from bukhara.store.rows import clean, utc


@dataclass(frozen=True, slots=True)
class StoredAccount:
    """An account with the hash of its password, empty where none was set."""

    account: Account
    password_hash: str


@dataclass(frozen=True, slots=True)
class Invitation:
    """A link that was given out: for which account, for what, until when."""

    account: str
    purpose: str
    expires_at: datetime


def find(connection: Connection, name: str) -> StoredAccount | None:
    """Return an account by its name."""
    row = connection.execute(select(tables.account).where(tables.account.c.name == clean(name))).one_or_none()
    return _stored(row) if row else None


def by_subject(connection: Connection, subject: str) -> StoredAccount | None:
    """Return the account of an identity at the OpenID provider."""
    wanted = select(tables.account).where(tables.account.c.subject == clean(subject), tables.account.c.subject != "")
    row = connection.execute(wanted).one_or_none() if subject else None
    return _stored(row) if row else None


def every(connection: Connection) -> tuple[Account, ...]:
    """Return all accounts by name."""
    rows = connection.execute(select(tables.account).order_by(tables.account.c.name))
    return tuple(_stored(row).account for row in rows)


def commissions(connection: Connection) -> dict[str, str]:
    """Return the state of each account of a commission, by name."""
    return {each.name: each.country for each in every(connection) if Role.COMMISSION in each.roles}


def add(connection: Connection, account: Account, password_hash: str, now: datetime) -> None:
    """Add an account."""
    values = {"name": account.name, "created_at": utc(now), "password_hash": password_hash, **_columns(account)}
    connection.execute(insert(tables.account).values(values))


def change(connection: Connection, account: Account, password_hash: str | None = None) -> None:
    """Store the changed account, and its password if a hash is given."""
    values: dict[str, object] = dict(_columns(account))
    if password_hash is not None:
        values["password_hash"] = password_hash
    connection.execute(update(tables.account).where(tables.account.c.name == account.name).values(values))


def invite(connection: Connection, token_hash: str, invitation: Invitation, now: datetime) -> None:
    """Store a new link and end the unused ones for the same account and purpose."""
    spend(connection, invitation.account, invitation.purpose, now)
    values = {
        "token_hash": token_hash,
        "account": invitation.account,
        "purpose": invitation.purpose,
        "expires_at": utc(invitation.expires_at),
        "used_at": None,
    }
    connection.execute(insert(tables.invitation).values(values))


def invitation(connection: Connection, token_hash: str) -> Invitation | None:
    """Return the unused link with this token hash, or None."""
    table = tables.invitation
    wanted = select(table).where(table.c.token_hash == token_hash, table.c.used_at.is_(None))
    row = connection.execute(wanted).one_or_none()
    return Invitation(row.account, row.purpose, datetime.fromisoformat(row.expires_at)) if row else None


def spend(connection: Connection, account: str, purpose: str, now: datetime) -> None:
    """End every unused link for the account and purpose."""
    table = tables.invitation
    same = (table.c.account == account, table.c.purpose == purpose, table.c.used_at.is_(None))
    connection.execute(update(table).where(*same).values(used_at=utc(now)))


def _stored(row: Row[tuple[object, ...]]) -> StoredAccount:
    account = Account(
        name=row.name,
        roles=frozenset(Role(role) for role in row.roles.split()),
        country=row.country,
        disabled=bool(row.disabled),
        subject=row.subject,
        version=row.version,
    )
    return StoredAccount(account, row.password_hash)


def _columns(account: Account) -> dict[str, object]:
    return {
        "roles": " ".join(role.value for role in Role if role in account.roles),
        "country": account.country,
        "subject": clean(account.subject),
        "disabled": int(account.disabled),
        "version": account.version,
    }
