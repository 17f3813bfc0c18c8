"""Questions about submitted answers, none of which is published; every function takes an open connection."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from bukhara.store import tables
from bukhara.store.rows import Plain, from_rows, to_row


@dataclass(frozen=True, slots=True, kw_only=True)
class CellQuestion:
    """A question about a theme in a draft; without `answered_at` it waits for the state.

    Without an `item` it is the reason why the draft was sent back; it has a `country` if a commission was told.
    """

    question_id: int = 0
    draft_id: int
    country: str
    item: str = ""
    words: str
    asked_by: str
    asked_at: datetime
    answer: str = ""
    answered_by: str = ""
    answered_at: datetime | None = None


def listed(connection: Connection) -> tuple[CellQuestion, ...]:
    """Return every question, oldest first."""
    rows = connection.execute(select(tables.cell_question).order_by(tables.cell_question.c.question_id))
    return from_rows(CellQuestion, rows)


def add(connection: Connection, question: CellQuestion) -> int:
    """Store a new question; return its number."""
    row = _without_number(question)
    made = insert(tables.cell_question).values(row).returning(tables.cell_question.c.question_id)
    return int(connection.execute(made).scalar_one())


def answer(connection: Connection, question: CellQuestion) -> bool:
    """Store the answer to a question; return whether nobody had answered it before."""
    mine = tables.cell_question.c
    open_one = (mine.question_id == question.question_id) & mine.answered_at.is_(None)
    done = connection.execute(update(tables.cell_question).where(open_one).values(_without_number(question)))
    return done.rowcount == 1


def _without_number(question: CellQuestion) -> Mapping[str, Plain]:
    return {name: value for name, value in to_row(question).items() if name != "question_id"}
