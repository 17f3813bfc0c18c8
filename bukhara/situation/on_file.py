"""What public sources report and no state has confirmed: since the last conference on record, and before it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from bukhara.model.codes import ACTS, UNCONFIRMED, ActKind, ActText, ReadingKind, SourceClass
from bukhara.model.framework import Framework
from bukhara.model.groups import group_by
from bukhara.model.partial_date import first_day, is_by, is_same, named_date
from bukhara.model.release import PublicReport, Snapshot
from bukhara.model.statement import Statement
from bukhara.model.topics import topics_of

_KINDS = list(ActKind)


def is_act(report: PublicReport) -> bool:
    """Return whether a report is about a law, a plan, a body or an agreement."""
    return isinstance(report.record, Statement) and report.record.act_kind in ACTS


def marks_cell(report: PublicReport) -> bool:
    """Return whether a report is about an act whose text names trafficking."""
    return is_act(report) and isinstance(report.record, Statement) and report.record.act_text is not ActText.UNMARKED


def is_official(report: PublicReport) -> bool:
    """Return whether an official publication has the text of an act."""
    return isinstance(report.record, Statement) and report.record.act_text is ActText.OFFICIAL


def by_weight(reports: Iterable[PublicReport]) -> list[PublicReport]:
    """Return the acts that mark a cell before all others, each by kind; of one kind the newest year first, by day.

    So a law comes before the orders that follow it, and what has a day before a law that was there "by" one. A plan has
    the year in which it ends.
    """

    def weight(each: PublicReport) -> tuple[bool, int, bool, int, date, bool]:
        act = each.record if isinstance(each.record, Statement) else None
        kind = act.act_kind or _KINDS[-1] if act else ActKind.FIGURE
        until = act.valid_until if act else ""
        year = int(until[:4]) if until else happened(each).year
        is_vague = act is not None and kind is ActKind.LAW and is_by(act.since)
        is_dated = bool(until) or (bool(each.day) and not is_vague)
        return not marks_cell(each), _KINDS.index(kind), not is_dated, -year, happened(each), not is_official(each)

    return sorted(reports, key=weight)


def act_of(report: PublicReport) -> tuple[str, ...]:
    """Return what is the same in all reports of an act: its state, its name without its parts, and its day.

    "Law 110-VIII, Article 1" names a law. For an act with a number the year is enough, for a plan its end.
    """
    act = report.record
    if not isinstance(act, Statement) or not act.act_name:
        return _fact(report)
    name = re.split("[,:]", act.act_name.in_("en"))[0]
    is_numbered = is_act(report) and re.search(r"\d", name)
    return act.country, name, act.valid_until or named_date(act.since)[:4] if is_numbered else act.since


def weightiest(reports: Iterable[PublicReport]) -> list[PublicReport]:
    """Return the statements among reports, acts first and each act once: the report with the fullest day of it."""
    found = group_by(by_weight(each for each in reports if isinstance(each.record, Statement)), act_of)
    return [_once(own) for own in found.values()]


def _once(reports: list[PublicReport]) -> PublicReport:
    """Return the report of an act with its fullest day, and with the days of others that cannot be the same day."""
    fullest = max(reports, key=lambda each: (marks_cell(each), is_official(each), not is_by(each.day), len(each.day)))
    days = dict.fromkeys(each.day for each in reports if each.day and fullest.day)
    return replace(fullest, days=tuple(day for day in days if not is_same(fullest.day, day)))


@dataclass(frozen=True, slots=True)
class OnFile:
    """Reports in fixed order of the states, by the day of the event: those since then, and those not in the report.

    `after` is the year of the conference. They go up to the day `until`. They set no status, no level and no count.
    """

    after: int
    until: date
    later: tuple[PublicReport, ...] = ()
    earlier: tuple[PublicReport, ...] = ()


def build(snapshot: Snapshot, *, country: str = "", item: str = "", topic: str = "") -> OnFile:
    """Return the public reports, of one state (or the region), on one item or of one topic if given.

    Without an item, a fact about two items is returned once, with the item that is stored first.

    None are returned for a day up to that of the conference: then its report is shown as it is.
    """
    framework = snapshot.framework
    until, conference = snapshot.newest_source, conference_day(framework, snapshot.as_of)
    if until <= conference:
        return OnFile(conference.year, until)
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
    return OnFile(
        after=conference.year,
        until=until,
        later=tuple(each for each in found if happened(each) > conference),
        earlier=tuple(each for each in found if happened(each) <= conference),
    )


def marking(snapshot: Snapshot) -> dict[tuple[str, str], list[PublicReport]]:
    """Return the acts on file that mark a cell, by state and item; none for a day up to that of the conference.

    An act marks no cell any more once its state has answered it, whichever day the state gives.
    """
    own = [PublicReport(each, snapshot.source(each.source_id)) for each in snapshot.statements if each.act_kind]
    framework = snapshot.framework
    shown = snapshot.public_reports if snapshot.newest_source > conference_day(framework, snapshot.as_of) else ()
    found = filter(marks_cell, open_acts([*own, *shown]))
    return group_by(by_weight(found), lambda each: (each.record.country, item_of(framework, each)))


def open_acts(reports: Iterable[PublicReport]) -> list[PublicReport]:
    """Return the acts that public sources report and no answer of their state is about, by name and end of period."""
    acts = list(filter(is_act, reports))
    answered = {_named(each) for each in acts if each.source.source_class not in UNCONFIRMED}
    public = (each for each in acts if each.source.source_class is SourceClass.DESK_RESEARCH)
    return [each for each in public if _named(each) not in answered]


def _named(report: PublicReport) -> tuple[str, ...]:
    """Return what an answer about an act has in common with each report of it: its name, and the end of its period."""
    return *act_of(report)[:2], getattr(report.record, "valid_until", "")


def later_acts(snapshot: Snapshot, statement: Statement) -> tuple[PublicReport, ...]:
    """Return the acts on the theme of a statement that public sources report from after the day of its source."""
    day = snapshot.source(statement.source_id).date
    found = weightiest(build(snapshot, country=statement.country, item=statement.item).later)
    return tuple(each for each in found if marks_cell(each) and happened(each) > day)


def by_later_acts(snapshot: Snapshot, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return statements, first those on whose theme a later act is on file: a law before the orders that follow it."""
    first = [(later_acts(snapshot, each)[:1], each) for each in statements]
    order = by_weight(act for acts, _ in first for act in acts)
    first.sort(key=lambda pair: [order.index(act) for act in pair[0]] or [len(order)])
    return tuple(each for _, each in first)


def _fact(report: PublicReport) -> tuple[str, str, str]:
    record = report.record
    said = record.statement if isinstance(record, Statement) else record.observation_id
    return record.country, record.source_id, said


def conference_day(framework: Framework, on: date) -> date:
    """Return the day of the newest reading of a conference report up to a day, or of the first one."""
    days = sorted(reading.date for reading in framework.readings if reading.kind is not ReadingKind.ROUND)
    return next((day for day in reversed(days) if day <= on), min(days, default=date.max))


def happened(report: PublicReport) -> date:
    """Return the day of an event as far as it is known, else that of its source."""
    begun = None if isinstance(report.record, Statement) else report.record.period_start
    return first_day(report.day) if report.day else begun or report.source.date


def item_of(framework: Framework, report: PublicReport) -> str:
    """Return the id of the item that a report is about."""
    record = report.record
    if isinstance(record, Statement):
        return record.item
    return next((item.id for item in framework.items for each in item.indicators if each.id == record.indicator), "")
