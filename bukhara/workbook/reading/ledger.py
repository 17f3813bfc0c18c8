"""Collects findings with their cells while a workbook is read."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time
from itertools import count
from typing import Any

from bukhara.model.codes import Severity
from bukhara.model.finding import Finding
from bukhara.workbook.findings import severity_of
from bukhara.workbook.grid import column_letters

LIMIT = 1000
# sheet, row, column, order of finding
_Position = tuple[str, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class CellPlace:
    """The cell of a finding: sheet, row and column number from 1, column key, value, and what its row answers."""

    sheet: str = ""
    row: int | None = None
    column: int | None = None
    key: str = ""
    value: object = None
    origin: str = ""


# position, code, cell and values of a finding that may be among those listed
_Note = tuple[_Position, str, CellPlace, dict[str, str]]


@dataclass(slots=True)
class Ledger:
    """The findings of one workbook; all are counted, but only the first of each severity are kept."""

    total: int = 0
    _kept: dict[Severity, list[_Note]] = field(default_factory=lambda: {severity: [] for severity in Severity})
    _order: Iterator[int] = field(default_factory=count)

    def add(self, code: str, at: CellPlace, **values: str) -> Severity:
        """Add a finding and return its severity."""
        severity = severity_of(code)
        self.total += 1
        kept = self._kept[severity]
        if len(kept) >= 2 * LIMIT:
            kept.sort()
            del kept[LIMIT:]
        kept.append(((at.sheet, at.row or 0, at.column or 0, next(self._order)), code, at, values))
        return severity

    @property
    def errors(self) -> bool:
        """Whether anything must be corrected."""
        return bool(self._kept[Severity.ERROR])

    def forget(self, code: str, sheet: str, box: tuple[int, int, int, int]) -> None:
        """Remove the findings of a code in a range (first column and row, last column and row): another caused them."""
        kept = self._kept[severity_of(code)]
        left = [each for each in kept if each[1] != code or not _is_inside(each[0], sheet, box)]
        self.total -= len(kept) - len(left)
        kept[:] = left

    def closed(self) -> tuple[Finding, ...]:
        """Return the findings by sheet, row and column; at most LIMIT, errors first, and a note on the others."""
        errors, warnings = (sorted(self._kept[severity]) for severity in (Severity.ERROR, Severity.WARNING))
        if self.total <= LIMIT:
            return tuple(map(_finding, sorted(errors + warnings)))
        # warnings alone do not stop a workbook, however many they are
        severity = severity_of("findings-cut") if errors else Severity.WARNING
        values = {"total": str(self.total), "limit": str(LIMIT)}
        cut = Finding(code="findings-cut", severity=severity, values=values)
        return (*map(_finding, (errors + warnings)[:LIMIT]), cut)


def _is_inside(position: _Position, sheet: str, box: tuple[int, int, int, int]) -> bool:
    title, row, column, _ = position
    return title == sheet and box[0] <= column <= box[2] and box[1] <= row <= box[3]


def _finding(note: _Note) -> Finding:
    _, code, place, values = note
    at_cell = place.row is not None and place.column is not None
    return Finding(
        code=code,
        severity=severity_of(code),
        sheet=place.sheet,
        cell=f"{column_letters(place.column or 0)}{place.row}" if at_cell else None,
        row=place.row,
        column=place.key,
        value=_shown(place.value)[:200],
        values=values,
        origin=place.origin,
    )


def _shown(value: object) -> str:
    if isinstance(value, datetime) and value.time() == time.min:
        return value.date().isoformat()
    return "" if value is None else str(value)


def origin_of(source_locator: object, question: object) -> str:
    """Return the cell of another table from which a row was taken, else the question that it answers."""
    return str(source_locator if "!" in str(source_locator) else question or "")


@dataclass(slots=True)
class DataRow:
    """One data row before it becomes a record: typed fields, the cells behind them, columns in error.

    `cleared` is the first column of an accepted answer that was taken out.
    """

    ledger: Ledger
    sheet: str
    number: int
    columns: dict[str, int]
    raw: dict[str, object]
    fields: dict[str, Any] = field(default_factory=dict)
    blamed: set[str] = field(default_factory=set)
    repeated: bool = False
    cleared: str = ""

    @property
    def kept(self) -> bool:
        """Whether the row becomes a record: it has no error and does not repeat an earlier row."""
        return not self.blamed and not self.repeated

    def find(self, code: str, key: str, **values: str) -> None:
        """Add a finding at the cell of column `key`."""
        place = CellPlace(
            sheet=self.sheet,
            row=self.number,
            column=self.columns.get(key),
            key=key,
            value=self.raw.get(key),
            origin=origin_of(self.raw.get("source_locator"), self.raw.get("indicator")),
        )
        if self.ledger.add(code, place, **values) is Severity.ERROR:
            self.blamed.add(key)
