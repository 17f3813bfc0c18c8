"""Records to rows of plain text and numbers, and back; column names are the field names."""

import sys
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from enum import StrEnum
from functools import lru_cache

from bukhara.model.observation import Observation
from bukhara.model.round import Decision, Reply, Request
from bukhara.model.source import Source
from bukhara.model.statement import Statement

Plain = str | float | None
Record = Source | Statement | Observation | Request | Reply | Decision
_PROSE = frozenset({"statement", "statement_translation", "quote", "words", "translation", "reason"})
"""Columns with texts that hardly ever repeat."""
_ADDED = frozenset({"dataset", "topics"})
"""Columns that older stores did not have: empty ones are not compared, so that an old row stays equal to itself."""
R = typing.TypeVar("R", Source, Statement, Observation, Request, Reply, Decision)


def column_types(record: type[Record]) -> dict[str, tuple[type, bool]]:
    """Return field name -> (type, may be None) in the order of the fields."""
    return _COLUMNS[record]


def to_row(record: Record) -> dict[str, Plain]:
    """Return the record as column -> text, number or None; text is cleaned, -0 becomes 0."""
    return {name: _plain(getattr(record, name)) for name in column_types(type(record))}


def from_row(record: type[R], row: Sequence[Plain]) -> R:
    """Return the record of a row with its values in the order of the fields; equal short texts are one object."""
    values: dict[str, typing.Any] = dict(zip(_COLUMNS[record], row, strict=True))
    for name, make in _MAKERS[record]:
        value = values[name]
        if value is not None:
            values[name] = make(value)
    return record(**values)


def normal(row: Mapping[str, Plain]) -> list[Plain]:
    """Return the values of a row as they are compared: runs of white space count as one space."""
    return [
        " ".join(value.split()) if isinstance(value, str) else value
        for name, value in row.items()
        if value != "" or name not in _ADDED
    ]


def clean(text: str) -> str:
    """Return the text without NUL and lone surrogates, which PostgreSQL cannot keep."""
    if text.isascii():
        return text.replace("\x00", "")
    return text.replace("\x00", "").encode("utf-8", "ignore").decode()


def _unwrap(hint: object) -> tuple[type, bool]:
    if isinstance(hint, types.UnionType):
        inner = next(part for part in typing.get_args(hint) if part is not types.NoneType)
        return inner, True
    return typing.cast("type", hint), False


def _plain(value: object) -> Plain:
    if value is None or value == "":
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (int, float)):
        return float(value) + 0.0
    return clean(str(value))


def _maker(name: str, kind: type) -> Callable[[typing.Any], object] | None:
    """Return the function that converts a stored value of a column, or None if it stays as it is."""
    if kind is date:
        return _day
    if issubclass(kind, StrEnum):
        return {code.value: code for code in kind}.__getitem__
    return sys.intern if kind is str and name not in _PROSE else None


@lru_cache(20_000)
def _day(text: str) -> date:
    return date.fromisoformat(text)


def _columns(record: type[Record]) -> dict[str, tuple[type, bool]]:
    hints = typing.get_type_hints(record)
    return {field.name: _unwrap(hints[field.name]) for field in fields(record)}


_RECORDS: tuple[type[Record], ...] = (Source, Statement, Observation, Request, Reply, Decision)
_COLUMNS = {record: _columns(record) for record in _RECORDS}
_MAKERS = {
    record: tuple((name, make) for name, (kind, _) in columns.items() if (make := _maker(name, kind)))
    for record, columns in _COLUMNS.items()
}
