"""Rounds and their progress in each state; every function takes an open connection."""

from collections import defaultdict
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from bukhara.model.access import Role
from bukhara.model.round import NO_LENGTHS, Round, RoundEvent, RoundEventKind, RoundProgress, StageDays
from bukhara.model.text import Text
from bukhara.store import tables, texts
from bukhara.store.rows import clean, cleaned, from_rows, to_row, utc

_TITLE = "title"
SECRETARIAT = Role.SECRETARIAT.value
_NOTED = {
    RoundEventKind.ASKED: ("sent", "due"),
    **{RoundEventKind(name): (name,) for name in ("reminded", "received", "cleared")},
}
"""The days that are noted by hand, by the event that they are kept as."""


def add(
    connection: Connection, title: Text, items: tuple[str, ...], *, by: str, now: datetime, days: StageDays = NO_LENGTHS
) -> Round:
    """Store a new round; its identifier is the year and the next number of that year."""
    taken = {each.round_id for each in listed(connection)}
    number = next(n for n in range(1, len(taken) + 2) if f"round-{now.year}-{n}" not in taken)
    made = Round(
        round_id=f"round-{now.year}-{number}",
        title=cleaned(title),
        items=items,
        created_at=now,
        created_by=clean(by),
        days=days,
    )
    values = {
        "round_id": made.round_id,
        "items": " ".join(items),
        "created_at": utc(now),
        "created_by": made.created_by,
        "closed": 0,
        "answer_days": days.answers,
        "question_days": days.questions,
        "reply_days": days.last_word,
    }
    connection.execute(insert(tables.round_).values(values))
    texts.keep(connection, {(made.round_id, _TITLE): made.title}, read_by=made.created_by)
    return made


def listed(connection: Connection) -> tuple[Round, ...]:
    """Return every round, newest first."""
    rows = connection.execute(select(tables.round_)).all()
    titles = texts.of_owners(connection, [row.round_id for row in rows])
    found = (_round(row, titles[row.round_id, _TITLE]) for row in rows)
    return tuple(sorted(found, key=lambda each: (each.created_at, each.round_id), reverse=True))


def find(connection: Connection, round_id: str) -> Round | None:
    """Return one round, or None if it does not exist."""
    return next((each for each in listed(connection) if each.round_id == clean(round_id)), None)


def set_closed(connection: Connection, round_id: str, *, closed: bool) -> None:
    """Close a round, or open it again."""
    mine = tables.round_.c.round_id == round_id
    connection.execute(update(tables.round_).where(mine).values(closed=int(closed)))


def progress(connection: Connection, round_id: str = "") -> tuple[RoundProgress, ...]:
    """Return the progress of one round, or of all, in each state with an entry; its days are those of the events."""
    days: dict[tuple[str, str], dict[str, Any]] = defaultdict(dict)
    for event in events(connection):
        days[event.round_id, event.country] |= event.days
    query = select(tables.round_state)
    if round_id:
        query = query.where(tables.round_state.c.round_id == round_id)
    found = (dict(row) for row in connection.execute(query).mappings())
    return tuple(RoundProgress(**(row | days[row["round_id"], row["country"]])) for row in found)


def keep(connection: Connection, line: RoundProgress, *, by: str, at: datetime, role: str = SECRETARIAT) -> None:
    """Store the progress of a round in one state: its notes in place of those before, each changed day as an event."""
    row, values = tables.round_state.c, to_row(line)
    mine = (row.round_id == line.round_id) & (row.country == line.country)
    held = [each for each in progress(connection, line.round_id) if each.country == line.country]
    before = held[0] if held else RoundProgress(round_id=line.round_id, country=line.country)
    connection.execute(delete(tables.round_state).where(mine))
    connection.execute(insert(tables.round_state).values({column.name: values[column.name] for column in row}))
    for kind, days in _NOTED.items():
        if any(getattr(line, name) != getattr(before, name) for name in days):
            day, until = (*(getattr(line, name) for name in days), None)[:2]
            told: dict[str, Any] = {"kind": kind, "at": at, "day": day, "until": until, "role": role, "by": by}
            add_event(connection, RoundEvent(round_id=line.round_id, country=line.country, **told))


def events(connection: Connection) -> tuple[RoundEvent, ...]:
    """Return what happened in every round, oldest first."""
    return from_rows(RoundEvent, connection.execute(select(tables.round_event).order_by(tables.round_event.c.event_id)))


def add_event(connection: Connection, event: RoundEvent) -> None:
    """Store what happened."""
    values = {name: value for name, value in to_row(event).items() if name != "event_id"}
    connection.execute(insert(tables.round_event).values(values))


def _round(row: Row[Any], title: Text) -> Round:
    return Round(
        round_id=row.round_id,
        title=title,
        items=tuple(row.items.split()),
        created_at=datetime.fromisoformat(row.created_at),
        created_by=row.created_by,
        closed=bool(row.closed),
        days=StageDays(answers=row.answer_days, questions=row.question_days, last_word=row.reply_days),
    )
