"""The days by which the statuses of a state are judged: each state has its own. Reads no clock."""

from dataclasses import dataclass
from datetime import date

from bukhara.model.codes import ReadingKind
from bukhara.model.release import Snapshot
from bukhara.progress.answers import is_answer
from bukhara.progress.records import reading_at, records_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days of one state, or of the region.

    `known`: up to it sources are read. `asked`: day of its reading or round, which says what it is asked about.
    `judged`: whether a period has ended is judged by it. `calendar`: the day on which the page is read.
    """

    known: date
    asked: date
    judged: date
    calendar: date


def days_of(snapshot: Snapshot, country: str) -> Days:
    """Return the days of a state or the region.

    Its statuses are judged by the day of its own newest answer, whatever another state answered since; in a round not
    before the day of the round.
    """
    reading = reading_at(snapshot.framework, snapshot.as_of, country)
    asked = reading.date if reading else snapshot.as_of
    own = snapshot.once(_newest).get(country, asked)
    in_round = reading is not None and reading.kind is ReadingKind.ROUND
    return Days(
        known=snapshot.newest_source,
        asked=asked,
        judged=max(own, asked) if in_round else own,
        calendar=snapshot.calendar_day,
    )


def common_day(snapshot: Snapshot, country: str = "") -> date | None:
    """Return the day of the statuses of a state, or of all; None where the days of the states differ.

    Where no state has answered anything, it is the day of the snapshot.
    """
    if country:
        return days_of(snapshot, country).judged
    codes = [each.code for each in snapshot.framework.countries]
    days = {days_of(snapshot, code).judged for code in codes if has_day(snapshot, code)}
    if len(days) > 1:
        return None
    return next(iter(days), snapshot.as_of)


def has_day(snapshot: Snapshot, country: str) -> bool:
    """Return whether a state or the region has answered anything: only then does it have a day."""
    return country in snapshot.once(_newest)


def newest_source_of(snapshot: Snapshot, country: str) -> date:
    """Return the day of the newest source about a state, public reports included, not before its own day."""
    days = [source.date for source in snapshot.sources_about(country)]
    days += [report.source.date for report in snapshot.public_reports if report.record.country == country]
    return max([*days, days_of(snapshot, country).judged])


def _newest(snapshot: Snapshot) -> dict[str, date]:
    """Return the day of the newest source that sets a status, by state."""
    newest: dict[str, date] = {}
    statements_of = records_of(snapshot).statements
    records_by_country = {country: records_of(snapshot, country) for country in {key[0] for key in statements_of}}
    for (country, _), statements in statements_of.items():
        records = records_by_country[country]
        for statement in statements:
            source = records.sources.get(statement.source_id)
            if source is None or not newest.get(country, date.min) < source.date <= snapshot.newest_source:
                continue
            if is_answer(statement, records):
                newest[country] = source.date
    return newest
