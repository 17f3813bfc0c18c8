"""A table of open data before it is written in a format: columns, rows, release and day."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar, overload

from bukhara.exports.columns import TYPES, ColumnType

Cell = str | int | float | bool | tuple[str, ...] | None
Row = tuple[Cell, ...]
T = TypeVar("T")
_CITATIONS = {column for column, held in TYPES.items() if held is ColumnType.CITATIONS}


@dataclass(frozen=True, slots=True)
class OnDemand(Sequence[T]):
    """What is made of records, each where it is read: a page of an answer makes its own rows alone."""

    records: Sequence[Any]
    make: Callable[[Any], T]

    def __len__(self) -> int:
        """Return the number of records."""
        return len(self.records)

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> list[T]: ...

    def __getitem__(self, at: int | slice) -> T | list[T]:
        """Return what is made of one record, or of a part of them."""
        return list(map(self.make, self.records[at])) if isinstance(at, slice) else self.make(self.records[at])


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """Rows in the order of `columns`; a gap is a missing cell (None), several citations are a tuple.

    `warnings` (codes) and `notes` (sentences) name rows that must not be compared; `warnings` exists for figures only.
    """

    name: str
    title: str
    release: int
    as_of: date
    columns: tuple[str, ...]
    rows: Sequence[Row]
    sources: tuple[str, ...] = ()
    warnings: tuple[Mapping[str, Any], ...] | None = None
    notes: Sequence[str] = ()


def row_of(columns: Sequence[str], record: object, derived: Mapping[str, Cell]) -> Row:
    """Return a row: the derived cells, and in every other column the attribute of the record with its name."""
    return tuple(derived[name] if name in derived else _attribute(record, name) for name in columns)


def _attribute(record: object, column: str) -> Cell:
    value = getattr(record, column)
    return citations(value) if column in _CITATIONS else cell(value)


def cell(value: object) -> Cell:
    """Return a value as a cell: codes as words, dates as ISO 8601, whole numbers without a point."""
    if value is None or type(value) is str:  # most cells of a table
        return value
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, bool | int | tuple):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value)


def flat(value: Cell) -> str | int | float | None:
    """Return a cell for formats without lists: several citations are joined by ` | `, booleans become words."""
    if isinstance(value, tuple):
        return " | ".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value


def citations(text: str) -> Cell:
    """Return a quote or locator as stored, or a tuple if several are joined with ` | `."""
    parts = tuple(part.strip() for part in text.split(" | "))
    return parts if len(parts) > 1 else text
