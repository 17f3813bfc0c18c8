"""A table of open data before it is written in a format: columns, rows, release and day."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar, overload

Cell = str | int | float | bool | tuple[str, ...] | None
Row = tuple[Cell, ...]
R = TypeVar("R")


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
    notes: tuple[str, ...] = ()

    def page(self, offset: int, limit: int) -> Iterator[Row]:
        """Yield up to `limit` rows from row `offset` on, counted from 0."""
        return iter(self.rows[offset : offset + limit])


class RowsOf(Sequence[Row]):
    """Rows that are made from records on access, so that one page of them is cheap."""

    def __init__(self, records: Sequence[R], make: Callable[[R], Row]) -> None:
        """Store the records and the function that makes a row of one."""
        self._records, self._make = records, make

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        """Return a row, or the rows of a slice."""
        if isinstance(at, slice):
            return tuple(map(self._make, self._records[at]))
        return self._make(self._records[at])

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self._records)


def cell(value: object) -> Cell:
    """Return a value as a cell: codes as words, dates as ISO 8601, whole numbers without a point."""
    if value is None or isinstance(value, bool | int | tuple):
        return value
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if isinstance(value, StrEnum):
        return value.value
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
