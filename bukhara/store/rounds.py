"""Rounds and their progress in each state; every function takes an open connection."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from bukhara.model.round import NO_LENGTHS, Round, RoundProgress, StageDays
from bukhara.model.text import Text
from bukhara.store import tables, texts
from bukhara.store.rows import clean, cleaned, from_rows, to_row, utc

_TITLE = "title"


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
    """Return the progress of one round, or of all, in each state with an entry."""
    query = select(tables.round_state)
    if round_id:
        query = query.where(tables.round_state.c.round_id == round_id)
    return from_rows(RoundProgress, connection.execute(query))


def keep(connection: Connection, line: RoundProgress) -> None:
    """Store the progress of a round in one state, replacing the stored entry."""
    row = tables.round_state.c
    mine = (row.round_id == line.round_id) & (row.country == line.country)
    connection.execute(delete(tables.round_state).where(mine))
    connection.execute(insert(tables.round_state).values(to_row(line)))


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
