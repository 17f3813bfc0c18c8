"""Collects findings while a workbook is read; it keeps their places and decides nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from openpyxl.utils import get_column_letter

from bukhara.model.codes import Severity
from bukhara.model.finding import Finding
from bukhara.workbook.findings import severity_of

LIMIT = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a finding is: sheet, row and column number from 1, column key, what stands there."""

    sheet: str = ""
    row: int | None = None
    column: int | None = None
    key: str = ""
    value: object = None


@dataclass(slots=True)
class Ledger:
    """The findings of one workbook in the order in which they were met."""

    found: list[Finding] = field(default_factory=list)

    def add(self, code: str, place: Place, **values: str) -> Severity:
        """Note a finding and return its severity."""
        cell = None
        if place.row is not None and place.column is not None:
            cell = f"{get_column_letter(place.column)}{place.row}"
        severity = severity_of(code)
        self.found.append(
            Finding(
                code=code,
                severity=severity,
                sheet=place.sheet,
                cell=cell,
                row=place.row,
                column=place.key,
                value="" if place.value is None else str(place.value)[:200],
                values=values,
            )
        )
        return severity

    def closed(self) -> tuple[Finding, ...]:
        """Return the findings, by sheet and row; at most LIMIT and a word about the rest."""
        ordered = sorted(self.found, key=lambda finding: (finding.sheet, finding.row or 0))
        if len(ordered) <= LIMIT:
            return tuple(ordered)
        # errors come first in a cut list, or a flood of warnings would hide them
        kept = sorted(ordered, key=lambda finding: finding.severity is not Severity.ERROR)[:LIMIT]
        values = {"total": str(len(ordered)), "limit": str(LIMIT)}
        return (*kept, Finding(code="findings-cut", severity=severity_of("findings-cut"), values=values))


@dataclass(slots=True)
class Row:
    """One data row on its way to a record: typed fields, the cells behind them, columns in error."""

    ledger: Ledger
    sheet: str
    number: int
    columns: dict[str, int]
    raw: dict[str, object]
    fields: dict[str, Any] = field(default_factory=dict)
    blamed: set[str] = field(default_factory=set)
    repeated: bool = False

    @property
    def kept(self) -> bool:
        """Whether the row becomes a record: no error was met, and it does not say an earlier row again."""
        return not self.blamed and not self.repeated

    def find(self, code: str, key: str, **values: str) -> None:
        """Note a finding at the cell of column `key`."""
        place = Place(sheet=self.sheet, row=self.number, column=self.columns.get(key), key=key, value=self.raw.get(key))
        if self.ledger.add(code, place, **values) is Severity.ERROR:
            self.blamed.add(key)
