"""Compares a workbook with the record: what its rows become, and what is worth asking about before it is published."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from bukhara import workbook
from bukhara.model.asking import Round, RoundProgress
from bukhara.model.codes import WorkbookKind
from bukhara.model.framework import Framework
from bukhara.model.release import Snapshot
from bukhara.service import base_comparison, kept_answers, left_out, returned_exports
from bukhara.service.late_answers import days_asked, late_answers
from bukhara.service.outliers import far_off
from bukhara.service.series_joins import without_series
from bukhara.store import StoredContents, Submission
from bukhara.workbook import WorkbookReading


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckContext:
    """What a workbook is checked against: the newest release, the rounds (newest first) and their progress."""

    newest: int
    rounds: tuple[Round, ...]
    lines: tuple[RoundProgress, ...]


class HeldRecord(Protocol):
    """What a comparison asks of the record."""

    def ready(self) -> int:
        """Return the number of the newest release."""

    def held(self, number: int) -> StoredContents:
        """Return the contents of a release without disclosure control."""

    def framework_of(self, held: StoredContents) -> Framework:
        """Return the framework of a release."""

    def check_context(self) -> CheckContext:
        """Return the newest release and the rounds."""

    def snapshot(self, as_of: date, release: int, *, desk_research: bool) -> Snapshot:
        """Return the rows of a release up to a day."""


def beside_record(
    record: HeldRecord, reading: WorkbookReading, check_context: CheckContext | None, *, in_time: bool
) -> WorkbookReading:
    """Return a reading with the findings of its comparison with the record; see `Core.beside_record`."""
    if reading.exported is not None:
        return _returned(record, reading)
    if not (reading.statements or reading.observations):
        return reading
    now = check_context or record.check_context()
    held = record.held(now.newest)
    reading = _with_kept_answers(record, _with_kept_topics(reading, held), now)
    alone = without_series(reading, held, record.framework_of(held)) if reading.observations else ()
    seen = workbook.with_noticed(reading, (*far_off(reading, held.observations), *alone))
    seen = _beside_base(record, seen, held)
    return seen if in_time else workbook.with_noticed(seen, late_answers(seen, held, now.rounds, now.lines))


def submission(record: HeldRecord, reading: WorkbookReading) -> Submission:
    """Return the submission for a reading, with the rows that its template left out; see `Core.submission`."""
    given, newest = as_submission(reading), record.ready()
    if given.kind is not WorkbookKind.TRACKER or (given.base or 0) > newest:
        return given
    statements = left_out.leaves_out(reading.template_version)
    if not (reading.observations or statements):
        return given
    base = record.held(given.base or newest)
    return left_out.with_left_out(given, base, record.framework_of(base), statements=statements)


def as_submission(reading: WorkbookReading, *, pre_filled: bool = True) -> Submission:
    """Return the submission to the store for a reading; raise ValueError for a file that could not be read."""
    if reading.kind is None:
        raise ValueError("only what is readable is published")
    return Submission(
        kind=reading.kind,
        countries=reading.countries,
        sources=reading.sources,
        statements=reading.statements,
        observations=reading.observations,
        base=(reading.base_release or None) if pre_filled else None,
    )


def _beside_base(record: HeldRecord, reading: WorkbookReading, held: StoredContents) -> WorkbookReading:
    number = reading.base_release or 0
    base = record.held(number) if 0 < number < held.release.number else held
    moved = base_comparison.moved_rows(submission(record, reading), base, held)
    noticed = (
        *base_comparison.without_reason(reading, moved),
        *base_comparison.retyped_sources(reading, held),
    )
    seen = workbook.with_noticed(reading, noticed)
    # a row with an error is not read, which does not mean that it was taken out
    return workbook.with_findings(seen, base_comparison.removed_rows(reading, moved) if reading.acceptable else ())


def _with_kept_topics(reading: WorkbookReading, held: StoredContents) -> WorkbookReading:
    """Return a reading with the topics of the record, if its sheet has no column for them."""
    if not reading.statements or reading.rows_at is None or reading.rows_at.letter("topics"):
        return reading
    topics = {row.evidence_id: row.topics for row in held.statements}
    kept = (replace(row, topics=topics.get(row.evidence_id, "")) for row in reading.statements)
    return replace(reading, statements=tuple(kept))


def _with_kept_answers(record: HeldRecord, reading: WorkbookReading, now: CheckContext) -> WorkbookReading:
    base = reading.base_release or 0
    if not kept_answers.applies_to(reading) or base > now.newest:
        return reading
    held, left_out_rows = record.held(base), set(submission(record, reading).left_out)
    shown = replace(held, statements=tuple(row for row in held.statements if row not in left_out_rows))
    return kept_answers.with_kept_answers(reading, shown, days_asked(reading, now.rounds, now.lines))


def _returned(record: HeldRecord, reading: WorkbookReading) -> WorkbookReading:
    assert reading.exported is not None, "only an export is compared as a table"
    newest = record.ready()
    number = reading.exported.release or newest
    return returned_exports.compared(reading, record.snapshot(date.max, min(number, newest), desk_research=True))
