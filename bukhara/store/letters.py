"""How far letters are on their way; every function takes an open connection."""

from sqlalchemy import Connection, delete, insert, select

from bukhara.model.letter import LetterMark
from bukhara.store import tables
from bukhara.store.rows import clean, from_rows, to_row


def marks(connection: Connection) -> dict[str, LetterMark]:
    """Return the mark of each letter that has one, by the id of the letter."""
    found = from_rows(LetterMark, connection.execute(select(tables.letter)))
    return {mark.letter_id: mark for mark in found}


def keep(connection: Connection, mark: LetterMark) -> None:
    """Store how far a letter is, in place of what was stored before."""
    drop(connection, mark.letter_id)
    connection.execute(insert(tables.letter).values(to_row(mark)))


def drop(connection: Connection, letter_id: str) -> None:
    """Forget how far a letter is: it is to be sent."""
    connection.execute(delete(tables.letter).where(tables.letter.c.letter_id == clean(letter_id)))
