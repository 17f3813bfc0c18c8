"""Compares a workbook with the record: rows taken out, not held, changed without a reason, or new beside others; pure.

Also finds sources of the record that a workbook names with other characters: its rows would be entered a second time.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import fields, replace
from datetime import date
from typing import Any

from bukhara.i18n.act_answers import told
from bukhara.model.codes import OWN_WORDS, UNCONFIRMED, AnswerRow, WorkbookKind
from bukhara.model.columns import Role, names
from bukhara.model.finding import Finding
from bukhara.model.period import Period, PeriodType
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.model.text import NO_TEXT
from bukhara.service.workbooks.statement_languages import in_language
from bukhara.store import StoredContents
from bukhara.views.releases.row_pairs import Record, paired
from bukhara.views.releases.workbook_changes import WorkbookChanges
from bukhara.workbook import WorkbookReading, finding_at, skeleton, with_findings
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


def applies_to(reading: WorkbookReading) -> bool:
    """Return whether a workbook is a tracker from a template that was made from a release, which it may have lost."""
    return reading.kind is WorkbookKind.TRACKER and (reading.pre_filled or has_release(reading))


def has_release(reading: WorkbookReading) -> bool:
    """Return whether a workbook names its template and the release from which it was made."""
    return bool(reading.template_version and reading.base_release)


def with_new_answers(
    reading: WorkbookReading, shown: Sequence[Statement], sources: Mapping[str, Source], asked: Mapping[str, date]
) -> WorkbookReading:
    """Return a reading whose new answers have nothing of the answers that they were written over, with findings.

    `shown` are the accepted answers that its template shows, and `asked` is the day on which each state was asked in
    the round of the workbook.
    """
    rows, found, new = list(reading.statements), [], set()
    own = {source.source_id for source in reading.sources if source.source_class in OWN_WORDS}
    for n, held in written_over(reading, shown):
        row = rows[n]
        rows[n] = _as_new(held, row, asked)
        new.add(n)
        day = sources[held.source_id].date.isoformat() if held.source_id in sources else ""
        found.append(finding_at(reading, "answer-beside", n, "source_id", row.source_id, values={"day": day}))
        if row.quote and not rows[n].quote and row.source_id not in own:
            found.append(finding_at(reading, "quote-missing", n, "quote"))
    return with_findings(replace(reading, statements=tuple(rows)), (*found, *_twice(reading, rows, new)))


def with_own_days(reading: WorkbookReading, acts: Iterable[Statement]) -> WorkbookReading:
    """Return a reading in which no answer "not in force" has the day on which its act on file began."""
    named = (act for act in acts if act.act_name)
    begun = {(told(act.act_name, AnswerRow.NOT_IN_FORCE, act.valid_until)["statement"], act.since) for act in named}
    rows = (replace(row, since="") if (row.statement, row.since) in begun else row for row in reading.statements)
    return replace(reading, statements=tuple(rows))


def written_over(reading: WorkbookReading, shown: Sequence[Statement]) -> Iterator[tuple[int, Statement]]:
    """Yield the index of each row with another source than the answer that it was written over, and that answer."""
    open_sources = {each.source_id for each in reading.sources if each.source_class in UNCONFIRMED}
    rows = reading.statements
    of_row = paired(shown, rows)
    missing = [row for n, row in enumerate(shown) if n not in set(of_row.values())]
    for n, row in enumerate(rows):
        held = shown[of_row[n]] if n in of_row else None
        if n not in of_row and row.source_id not in open_sources:  # an act on file is written over no answer
            held = _likest(row, missing)
        if held is not None and held.source_id != row.source_id:
            yield n, held


def _likest(row: Statement, missing: list[Statement]) -> Statement | None:
    """Remove and return the missing answer to the same question that is most like a row, or None."""
    about = [each for each in missing if (each.country, each.indicator) == (row.country, row.indicator)]
    if not about:
        return None
    likest = max(about, key=lambda each: sum(getattr(each, f.name) == getattr(row, f.name) for f in fields(row)))
    missing.remove(likest)
    return likest


def _as_new(held: Statement, row: Statement, asked: Mapping[str, date]) -> Statement:
    """Return a row without what belongs to the answer before, such as its citation, topics and translation."""
    names = ("source_locator", "quote", "revision_reason", "topics")
    left: dict[str, Any] = {name: "" for name in names if getattr(row, name) == getattr(held, name)}
    shown = in_language(held, row.lang)
    if row.statement != shown.statement and str(row.statement_translation) == str(shown.statement_translation):
        left["statement_translation"] = NO_TEXT
    return replace(row, asked_on=asked.get(row.country) if row.asked_on == held.asked_on else row.asked_on, **left)


def _twice(reading: WorkbookReading, rows: Sequence[Statement], new: Set[int]) -> Iterator[Finding]:
    """Refuse a new answer that cannot be distinguished from another one once the citation before is left out."""
    named: dict[str, int] = {}
    for n, row in enumerate(rows):
        first = named.setdefault(row.evidence_id, n)
        if first != n and (n in new or first in new):
            numbers = {"first": str(reading.cells_of(first)[1]), "second": str(reading.cells_of(n)[1])}
            yield finding_at(reading, "duplicate-conflict", n, "indicator", values=numbers)
