"""Compares a workbook with the record: rows taken out, rows not held, rows changed without a reason; pure.

Also finds sources of the record that a workbook names with other characters: its rows would be entered a second time.
"""

from collections.abc import Iterator, Sequence

from bukhara.model.columns import Role, names
from bukhara.model.finding import Finding
from bukhara.model.period import Period, PeriodType
from bukhara.model.statement import Statement
from bukhara.store import StoredContents
from bukhara.views.releases.row_pairs import Record
from bukhara.views.releases.workbook_changes import WorkbookChanges
from bukhara.workbook import WorkbookReading, finding_at, skeleton
from bukhara.workbook.findings import severity_of

_NAMED = 8
# what may be added to an accepted answer without another answer being given
_REMARKS = frozenset(names(Statement, Role.REMARK, Role.BESIDE))


def without_reason(reading: WorkbookReading, moved: WorkbookChanges) -> Iterator[Finding]:
    """Yield the accepted values that were overwritten without a reason; an answer from another source needs none.

    The statements of a workbook that is no template are its own words, and replace what it said before.
    """
    is_template = reading.pre_filled or reading.base_release
    indexes = {id(row): n for n, row in enumerate((*reading.statements, *reading.observations))}
    for change in moved.without_reason:
        columns = [each for each in change.fields if each.column not in _REMARKS]
        if not columns or change.before is None or change.before.source_id != change.source_id:
            continue
        if is_template or change.kind != "statement":
            first, record = columns[0], indexes[id(change.record)]
            code, before = "changed-without-reason", first.before or "–"
            yield finding_at(reading, code, record, first.column, first.after or "–", values={"before": before})


def of_rows(code: str, reading: WorkbookReading, rows: Sequence[Record]) -> tuple[Finding, ...]:
    """Return one finding that counts rows of the record and names the first; none without rows."""
    at = reading.rows_at or reading.figures_at
    if not rows or at is None:
        return ()
    found = ", ".join(map(_name, rows[:_NAMED])) + (" …" if len(rows) > _NAMED else "")
    return (
        Finding(code=code, severity=severity_of(code), sheet=at.sheet, values={"count": str(len(rows)), "rows": found}),
    )


def retyped_sources(reading: WorkbookReading, newest: StoredContents) -> Iterator[Finding]:
    """Yield the sources of a workbook with a name that only looks like that of a source of the record."""
    held = {source.source_id for source in newest.sources}
    alike = {skeleton(name): name for name in held}
    for n, source in enumerate(reading.sources):
        known = alike.get(skeleton(source.source_id))
        if known and source.source_id not in held:
            name = source.source_id
            yield finding_at(
                reading, "source-retyped", n, "source_id", name, values={"expected": known}, of_source=True
            )


def _name(row: Record) -> str:
    period = getattr(row, "period", None)
    parts = (getattr(row, "country", ""), getattr(row, "indicator", ""), _days(period) if period else "")
    return " ".join(filter(None, parts))


def _days(period: Period) -> str:
    """Return a year, or the first and last day as they stand in their cells."""
    if period.type is PeriodType.YEAR:
        return period.code
    return " – ".join(str(day) for day in (period.start, period.end) if day)
