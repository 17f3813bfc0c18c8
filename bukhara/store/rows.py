"""Records to rows of plain text and numbers, and back; column names are the field names, in the same order."""

import sys
import types
import typing
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import lru_cache

from bukhara.model.columns import Role, names
from bukhara.model.observation import Observation
from bukhara.model.round import Decision, Reply, Request
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.model.text import NO_TEXT, Text

Plain = str | float | None
Value = Plain | Text
Record = Source | Statement | Observation | Request | Reply | Decision
_PROSE = frozenset({"statement", "quote", "words", "reason"})
"""Columns with texts that hardly ever repeat."""
_SKIPPED_IF_EMPTY = frozenset(
    ("seen", *(name for record in (Source, Statement, Observation) for name in names(record, Role.LATER)))
)
"""Columns that are compared only where they are filled, so that stored hashes stay right."""
_HASHED = ("en", "ru")
"""The languages of a title with a place in a hash even without a text: they were columns when hashes were first made.
"""
R = typing.TypeVar("R")
_Maker = Callable[[typing.Any], object]
_COLUMNS: dict[type, dict[str, tuple[type, bool]]] = {}
_MAKERS: dict[type, tuple[_Maker | None, ...]] = {}


def column_types(record: type) -> dict[str, tuple[type, bool]]:
    """Return field name -> (type, may be None) of a dataclass, in the order of its fields."""
    if record not in _COLUMNS:
        hints = typing.get_type_hints(record)
        _COLUMNS[record] = {field.name: _unwrap(hints[field.name]) for field in fields(record)}
    return _COLUMNS[record]


def text_fields(record: type) -> tuple[str, ...]:
    """Return the fields with a text in several languages, which is kept in a table of its own (`store/texts.py`)."""
    return tuple(name for name, (kind, _) in column_types(record).items() if kind is Text)


def to_row(record: object) -> dict[str, typing.Any]:
    """Return a dataclass as column -> text, number or None; text is cleaned, -0 becomes 0, moments are in UTC."""
    return {name: _plain(getattr(record, name), kind) for name, (kind, _) in column_types(type(record)).items()}


def from_row(record: type[R], row: Sequence[Value]) -> R:
    """Return the dataclass of a row with its values in the order of the fields; equal short texts are one object."""
    return from_rows(record, (row,))[0]


def from_rows(record: type[R], rows: Iterable[Sequence[Value]]) -> tuple[R, ...]:
    """Return the dataclasses of rows; filled column by column, they take half as long as with their constructor."""
    stored = tuple(rows)
    made = tuple(object.__new__(record) for _ in stored)
    columns = column_types(record)
    if record not in _MAKERS:
        _MAKERS[record] = tuple(_maker(name, kind) for name, (kind, _) in columns.items())
    by_column: Iterable[Sequence[typing.Any]] = zip(*stored, strict=True)
    for name, make, values in zip(columns, _MAKERS[record], by_column, strict=bool(stored)):
        found = [make(value) if value else value for value in values] if make else values
        deque(map(getattr(record, name).__set__, made, found), maxlen=0)
    return made


def normal(row: Mapping[str, Value]) -> list[Plain]:
    """Return the values of a row as they are compared: runs of white space count as one space."""
    return [
        " ".join(value.split()) if isinstance(value, str) else value
        for name, found in row.items()
        if found not in ("", None, NO_TEXT) or name not in _SKIPPED_IF_EMPTY
        for value in (_in_hash(found, name) if isinstance(found, Text) else (found,))
    ]


def _in_hash(text: Text, field: str) -> Iterator[str]:
    if field != "title":
        yield str(text)
        return
    words = dict(text.by_language)
    yield from (words.pop(language, "") for language in _HASHED)
    yield from (f"{language}={words[language]}" for language in sorted(words))


def clean(text: str) -> str:
    """Return the text without NUL and lone surrogates, which PostgreSQL cannot keep."""
    if text.isascii():
        return text.replace("\x00", "")
    return text.replace("\x00", "").encode("utf-8", "ignore").decode()


def cleaned(text: Text) -> Text:
    """Return a text that is clean in every language, in the order of their codes."""
    return Text(tuple(sorted((language, clean(words)) for language, words in text.by_language)))


def utc(moment: datetime) -> str:
    """Return a moment as it is stored: in UTC, ISO 8601."""
    return moment.astimezone(UTC).isoformat()


def _unwrap(hint: object) -> tuple[type, bool]:
    if isinstance(hint, types.UnionType):
        inner = next(part for part in typing.get_args(hint) if part is not types.NoneType)
        return inner, True
    return typing.cast("type", hint), False


def _plain(value: typing.Any, kind: type) -> Value:
    if value is None or kind is int:
        return typing.cast("int | None", value)
    if kind is str:
        return clean(value) if value else ""
    if kind is Text:
        return cleaned(value)
    if kind is datetime:
        return utc(value)
    if kind is date:
        return str(value)
    return float(value) + 0.0 if kind is float else str(value)


def _maker(name: str, kind: type) -> _Maker | None:
    """Return the function that converts a stored value of a column, or None if it stays as it is."""
    if kind is datetime:
        return datetime.fromisoformat
    if kind is date:
        return _day
    if issubclass(kind, StrEnum):
        return {code.value: code for code in kind}.__getitem__
    return sys.intern if kind is str and name not in _PROSE else None


@lru_cache(20_000)
def _day(text: str) -> date:
    return date.fromisoformat(text)
