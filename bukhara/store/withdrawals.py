"""Figures and statements that must not be shown any more: their rows, the releases that hold them, and who says so."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, and_, insert, select

from bukhara.model.audit import AuditAction
from bukhara.model.columns import Role, names
from bukhara.model.observation import Observation
from bukhara.model.statement import Statement
from bukhara.model.withdrawal import WithdrawnRow, withdrawn_row
from bukhara.store import audit_log, reading, tables, texts
from bukhara.store.publishing import Stamp, insert_release
from bukhara.store.rows import from_row

_ABOUT = {
    Observation: ("source_id", "reporter", *names(Observation, Role.SUBJECT, Role.COUNTED, Role.PERIOD)),
    Statement: ("source_id", *names(Statement, Role.SUBJECT)),
}
"""The columns by which two rows are versions of one figure or statement, beside country and measure or indicator."""


@dataclass(frozen=True, slots=True)
class Versions:
    """What every release so far said in place of a row, and the numbers of the releases that hold it."""

    rows: frozenset[WithdrawnRow]
    releases: tuple[int, ...]


def withdrawn(connection: Connection) -> frozenset[WithdrawnRow]:
    """Return every row that must not be shown."""
    table = tables.withdrawal
    return frozenset(WithdrawnRow(*row) for row in connection.execute(select(table.c.row_id, table.c.said)))


def versions(connection: Connection, row: Observation | Statement) -> Versions:
    """Return the versions of a figure or statement in all releases so far."""
    kind = type(row)
    table = tables.OF_RECORD[kind]
    about = (table.c[name] == getattr(row, name) for name in ("country", "indicator", "source_id"))
    found: set[WithdrawnRow] = set()
    contents: set[int] = set()
    for content_id, values in texts.stored_rows(connection, kind, and_(*about)):
        version = from_row(kind, values)
        if all(getattr(version, name) == getattr(row, name) for name in _ABOUT[kind]):
            found.add(withdrawn_row(version))
            contents.add(content_id)
    return Versions(frozenset(found), _releases_with(connection, contents))


def withdraw(connection: Connection, rows: Iterable[WithdrawnRow], stamp: Stamp) -> int:
    """Store that rows must not be shown, as a release that changes none; return its number."""
    number = (reading.latest(connection) or 0) + 1
    insert_release(connection, number, stamp)
    gone = sorted(rows, key=lambda row: (row.row_id, row.said))
    values = [{"release_number": number, "row_id": row.row_id, "said": row.said} for row in gone]
    connection.execute(insert(tables.withdrawal), values)
    audit_log.note(
        connection,
        stamp.actor,
        AuditAction.WITHDRAWAL,
        now=stamp.now,
        detail={"rows": [row.row_id for row in gone], "reason": stamp.note},
        release=number,
    )
    return number


def _releases_with(connection: Connection, contents: set[int]) -> tuple[int, ...]:
    block, last = tables.block, reading.latest(connection) or 0
    begun: dict[tuple[str, str, str], int] = {}
    found: set[int] = set()
    for row in connection.execute(select(block).order_by(block.c.release_number)):
        key = (row.kind, row.country, row.source_id)
        if key in begun:
            found |= set(range(begun.pop(key), row.release_number))
        if row.content_id in contents:
            begun[key] = row.release_number
    for first in begun.values():
        found |= set(range(first, last + 1))
    return tuple(sorted(found))
