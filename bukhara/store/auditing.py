"""The trail: one row an action, written in the transaction of the action itself, never changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from bukhara.store import tables
from bukhara.store.rows import clean
from bukhara.store.submission import AuditEntry


def note(
    connection: Connection,
    actor: str,
    action: str,
    *,
    now: datetime,
    detail: Mapping[str, object] | None = None,
    release: int | None = None,
) -> None:
    """Add a row: who, what, when; `detail` never holds a secret, a figure or what a person is called."""
    values = {
        "at": now.astimezone(UTC).isoformat(),
        "actor": clean(actor),
        "action": action,
        "detail": clean(json.dumps(detail or {}, ensure_ascii=False)),
        "release_number": release,
    }
    connection.execute(insert(tables.audit).values(values))


def trail(connection: Connection) -> tuple[AuditEntry, ...]:
    """Return every row, oldest first."""
    rows = connection.execute(select(tables.audit).order_by(tables.audit.c.audit_id))
    return tuple(AuditEntry(row.at, row.actor, row.action, row.detail, row.release_number) for row in rows)
