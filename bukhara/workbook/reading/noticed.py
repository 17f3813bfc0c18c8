"""Adds findings that other packages made about the rows of a reading, in the order of the cells."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from bukhara.model.finding import Finding
from bukhara.workbook.findings import severity_of
from bukhara.workbook.reading.contents import WorkbookReading
from bukhara.workbook.reading.ledger import LIMIT


@dataclass(frozen=True, slots=True, kw_only=True)
class Noticed:
    """One problem of one record, given by its index in the reading and one of its columns; of a source if `source`."""

    code: str
    record: int
    column: str
    value: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    source: bool = False


def with_noticed(reading: WorkbookReading, noticed: Iterable[Noticed]) -> WorkbookReading:
    """Return a reading with added findings, in the order of the sheet; only the first ones if they are too many."""
    return with_findings(reading, [_finding(each, reading) for each in islice(noticed, LIMIT)])


def with_findings(reading: WorkbookReading, found: Sequence[Finding]) -> WorkbookReading:
    """Return a reading with added findings, in the order of the sheet."""
    return replace(reading, findings=tuple(sorted((*reading.findings, *found), key=_place))) if found else reading


def _finding(noticed: Noticed, reading: WorkbookReading) -> Finding:
    at, row = reading.cells_of_source(noticed.record) if noticed.source else reading.cells_of(noticed.record)
    letter = at.letter(noticed.column)
    return Finding(
        code=noticed.code,
        severity=severity_of(noticed.code),
        sheet=at.sheet,
        cell=f"{letter}{row}" if letter else None,
        row=row,
        column=noticed.column,
        value=noticed.value,
        values=dict(noticed.values),
    )


def _place(finding: Finding) -> tuple[bool, str, int, int, str]:
    letters = (finding.cell or "").rstrip("0123456789")
    return finding.code == "findings-cut", finding.sheet, finding.row or 0, len(letters), letters
