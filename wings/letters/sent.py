"""Letters that were marked as sent; every function takes an open connection."""

from sqlalchemy import Connection, delete, insert, select

from bukhara.store import tables
from bukhara.store.rows import clean, from_rows, to_row
from wings.letters.letter_events import LetterKind, LetterMark


def marks(connection: Connection) -> dict[str, LetterMark]:
    """Return the mark of each letter that was sent, by the id of the letter."""
    known = tables.letter.c.kind.in_(LetterKind)
    found = from_rows(LetterMark, connection.execute(select(tables.letter).where(known)))
    return {mark.letter_id: mark for mark in found}


def keep(connection: Connection, mark: LetterMark) -> None:
    """Store that a letter was sent, in place of what was stored before."""
    drop(connection, mark.letter_id)
    connection.execute(insert(tables.letter).values(to_row(mark)))


def drop(connection: Connection, letter_id: str) -> None:
    """Forget that a letter was sent."""
    connection.execute(delete(tables.letter).where(tables.letter.c.letter_id == clean(letter_id)))
