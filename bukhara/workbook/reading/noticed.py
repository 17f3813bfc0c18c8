"""Adds findings that other packages made about the rows of a reading, in the order of the cells."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import islice

from bukhara.model.finding import Finding
from bukhara.workbook.findings import severity_of
from bukhara.workbook.reading.contents import WorkbookReading
from bukhara.workbook.reading.ledger import LIMIT


def with_findings(reading: WorkbookReading, found: Iterable[Finding]) -> WorkbookReading:
    """Return a reading with added findings, in the order of the sheet; only the first ones if they are too many."""
    added = tuple(islice(found, LIMIT))
    return replace(reading, findings=tuple(sorted((*reading.findings, *added), key=_place))) if added else reading


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
