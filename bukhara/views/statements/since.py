"""What public sources report and no state has confirmed: since the last conference on record, and before it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bukhara.model.codes import ReadingKind
from bukhara.model.framework import Framework
from bukhara.model.partial_date import first_day
from bukhara.model.release import PublicReport, Snapshot
from bukhara.model.statement import Statement
from bukhara.model.topics import topics_of
from bukhara.progress.days import newest_source_of

LAW, PLAN, PROCEDURE, AGREEMENT, FIGURE, EVENT, ANNOUNCEMENT = range(7)
"""What a public report is about, the weightiest first; before `FIGURE` it is an act."""
_OF_INDICATOR = {
    **dict.fromkeys(("BD-11.1", "BD-12.1"), LAW),
    "BD-13.1": PLAN,
    **dict.fromkeys(("BD-5.1", "BD-6a.1", "BD-6b.1", "BD-7.1", "BD-8a.1", "BD-8b.1"), PROCEDURE),
    **dict.fromkeys(("BD-14b.1", "BD-16.1", "BD-17.2"), PROCEDURE),
    **dict.fromkeys(("BD-10.1", "BD-17.3"), AGREEMENT),
}
_ACT = re.compile(r"\b((adopt|approv|establish|sign)ed|in force|edition|set up|decree|(action|national) plan)\b", re.I)


def kind_of(report: PublicReport) -> int:
    """Return what a report is about, by its indicator if our sentence names an act; no column has the kind."""
    record = report.record
    if not isinstance(record, Statement):
        return FIGURE
    if record.indicator in _OF_INDICATOR and _ACT.search(record.statement):
        return _OF_INDICATOR[record.indicator]
    return EVENT if record.since else ANNOUNCEMENT


def by_weight(reports: Iterable[PublicReport]) -> list[PublicReport]:
    """Return reports by their kind; of one kind those with the day of their event first, and the newest of them."""
    return sorted(reports, key=lambda each: (kind_of(each), not each.is_dated, -happened(each).toordinal()))


@dataclass(frozen=True, slots=True)
class Since:
    """Reports in fixed order of the states, by the day of the event: those since then, and those not in the report.

    `after` is the year of the conference. They go up to the day `until`. They set no status, no level and no count.
    """

    after: int
    until: date
    later: tuple[PublicReport, ...] = ()
    earlier: tuple[PublicReport, ...] = ()

    @property
    def weightiest(self) -> tuple[PublicReport, ...]:
        """The statements since then, acts first."""
        return tuple(by_weight(each for each in self.later if isinstance(each.record, Statement)))


def build(snapshot: Snapshot, *, country: str = "", item: str = "", topic: str = "") -> Since:
    """Return the public reports, of one state (or the region), on one item or of one topic if given.

    Without an item, a fact about two items is returned once, with the item that is stored first.

    None are returned for a day up to that of the conference: then its report is shown as it is.
    """
    framework = snapshot.framework
    until = newest_source_of(snapshot, country) if country else snapshot.newest_source
    conference = conference_day(framework, snapshot.as_of)
    if until <= conference:
        return Since(conference.year, until)
    places = [each.code for each in framework.countries + framework.regions]
    found = [
        each
        for each in snapshot.public_reports
        if country in ("", each.record.country)
        and item in ("", item_of(framework, each))
        and topic in ("", *topics_of(framework, each.record))
    ]
    if not item:
        found = list({_fact(each): each for each in reversed(found)}.values())[::-1]
    found.sort(key=lambda each: (places.index(each.record.country), happened(each)))
    return Since(
        after=conference.year,
        until=until,
        later=tuple(each for each in found if happened(each) > conference),
        earlier=tuple(each for each in found if happened(each) <= conference),
    )


def later_acts(snapshot: Snapshot, statement: Statement) -> tuple[Statement, ...]:
    """Return the acts on the theme of a statement that public sources report from after the day of its source."""
    day = snapshot.source(statement.source_id).date
    found = build(snapshot, country=statement.country, item=statement.item).weightiest
    acts = (each.record for each in found if kind_of(each) < FIGURE and happened(each) > day)
    return tuple(act for act in acts if isinstance(act, Statement))


def _fact(report: PublicReport) -> tuple[str, str]:
    record = report.record
    return record.source_id, record.statement if isinstance(record, Statement) else record.observation_id


def conference_day(framework: Framework, on: date) -> date:
    """Return the day of the newest reading of a conference report up to a day, or of the first one."""
    days = sorted(reading.date for reading in framework.readings if reading.kind is not ReadingKind.ROUND)
    return next((day for day in reversed(days) if day <= on), min(days, default=date.max))


def happened(report: PublicReport) -> date:
    """Return the day of an event as far as it is known, else that of its source."""
    record = report.record
    if isinstance(record, Statement):
        return first_day(record.since) if record.since else report.source.date
    return record.period_end or record.period_start or report.source.date


def item_of(framework: Framework, report: PublicReport) -> str:
    """Return the id of the item that a report is about."""
    record = report.record
    if isinstance(record, Statement):
        return record.item
    return next((item.id for item in framework.items for each in item.indicators if each.id == record.indicator), "")
