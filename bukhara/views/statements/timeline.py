"""Laws, plans, bodies and procedures on a time axis, of one state and in lanes of several; undated ones are listed."""

from dataclasses import dataclass, replace
from datetime import date

from bukhara.model.codes import ItemKind, Scope, State, Status
from bukhara.model.derived import Derived
from bukhara.model.framework import Conference, Country, Indicator, Item
from bukhara.model.partial_date import first_day, last_day
from bukhara.model.release import PublicReport, Snapshot
from bukhara.model.statement import Statement
from bukhara.situation import on_file
from bukhara.situation.days import reported_day
from bukhara.situation.statements import by_state, newest_first, statements_of, status_said

TIMELINE_STATUSES = (Status.IN_PLACE, Status.UNDER_WAY, Status.PLANNED)


@dataclass(frozen=True, slots=True)
class Event:
    """One dated status; `since` and `valid_until` as printed.

    A statement without a status is no event: beside its date, the name of its indicator would say that it is in force.
    So the subject of a `report` of a public source, not confirmed and without a status, is its theme. Without a day of
    its own it has that of its source.
    """

    subject: Indicator | Item
    item: str
    status: Status | None
    since: str
    valid_until: str
    report: PublicReport | None = None

    @property
    def first(self) -> date | None:
        """The earliest day on which it may have begun."""
        return first_day(self.since) if self.since else None

    @property
    def last(self) -> date | None:
        """The latest day on which it may have begun."""
        return last_day(self.since) if self.since else None

    @property
    def end(self) -> date | None:
        """The last day, if the fact has an end."""
        return last_day(self.valid_until) if self.valid_until else None

    @property
    def is_in_place(self) -> bool:
        """Whether it was reported in place."""
        return self.status is Status.IN_PLACE


@dataclass(frozen=True, slots=True)
class Rule:
    """A conference with the period in which it was held, as exactly as the source gives it.

    `report` is a public report, not confirmed, that a planned one was held.
    """

    conference: Conference
    start: date
    end: date
    report: Statement | None = None


@dataclass(frozen=True, slots=True)
class Timeline(Derived):
    """Events with the earliest first, the conferences, the day of the snapshot, and statements without a date.

    `until` is the day up to which public sources report. `calendar` is that of the page, by which a period has ended.
    """

    events: tuple[Event, ...]
    rules: tuple[Rule, ...]
    as_of: date
    undated: tuple[Statement, ...]
    until: date
    calendar: date


def build(snapshot: Snapshot, code: str, *, whole: bool = False) -> Timeline:
    """Return the timeline of one state: what was reported, acts on file since, and if `whole` those before, too."""
    own = [s for s in _own(snapshot, code) if _completable(snapshot, s)]
    events: dict[tuple[str, str, str], Event] = {}
    for s in own:
        status = status_said(s)
        if status is not Status.NOT_ASKED and (s.since or s.valid_until):
            indicator = snapshot.framework.indicator(s.indicator)
            event = Event(indicator, s.item, status, s.since, s.valid_until)
            events.setdefault((s.indicator, s.since, s.valid_until), event)
    dated = {indicator for indicator, _, _ in events}
    undated: dict[str, Statement] = {}
    for s in own:
        if s.status in TIMELINE_STATUSES and s.indicator not in dated:
            undated.setdefault(s.indicator, s)
    reports = _reported(snapshot, code, whole=whole)
    return Timeline(
        events=tuple(sorted((*events.values(), *reports), key=_begin)),
        # The conferences are real, and so are the states that hosted them: not shown beside invented data.
        rules=() if snapshot.framework.exercise else tuple(_rule(c, snapshot) for c in snapshot.framework.conferences),
        as_of=reported_day(snapshot, code),
        undated=tuple(undated.values()),
        until=snapshot.newest_source,
        calendar=snapshot.calendar_day,
    )


def _reported(snapshot: Snapshot, code: str, *, whole: bool) -> list[Event]:
    """Return the acts that mark a cell as events, each once; if `whole` those before the conference, too."""
    found = on_file.build(snapshot, country=code)
    events: dict[object, Event] = {}
    for report in (*(found.earlier if whole else ()), *found.later):
        record = report.record
        if isinstance(record, Statement) and on_file.marks_cell(report) and _completable(snapshot, record):
            theme, since = snapshot.framework.item(record.item), record.since or report.source.date.isoformat()
            name = record.item, record.act_name or record.statement, since
            events.setdefault(name, Event(theme, record.item, None, since, record.valid_until, report))
    return list(events.values())


def _own(snapshot: Snapshot, code: str) -> list[Statement]:
    statements = newest_first(snapshot, (s for s in statements_of(snapshot, code) if s.state is State.VALUE))
    return [s for s in statements if by_state(snapshot, s)]


def _completable(snapshot: Snapshot, statement: Statement) -> bool:
    item = snapshot.framework.item(statement.item)
    return item.kind is ItemKind.MILESTONE and item.scope is Scope.COUNTRY


def _begin(event: Event) -> tuple[date, str]:
    day = event.first or event.end
    assert day is not None, "an event has a date"
    return day, event.subject.id


def _rule(conference: Conference, snapshot: Snapshot) -> Rule:
    report = held_reports(snapshot).get(conference.public_source)
    when = report.since if report else conference.when
    return Rule(conference, conference.start or first_day(when), conference.end or last_day(when), report)


def held_reports(snapshot: Snapshot) -> dict[str, Statement]:
    """Return the dated public reports by their source: one of them says that a planned conference was held."""
    found = ((report.source.source_id, report.record) for report in snapshot.public_reports)
    return {source: record for source, record in found if isinstance(record, Statement) and record.since}


@dataclass(frozen=True, slots=True)
class Lane:
    """One state with its events and its statements without a date, and the themes asked for."""

    country: Country
    timeline: Timeline
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The lanes, and all their events with the conferences as one timeline; `item` if only one was asked for."""

    lanes: tuple[Lane, ...]
    whole: Timeline
    item: str = ""


def time_axis(snapshot: Snapshot, *, countries: tuple[str, ...] = (), pillar: str = "", item: str = "") -> TimeAxis:
    """Return the lanes of the states given, or of all, of one pillar or one item; with an item earlier acts, too."""
    framework = snapshot.framework
    wanted = tuple(i for i in framework.items if pillar in ("", i.pillar) and item in ("", i.id))
    lanes = tuple(
        Lane(country, _limited(build(snapshot, country.code, whole=bool(item)), {i.id for i in wanted}), wanted)
        for country in framework.countries
        if not countries or country.code in countries
    )
    events = tuple(event for lane in lanes for event in lane.timeline.events)
    return TimeAxis(lanes, replace(lanes[0].timeline, events=events, undated=()), item)


def _limited(whole: Timeline, items: set[str]) -> Timeline:
    return replace(
        whole,
        events=tuple(event for event in whole.events if event.item in items),
        undated=tuple(statement for statement in whole.undated if statement.item in items),
    )
