"""The audit log: one row for each action, written in the transaction of the action itself and never changed.

Each row holds a hash of itself and of the row before, so that a change from outside the program is noticed.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select

from bukhara.model.audit import AuditAction
from bukhara.store import tables
from bukhara.store.rows import clean, utc
from bukhara.wing import functions


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """Who did what, when (UTC, ISO 8601); `detail` is JSON."""

    at: str
    actor: str
    action: str
    detail: str
    release: int | None


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """The newest release and the newest row of the audit log, with its hash, when a change was acknowledged."""

    release: int
    row: int
    hash: str


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Page `number` of `last` of the audit log, the number of rows, and the actors and actions to choose from."""

    entries: tuple[AuditEntry, ...]
    number: int
    last: int
    total: int
    actors: tuple[str, ...]
    actions: tuple[str, ...]


def note(
    connection: Connection,
    actor: str,
    action: str,
    *,
    now: datetime,
    detail: Mapping[str, object] | None = None,
    release: int | None = None,
) -> None:
    """Add a row: who, what, when; `detail` never holds a secret, a figure or the name of a person. Wings are told."""
    values = {
        "at": utc(now),
        "actor": clean(actor),
        "action": str(action),
        "detail": clean(json.dumps(detail or {}, ensure_ascii=False)),
        "release_number": release,
    }
    newest = select(tables.audit.c.hash).order_by(tables.audit.c.audit_id.desc()).limit(1)
    values["hash"] = _link(connection.execute(newest).scalar_one_or_none() or "", values.values())
    connection.execute(insert(tables.audit).values(values))
    for listen in functions("listens"):
        listen(connection, str(action), detail or {}, now)


def details_of(connection: Connection, action: AuditAction) -> list[tuple[str, dict[str, Any]]]:
    """Return the actor and the detail of every row of an action, oldest first."""
    row = tables.audit.c
    found = connection.execute(select(row.actor, row.detail).where(row.action == str(action)).order_by(row.audit_id))
    return [(each.actor, json.loads(each.detail)) for each in found]


def newest_step(connection: Connection, draft_id: int) -> AuditEntry | None:
    """Return the newest row about a step of a draft, or its publication."""
    row = tables.audit.c
    steps = (row.action.like("draft%") | row.action.like("publish%")) & row.detail.contains(f'"draft": {draft_id}')
    found = _entries(connection, select(tables.audit).where(steps).order_by(row.audit_id.desc()))
    return next((each for each in found if json.loads(each.detail).get("draft") == draft_id), None)


def all_entries(connection: Connection) -> tuple[AuditEntry, ...]:
    """Return every row, oldest first."""
    return _entries(connection, select(tables.audit).order_by(tables.audit.c.audit_id))


def page(connection: Connection, *, by: str, action: str, number: int, size: int) -> AuditPage:
    """Return a page of the audit log, newest first; the last page for a number beyond it.

    It has the rows of one actor and one action if they are given.
    """
    table = tables.audit
    wanted = [column == clean(value) for column, value in ((table.c.actor, by), (table.c.action, action)) if value]
    newest = select(table).where(*wanted).order_by(table.c.audit_id.desc())
    total = connection.execute(select(func.count()).select_from(table).where(*wanted)).scalar_one()
    last = max(1, -(-total // size))
    at = min(max(1, number), last)
    return AuditPage(
        entries=_entries(connection, newest.limit(size).offset((at - 1) * size)),
        number=at,
        last=last,
        total=total,
        actors=tuple(connection.execute(select(table.c.actor).distinct().order_by(table.c.actor)).scalars()),
        actions=tuple(connection.execute(select(table.c.action).distinct().order_by(table.c.action)).scalars()),
    )


def first_forged(connection: Connection) -> int | None:
    """Return the id of the first row with a wrong hash over it and all rows before; None if every hash is right."""
    computed = ""
    for row in connection.execute(select(tables.audit).order_by(tables.audit.c.audit_id)):
        computed = _link(computed, (row.at, row.actor, row.action, row.detail, row.release_number))
        if row.hash != computed:
            return int(row.audit_id)
    return None


def newest(connection: Connection) -> Acknowledged | None:
    """Return the number of the newest release, and the newest row of the log with its hash; None for an empty log."""
    row = connection.execute(select(tables.audit).order_by(tables.audit.c.audit_id.desc()).limit(1)).one_or_none()
    release = connection.execute(select(func.max(tables.release.c.number))).scalar_one() or 0
    return Acknowledged(int(release), int(row.audit_id), row.hash) if row else None


def holds(connection: Connection, known: Acknowledged) -> bool:
    """Return whether the log still has a row that was acknowledged."""
    row = tables.audit.c
    return connection.execute(select(row.hash).where(row.audit_id == known.row)).scalar_one_or_none() == known.hash


def _link(before: str, values: Iterable[object]) -> str:
    return hashlib.sha256(json.dumps([before, *values], ensure_ascii=False).encode()).hexdigest()


def _entries(connection: Connection, wanted: Select[Any]) -> tuple[AuditEntry, ...]:
    rows = connection.execute(wanted)
    return tuple(AuditEntry(row.at, row.actor, row.action, row.detail, row.release_number) for row in rows)
