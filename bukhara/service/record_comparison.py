"""Compares a workbook with the record: what its rows become, and what is worth asking about before it is published."""

from dataclasses import dataclass, replace
from datetime import date

from bukhara import workbook
from bukhara.model.codes import WorkbookKind
from bukhara.model.draft import Draft
from bukhara.model.finding import Finding
from bukhara.model.round import Round, RoundProgress
from bukhara.service import base_comparison, kept_answers, left_out, returned_exports
from bukhara.service.core import Core
from bukhara.service.late_answers import days_asked, late_answers
from bukhara.service.outliers import far_off
from bukhara.service.publish_result import as_submission
from bukhara.service.series_joins import without_series
from bukhara.service.small_counts import small_and_public
from bukhara.store import StoredContents, Submission, rounds
from bukhara.store import reading as records
from bukhara.workbook import WorkbookReading
from bukhara.workbook.findings import severity_of


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
    if not (reading.statements or reading.observations):
        return reading
    now = context or check_context(core)
    held = core.stored_contents(now.newest)
    reading = _with_kept_notes(_with_kept_topics(reading, held), held)
    reading = _with_kept_answers(core, reading, now, received_after or now.newest)
    alone = without_series(reading, held, core.framework_of(held)) if reading.observations else ()
    small = small_and_public(reading, held.observations, core.policy)
    seen = workbook.with_noticed(reading, (*far_off(reading, held.observations), *alone, *small))
    seen = _beside_base(core, seen, held, received_after or 0)
    return seen if in_time else workbook.with_noticed(seen, late_answers(seen, held, now.rounds, now.lines))


def submission_of(core: Core, reading: WorkbookReading, draft: Draft | None = None) -> Submission:
    """Return the submission for the reading of a file, of a draft if any, with the rows that its template left out.

    Raises ValueError for a file that could not be read.
    """
    given, newest = as_submission(reading), core.ready()
    given = replace(given, received_after=draft.base if draft else None)
    if given.kind is not WorkbookKind.TRACKER or (given.base or 0) > newest:
        return given
    # a workbook without its front may have lost its base; one that was made from no release is whole
    statements = bool(given.base) or reading.pre_filled or not reading.template_version
    if not (reading.observations or statements):
        return given
    base = core.stored_contents(given.base or newest)
    if given.base and reading.pre_filled:
        gone = left_out.deleted_sources(given, base, core.current_framework())
        given = replace(given, sources=(*given.sources, *gone))
    return left_out.with_left_out(given, base, core.current_framework(), statements=statements)


def _beside_base(core: Core, reading: WorkbookReading, held: StoredContents, received_after: int) -> WorkbookReading:
    number = reading.base_release or received_after
    base = core.stored_contents(number) if 0 < number < held.release.number else held
    moved = base_comparison.moved_rows(submission_of(core, reading), base, held)
    # the shipped files, which are neither drafts nor templates, replace what they said before
    over = base_comparison.without_reason(reading, moved) if number or reading.pre_filled else ()
    seen = workbook.with_noticed(reading, (*over, *base_comparison.retyped_sources(reading, held)))
    # a row with an error is not read, which does not mean that it was taken out
    return workbook.with_findings(seen, base_comparison.removed_rows(reading, moved) if reading.acceptable else ())


def _with_kept_topics(reading: WorkbookReading, held: StoredContents) -> WorkbookReading:
    """Return a reading with the topics of the record, if its sheet has no column for them."""
    if not reading.statements or reading.rows_at is None or reading.rows_at.letter("topics"):
        return reading
    topics = {row.evidence_id: row.topics for row in held.statements}
    kept = (replace(row, topics=topics.get(row.evidence_id, "")) for row in reading.statements)
    return replace(reading, statements=tuple(kept))


def _with_kept_notes(reading: WorkbookReading, held: StoredContents) -> WorkbookReading:
    """Return a reading with the notes of the secretariat, which the template of a state does not show."""
    if not kept_answers.applies_to(reading):
        return reading
    sources = {source.source_id: source for source in held.sources}
    rows = {row.evidence_id: row.note for row in held.statements if left_out.is_note_on(row, sources)}
    figures = {row.observation_id: row.note for row in held.observations if left_out.is_note_on(row, sources)}
    return replace(
        reading,
        statements=tuple(replace(row, note=row.note or rows.get(row.evidence_id, "")) for row in reading.statements),
        observations=tuple(
            replace(row, note=row.note or figures.get(row.observation_id, "")) for row in reading.observations
        ),
    )


def _with_kept_answers(core: Core, reading: WorkbookReading, now: CheckContext, received_after: int) -> WorkbookReading:
    base = reading.base_release or received_after
    if not kept_answers.applies_to(reading) or not 0 < base <= now.newest:
        return reading
    held, left_out_rows = core.stored_contents(base), set(submission_of(core, reading).left_out)
    shown = replace(held, statements=tuple(row for row in held.statements if row not in left_out_rows))
    kept = kept_answers.with_kept_answers(reading, shown, days_asked(reading, now.rounds, now.lines))
    if kept_answers.has_release(reading) or kept.findings == reading.findings or reading.rows_at is None:
        return kept
    lost = Finding(code="release-missing", severity=severity_of("release-missing"), sheet=reading.rows_at.sheet)
    return workbook.with_findings(kept, (lost,))
