"""Compares a workbook with the record: what its rows become, and what is worth asking about before it is published."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

from bukhara import workbook
from bukhara.model.codes import UNCONFIRMED, WorkbookKind
from bukhara.model.finding import Finding
from bukhara.model.observation import Observation
from bukhara.model.round import Round, RoundProgress
from bukhara.model.statement import Statement
from bukhara.service.core import Core
from bukhara.service.publish_result import as_submission
from bukhara.service.reading.pending_requests import NO_ANSWER
from bukhara.service.workbooks import base_comparison, returned_exports
from bukhara.service.workbooks.confirmations import with_confirmations
from bukhara.service.workbooks.late_answers import days_asked, late_answers, round_of
from bukhara.service.workbooks.left_out import is_note_on, shown_figures, shown_statements
from bukhara.service.workbooks.outliers import far_off
from bukhara.service.workbooks.series_joins import without_series
from bukhara.service.workbooks.small_counts import small_and_public
from bukhara.service.workbooks.statement_languages import as_held
from bukhara.service.workbooks.template_contents import figures_of
from bukhara.store import StoredContents, rounds
from bukhara.store import reading as records
from bukhara.store.row_merge import merge_rows
from bukhara.views.releases.row_pairs import identity
from bukhara.views.releases.workbook_changes import Sort, WorkbookChanges
from bukhara.workbook import WorkbookReading
from bukhara.workbook.findings import severity_of

OF_A_BODY = re.compile(r"[a-z]+-answer-\d+-[0-9a-f]{4}")
"""The letter in the workbook of one body of a state, which has the rows of no other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckContext:
    """What a workbook is checked against: the newest release, the rounds (newest first) and their progress."""

    newest: int
    rounds: tuple[Round, ...]
    lines: tuple[RoundProgress, ...]


def check_context(core: Core) -> CheckContext:
    """Return the newest release and the rounds, to check workbooks against."""
    with core.opened().connect() as connection:
        return CheckContext(
            newest=records.latest(connection) or 0, rounds=rounds.listed(connection), lines=rounds.progress(connection)
        )


def beside_record(
    core: Core,
    reading: WorkbookReading,
    context: CheckContext | None = None,
    *,
    in_time: bool = False,
    received_after: int | None = None,
) -> WorkbookReading:
    """Return a reading with the findings of its comparison with the record.

    These are answers written over, outliers, late answers, rows taken out or changed without a reason, sources named
    anew, and changed rows of an export. With `in_time` the workbook was received while its round was open, so nothing
    in it is late. A template that has lost its release is compared with the newest of when it was received.
    """
    if reading.exported is not None:
        newest = core.ready()
        number = min(reading.exported.release or newest, newest)
        return returned_exports.compared(reading, core.snapshot(date.max, number, desk_research=True))
    if not (reading.statements or reading.observations or reading.taken_out):
        return reading
    now = context or check_context(core)
    held = core.stored_contents(now.newest)
    reading = _with_kept_notes(_with_kept_topics(reading, held), held)
    reading = _with_new_answers(core, reading, now, received_after or now.newest)
    alone = without_series(reading, held, core.framework_of(held)) if reading.observations else ()
    small = small_and_public(reading, held.observations, core.policy)
    seen = workbook.with_findings(reading, (*far_off(reading, held.observations), *alone, *small))
    seen = _beside_base(core, seen, now, received_after or 0)
    return seen if in_time else workbook.with_findings(seen, late_answers(seen, held, now.rounds, now.lines))


def _beside_base(core: Core, reading: WorkbookReading, now: CheckContext, received_after: int) -> WorkbookReading:
    held = core.stored_contents(now.newest)
    asked = as_submission(reading, received_after=received_after or None)
    if max(asked.base or 0, received_after) > held.release.number:
        return reading
    merge = merge_rows([asked], held, core.stored_contents)
    # the shipped files, which are neither drafts nor templates, replace what they said before
    asks = bool(asked.base or received_after or reading.pre_filled)
    moved = WorkbookChanges(merge.rows)
    over = base_comparison.without_reason(reading, moved) if asks else ()
    seen = workbook.with_findings(reading, (*over, *base_comparison.retyped_sources(reading, held)))
    is_over = {"answer-beside", "changed-without-reason"}.intersection(each.code for each in seen.findings)
    if is_over and base_comparison.applies_to(reading) and not base_comparison.has_release(reading) and reading.rows_at:
        lost = Finding(code="release-missing", severity=severity_of("release-missing"), sheet=reading.rows_at.sheet)
        seen = workbook.with_findings(seen, (lost,))
    seen = with_confirmations(core, seen, held, moved)
    if not seen.acceptable:  # a row with an error is not read, which does not mean that it is missing
        return seen
    taken = [row.record for row in moved.of(Sort.REMOVED)]
    found = [*base_comparison.of_rows("rows-removed", reading, taken)]
    if asked.base:
        items = asking.items if (asking := round_of(reading, now.rounds)) else ()
        still = {*held.statements, *held.observations}
        rows = [row for row in _shown(core, reading, core.stored_contents(asked.base), items) if row in still]
        given = {identity(row.before) for row in moved.rows if row.before is not None}
        shown = [row for row in rows if isinstance(row, Statement)]
        given |= {held.evidence_id for _, held in base_comparison.written_over(reading, shown)}
        missing = [row for row in rows if identity(row) not in given]
        new = {each.source_id for each in reading.sources} - {each.source_id for each in held.sources}
        if len(missing) < len(rows) and not any(map(OF_A_BODY.fullmatch, new)):  # an empty template shows no rows
            found += base_comparison.of_rows("rows-not-held", reading, missing)
    return workbook.with_findings(seen, found)


def _shown(
    core: Core, reading: WorkbookReading, base: StoredContents, items: Collection[str] = ()
) -> tuple[Statement | Observation, ...]:
    """Return the rows of a release that the template of a workbook shows.

    Of a tracker they are its statements, and the figures of sources that it names no longer: others are written over.
    """
    if reading.kind is None or reading.kind is WorkbookKind.TRACKER:
        framework, kept = core.current_framework(), {each.source_id for each in reading.sources}
        statements = shown_statements(base.statements, base.sources, framework, reading.countries)
        figures = (row for each in reading.countries for row in figures_of(base, framework, each, items))
        return (*statements, *(row for row in figures if row.source_id not in kept and row.state not in NO_ANSWER))
    return shown_figures(reading.kind, base.observations, base.sources)


def _with_kept_topics(reading: WorkbookReading, held: StoredContents) -> WorkbookReading:
    """Return a reading with the topics of the record, if its sheet has no column for them."""
    if not reading.statements or reading.rows_at is None or reading.rows_at.letter("topics"):
        return reading
    topics = {row.evidence_id: row.topics for row in held.statements}
    kept = (replace(row, topics=topics.get(row.evidence_id, "")) for row in reading.statements)
    return replace(reading, statements=tuple(kept))


def _with_kept_notes(reading: WorkbookReading, held: StoredContents) -> WorkbookReading:
    """Return a reading with the notes of the secretariat, which the template of a state does not show."""
    if not base_comparison.applies_to(reading):
        return reading
    sources = {source.source_id: source for source in held.sources}
    rows = {row.evidence_id: row.note for row in held.statements if is_note_on(row, sources)}
    figures = {row.observation_id: row.note for row in held.observations if is_note_on(row, sources)}
    return replace(
        reading,
        statements=tuple(replace(row, note=row.note or rows.get(row.evidence_id, "")) for row in reading.statements),
        observations=tuple(
            replace(row, note=row.note or figures.get(row.observation_id, "")) for row in reading.observations
        ),
    )


def _with_new_answers(core: Core, reading: WorkbookReading, now: CheckContext, received_after: int) -> WorkbookReading:
    base = reading.base_release or received_after
    if not base_comparison.applies_to(reading) or not 0 < base <= now.newest:
        return reading
    held = core.stored_contents(base)
    reading = as_held(reading, held.statements)
    sources = {source.source_id: source for source in held.sources}
    unconfirmed = {source.source_id for source in held.sources if source.source_class in UNCONFIRMED}
    reading = base_comparison.with_own_days(reading, (r for r in held.statements if r.source_id in unconfirmed))
    shown = [
        row for row in _shown(core, reading, held) if isinstance(row, Statement) and row.source_id not in unconfirmed
    ]
    return base_comparison.with_new_answers(reading, shown, sources, days_asked(reading, now.rounds, now.lines))
