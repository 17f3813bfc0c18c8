"""A table of open data before it takes a format: columns, rows, and what it was made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Any, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Cell = str | int | float | bool | tuple[str, ...] | None
Row = tuple[Cell, ...]
R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """Rows in the order of `columns`; a gap is None, several citations are a tuple.

    `warnings` (codes) and `notes` (sentences) say which rows must not be compared; None where rows are no figures.
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
        """Return up to `limit` rows from row `offset` on, counted from 0."""
        return iter(self.rows[offset : offset + limit])


class RowsOf(Sequence[Row]):
    """The rows of records, each made when it is asked for: a page of them costs a page."""

    def __init__(self, records: Sequence[R], make: Callable[[R], Row]) -> None:
        """Keep the records and what makes a row of one."""
        self._records, self._make = records, make

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        """Return a row, or the rows of a part."""
        if isinstance(at, slice):
            return tuple(map(self._make, self._records[at]))
        return self._make(self._records[at])

    def __len__(self) -> int:
        """Return how many rows there are."""
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
    """Return a cell for formats without lists: several citations joined by ` | `, true and false as words."""
    if isinstance(value, tuple):
        return " | ".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return value


def citations(text: str) -> Cell:
    """Return a quote or locator as stored, or a tuple where two were joined with ` | `."""
    parts = tuple(part.strip() for part in text.split(" | "))
    return parts if len(parts) > 1 else text
