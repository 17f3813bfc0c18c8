"""Turns the errors of both database engines and of the disk into the few that the program knows."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from bukhara.errors import RESTORE, StoreDamaged, StoreFull, StoreUnavailable, StoreUnwritable, disk_error

_LONGEST = 300
"""Longest error text in characters: some errors repeat the whole input."""

# Primary result codes of SQLite; SQLSTATE codes of PostgreSQL.
_CANNOT_OPEN = 14
_DAMAGED: frozenset[object] = frozenset({11, 26})
_FULL: frozenset[object] = frozenset({13, "53100"})
_FULL_WORDS = "database or disk is full"
"""What pysqlite3 says of a copy on a full disk, without a code."""
_NOT_WRITABLE: frozenset[object] = frozenset({5, 6, 8, 10, "25006", "40001", "40P01", "53200", "53400", "55P03"})


@contextmanager
def store_errors(engine: Engine) -> Iterator[None]:
    """Raise StoreUnavailable, or the class below it that fits, for an error of the database or of its disk."""
    try:
        yield
    except (DBAPIError, UnicodeDecodeError) as error:
        cause: Any = error.orig if isinstance(error, DBAPIError) else error
        # a server names itself; a file does not
        file = f"{engine.url.database}: " if engine.dialect.name == "sqlite" else ""
        cure = "; its folder must exist and be writable" if _code(cause) == _CANNOT_OPEN else ""
        kind = kind_of(cause)
        cure = f"; {RESTORE}" if kind is StoreDamaged else cure
        raise kind(f"{file}{str(cause)[:_LONGEST]}{cure}") from error
    except OSError as error:
        raise disk_error(error) or StoreUnavailable(str(error)[:_LONGEST]) from error


def kind_of(cause: Any) -> type[StoreUnavailable]:
    """Return the class for an error of the module of a database."""
    code = _code(cause)
    if code in _DAMAGED or isinstance(cause, UnicodeDecodeError):
        return StoreDamaged
    if code in _FULL or str(cause) == _FULL_WORDS:
        return StoreFull
    return StoreUnwritable if code in _NOT_WRITABLE else StoreUnavailable


def _code(cause: Any) -> object:
    return getattr(cause, "sqlstate", None) or getattr(cause, "sqlite_errorcode", 0) & 0xFF
