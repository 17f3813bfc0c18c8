"""What one process lets all others know for a while; every function takes an open connection."""

from datetime import datetime

from sqlalchemy import Connection, delete, insert, select

from bukhara.store import tables
from bukhara.store.rows import utc

_NOTICE = tables.notice


def put(connection: Connection, key: str, value: str, now: datetime) -> None:
    """Store a notice, in place of one with this key."""
    drop(connection, key)
    connection.execute(insert(_NOTICE).values(key=key, value=value, at=utc(now)))


def get(connection: Connection, key: str, since: datetime | None = None) -> str | None:
    """Return the value of a notice that was stored after a moment; None if there is none."""
    wanted = select(_NOTICE.c.value).where(_NOTICE.c.key == key)
    return connection.execute(wanted.where(_NOTICE.c.at > utc(since)) if since else wanted).scalar()


def drop(connection: Connection, *keys: str) -> None:
    """Delete notices."""
    connection.execute(delete(_NOTICE).where(_NOTICE.c.key.in_(keys)))


def sweep(connection: Connection, kind: str, before: datetime) -> None:
    """Delete the notices whose key begins with `kind` and that were stored before a moment."""
    connection.execute(delete(_NOTICE).where(_NOTICE.c.key.startswith(kind), _NOTICE.c.at < utc(before)))
