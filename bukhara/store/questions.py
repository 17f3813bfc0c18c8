"""Questions about submitted answers; every function takes an open connection."""

from collections.abc import Mapping

from sqlalchemy import Connection, insert, select, update

from bukhara.model.question import CellQuestion
from bukhara.store import tables
from bukhara.store.rows import Plain, from_rows, to_row


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
