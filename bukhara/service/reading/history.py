"""Finds the readings that a state answered, and the release in which a reading was published (method 6); pure."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bukhara.model.codes import ReadingKind
from bukhara.model.framework import Framework, Reading
from bukhara.model.release import Release, Snapshot
from bukhara.model.source import Source
from bukhara.service.reading.pending_requests import answer_days, answered_questions, sources_of_states


def reading_before(framework: Framework, on: date) -> Reading | None:
    """Return the reading or round before the one that `on` belongs to; None for the first."""
    known = sorted((r for r in framework.readings if r.date <= on), key=lambda r: (r.date, r.id))
    return known[-2] if len(known) > 1 else None


def answered_by(snapshot: Snapshot, country: str) -> tuple[Reading, ...]:
    """Return the readings that a state answered, oldest first, each on the day of the state's own last answer.

    A published report is about every state. A round of the framework is answered by a source of the state from its
    days, a round that was sent by answers to so many of its questions that a mean may be shown: one answer is not
    compared with a whole round. No round asks the region: it has every reading.
    """
    framework = snapshot.framework
    known = [reading for reading in framework.readings if reading.date <= snapshot.as_of]
    if country in {state.code for state in framework.countries}:
        days, sent = snapshot.once(answer_days), {request.round_id for request in snapshot.requests}
        of_framework = [reading for reading in framework.readings if reading.id not in sent]
        own = sources_of_states(snapshot.sources_about(country), exercise=snapshot.framework.exercise)
        known = [
            replace(reading, date=days.get((reading.id, country), reading.date))
            for reading in known
            if (reading.id in sent and _is_answered_enough(snapshot, reading.id, country))
            or (reading.id not in sent and _is_answered(reading, of_framework, own))
        ]
    return tuple(sorted(known, key=lambda reading: (reading.date, reading.id)))


def newest_of(snapshot: Snapshot) -> Reading | None:
    """Return the reading that was published, or the round that was sent, last; None before the first answer.

    The day of a round is that of its newest answer, so a late one must not make an older round the newest.
    """
    known = [reading for reading in snapshot.framework.readings if reading.date <= snapshot.as_of]
    return max(known, key=lambda reading: (reading.sent or reading.date, reading.date, reading.id), default=None)


def _is_answered_enough(snapshot: Snapshot, round_id: str, country: str) -> bool:
    given, asked = answered_questions(snapshot, round_id, country)
    return asked > 0 and given / asked >= snapshot.framework.method.coverage.bar


def was_asked(snapshot: Snapshot, reading: Reading, country: str) -> bool:
    """Return whether a state was asked in a reading; a reading of the framework is about every state."""
    asked = {request.country for request in snapshot.requests if request.round_id == reading.id}
    return not asked or country in asked


def answering_sources(snapshot: Snapshot, reading: Reading, before: Reading | None) -> frozenset[str]:
    """Return the ids of the sources of a reading: its report, or what is dated from its request on, or answers it.

    Without a day of the request it is what is dated after the reading `before` it.
    """
    if reading.source_id:
        return frozenset({reading.source_id})
    dated = (source for source in snapshot.sources if source.date <= reading.date)
    if reading.sent is not None:
        rows, end = snapshot.statements, reading.date
        days = {row.source_id: row.asked_on for row in rows if row.asked_on and row.asked_on <= end}
        return frozenset(s.source_id for s in dated if max(s.date, days.get(s.source_id, s.date)) >= reading.sent)
    return frozenset(source.source_id for source in dated if before is None or source.date > before.date)


def _is_answered(reading: Reading, of_framework: Sequence[Reading], own: Sequence[Source]) -> bool:
    if reading.kind is ReadingKind.READING or reading.source_id:
        return True
    earlier = [each.date for each in of_framework if each.date < reading.date]
    return any(source.date <= reading.date and source.date > max(earlier, default=date.min) for source in own)


def sources_of(snapshot: Snapshot, reading: Reading) -> frozenset[str]:
    """Return the ids of the sources that a reading codes, or that answer a round."""
    return answering_sources(snapshot, reading, reading_before(snapshot.framework, reading.date))


def published_in(releases: Sequence[Release], sources: frozenset[str], *, on: date, country: str = "") -> int | None:
    """Return the number of the release that was current on a day if it has one of the sources.

    Otherwise return the first release that has one (about `country`, if given), or None.
    """
    holding = (r.number for r in releases if any(_about(block, sources, country) for block in r.blocks))
    first = next(holding, None)
    current = max((r.number for r in releases if r.created_at.date() <= on), default=None)
    if first is None:
        return current
    return first if current is None else max(first, current)


def _about(block: str, sources: frozenset[str], country: str) -> bool:
    _, block_country, source = block.split("/", 2)
    return source in sources and (not country or block_country == country)
