"""Recognises an export of open data that is uploaded as a workbook: exports are for reading, so no row is stored.

Its rows are returned as texts by column, so that the service can compare them with the exported values.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bukhara.model.codes import WorkbookKind
from bukhara.model.finding import Finding
from bukhara.workbook.letters import tidy
from bukhara.workbook.reading.ledger import CellPlace, Ledger
from bukhara.workbook.xlsx.raw_workbook import RawSheet

# the column that only an export has, and the kind of workbook to which its rows belong
_TABLES = {"observation_id": WorkbookKind.STATISTICS, "evidence_id": WorkbookKind.TRACKER}
_RELEASE = "release"


@dataclass(frozen=True, slots=True)
class ExportedRow:
    """One row of an export as texts, and its number in the sheet."""

    number: int
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """An uploaded table of open data: `columns` and their numbers (from 1), rows, and the release in the rows."""

    kind: WorkbookKind
    sheet: str
    columns: tuple[str, ...]
    places: tuple[int, ...]
    rows: tuple[ExportedRow, ...]
    release: int | None

    def changed(self, values: Iterable[tuple[ExportedRow, int]]) -> tuple[Finding, ...]:
        """Return findings for values that differ from the export, each given by its row and column index (from 0)."""
        ledger = Ledger()
        for row, place in values:
            column, key, value = self.places[place], self.columns[place], row.values[place]
            ledger.add(
                "export-changed", CellPlace(sheet=self.sheet, row=row.number, column=column, key=key, value=value)
            )
        return ledger.closed()


def exported_in(sheets: Sequence[RawSheet]) -> Exported | None:
    """Return the export that a workbook contains, or None for any other workbook."""
    for sheet in sheets:
        (head,) = sheet.head(1)
        keys = {place: key for place, key in enumerate(head, start=1) if isinstance(key, str) and key}
        own = next((key for key in _TABLES if key in keys.values()), None)
        if own and _RELEASE in keys.values():
            return _read(sheet, keys, _TABLES[own])
    return None


def _read(sheet: RawSheet, keys: dict[int, str], kind: WorkbookKind) -> Exported:
    rows = tuple(
        ExportedRow(row.number, tuple(as_exported(row.values.get(place)) for place in keys))
        for row in sheet.rows()
        if row.number > 1 and any(value not in (None, "") for value in row.values.values())
    )
    columns = tuple(keys.values())
    releases = {row.values[columns.index(_RELEASE)] for row in rows}
    named = releases.pop() if len(releases) == 1 else ""
    return Exported(
        kind=kind,
        sheet=sheet.title,
        columns=columns,
        places=tuple(keys),
        rows=rows,
        release=int(named) if named.isascii() and named.isdigit() and len(named) < 10 else None,
    )


def as_exported(value: object) -> str:
    """Return the text of a cell, however a spreadsheet program stored it; white space counts as one space."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        # a program keeps fifteen digits
        return f"{float(value):.15g}"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return " ".join(tidy(str(value)).split())
