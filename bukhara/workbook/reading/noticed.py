"""Adds findings that other packages made about the rows of a reading, in the order of the cells."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import islice

from bukhara.model.finding import Finding
from bukhara.model.observation import Observation
from bukhara.model.statement import Statement
from bukhara.workbook.findings import severity_of
from bukhara.workbook.reading.contents import WorkbookReading
from bukhara.workbook.reading.ledger import LIMIT, origin_of


def with_findings(reading: WorkbookReading, found: Iterable[Finding]) -> WorkbookReading:
    """Return a reading with added findings, in the order of the sheet; only the first ones if they are too many."""
    added = tuple(islice(found, LIMIT))
    return replace(reading, findings=tuple(sorted((*reading.findings, *added), key=_place))) if added else reading


def at_own_cells(reading: WorkbookReading) -> WorkbookReading:
    """Return a reading whose findings stand where its rows were taken from: a cell of a table, a question of a form."""
    rows: tuple[Statement | Observation, ...] = (*reading.statements, *reading.observations)
    places = (reading.cells_of(n) for n in range(len(rows)))
    taken = zip(places, rows, strict=True)
    origins = {(at.sheet, row): origin_of(each.source_locator, each.indicator) for (at, row), each in taken}
    of_row = (each.origin or origins.get((each.sheet, each.row or 0), "") for each in reading.findings)
    return replace(reading, findings=tuple(sorted(map(_at_own_cell, reading.findings, of_row), key=_place)))


def _at_own_cell(finding: Finding, origin: str) -> Finding:
    sheet, _, cell = origin.rpartition("!")
    return replace(finding, sheet=sheet or cell, cell=cell if sheet else None) if origin else finding


def finding_at(
    reading: WorkbookReading,
    code: str,
    record: int,
    column: str,
    value: str = "",
    *,
    values: Mapping[str, str] | None = None,
    of_source: bool = False,
) -> Finding:
    """Return a finding at a column of a record, or of a source, which is given by its index in the reading."""
    at, row = reading.cells_of_source(record) if of_source else reading.cells_of(record)
    letter = at.letter(column)
    return Finding(
        code=code,
        severity=severity_of(code),
        sheet=at.sheet,
        cell=f"{letter}{row}" if letter else None,
        row=row,
        column=column,
        value=value,
        values=dict(values or {}),
    )


def _place(finding: Finding) -> tuple[bool, str, int, int, str]:
    letters = (finding.cell or "").rstrip("0123456789")
    return finding.code == "findings-cut", finding.sheet, finding.row or 0, len(letters), letters
