"""Compares a workbook with the release it was made from: rows taken out, rows changed without a reason; pure.

Also finds sources of the record that a workbook names with other characters: its rows would be entered a second time.
"""

from collections.abc import Iterator

from bukhara.model.finding import Finding
from bukhara.model.observation import Observation
from bukhara.model.period import Period, PeriodType
from bukhara.model.statement import Statement
from bukhara.service.kept_answers import REMARKS
from bukhara.store import StoredContents, Submission
from bukhara.store.blocks import grouped, split_into_blocks, spoken_for
from bukhara.views.workbook_changes import RowChange, Sort, WorkbookChanges, changes
from bukhara.workbook import Noticed, WorkbookReading, skeleton
from bukhara.workbook.findings import severity_of

Row = Statement | Observation
_NAMED = 8


def moved_rows(asked: Submission, base: StoredContents, newest: StoredContents) -> WorkbookChanges:
    """Return the rows of a workbook that differ from its base, and the rows of its base that it has no more.

    A row that the newest release does not have either is not taken out; one that it has already is not changed.
    """
    rows: tuple[Row, ...] = (*asked.statements, *asked.observations, *asked.left_out)
    before, now = _replaced(asked, base), set(_replaced(asked, newest))
    kept, held = set(rows), set(before)
    gone = [row for row in before if row not in kept and row in now]
    fresh = [row for row in rows if row not in held and row not in now]
    return changes(gone, fresh)


def without_reason(reading: WorkbookReading, moved: WorkbookChanges) -> Iterator[Noticed]:
    """Yield the accepted values that were overwritten without a reason; an answer from a newer source needs none.

    The statements of a workbook that is no template are its own words, and replace what it said before.
    """
    refused = {each.row for each in reading.findings if each.code == "answer-changed"}
    is_template = reading.pre_filled or reading.base_release
    indexes = {id(row): n for n, row in enumerate((*reading.statements, *reading.observations))}
    for change in moved.without_reason:
        columns = [each for each in change.fields if each.column not in REMARKS]
        if columns and change.before is not None and change.before.source_id == change.source_id:
            first, record = columns[0], indexes[id(change.record)]
            if change.kind == "statement" and (not is_template or reading.cells_of(record)[1] in refused):
                continue
            values = {"before": first.before or "–"}
            code, value = "changed-without-reason", first.after or "–"
            yield Noticed(code=code, record=record, column=first.column, value=value, values=values)


def removed_rows(reading: WorkbookReading, moved: WorkbookChanges) -> tuple[Finding, ...]:
    """Return one finding that counts the rows of the record that the workbook has no more, and names the first."""
    gone = moved.of(Sort.REMOVED)
    if not gone or reading.rows_at is None:
        return ()
    names = ", ".join(map(_name, gone[:_NAMED])) + (" …" if len(gone) > _NAMED else "")
    code, values = "rows-removed", {"count": str(len(gone)), "rows": names}
    return (Finding(code=code, severity=severity_of(code), sheet=reading.rows_at.sheet, values=values),)


def retyped_sources(reading: WorkbookReading, newest: StoredContents) -> Iterator[Noticed]:
    """Yield the sources of a workbook with a name that only looks like that of a source of the record."""
    held = {source.source_id for source in newest.sources}
    alike = {skeleton(name): name for name in held}
    for n, source in enumerate(reading.sources):
        known = alike.get(skeleton(source.source_id))
        if known and source.source_id not in held:
            values = {"expected": known}
            yield Noticed(
                code="source-retyped", record=n, column="source_id", value=source.source_id, values=values, source=True
            )


def _replaced(asked: Submission, contents: StoredContents) -> list[Row]:
    """Return the rows of a release in the blocks that the workbook replaces."""
    keys = {*grouped([asked]), *spoken_for(asked)}
    blocks = (block for key, block in contents.once(split_into_blocks).items() if key in keys)
    return [row for block in blocks for row in block.records if isinstance(row, (Statement, Observation))]


def _name(change: RowChange) -> str:
    period = getattr(change.record, "period", None)
    return " ".join(part for part in (change.country, change.indicator, _days(period) if period else "") if part)


def _days(period: Period) -> str:
    """Return a year, or the first and last day as they stand in their cells."""
    if period.type is PeriodType.YEAR:
        return period.code
    return " – ".join(str(day) for day in (period.start, period.end) if day)
