"""Laws, plans, bodies and procedures of several states on one time axis, a lane for each state in fixed order."""

from dataclasses import dataclass, replace

from bukhara.model.framework import Country
from bukhara.model.release import Snapshot
from bukhara.views.statements import timeline
from bukhara.views.statements.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Lane:
    """One state with its events and its statements without a date."""

    country: Country
    timeline: Timeline


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The lanes, and all their events with the conferences as one timeline."""

    lanes: tuple[Lane, ...]
    whole: Timeline


def build(snapshot: Snapshot, *, countries: tuple[str, ...] = (), pillar: str = "", item: str = "") -> TimeAxis:
    """Return the lanes of the states given, or of all; limited to one pillar or one item if given."""
    framework = snapshot.framework
    wanted = {i.id for i in framework.items if pillar in ("", i.pillar) and item in ("", i.id)}
    lanes = tuple(
        Lane(country, _limited(timeline.build(snapshot, country.code), wanted))
        for country in framework.countries
        if not countries or country.code in countries
    )
    events = tuple(event for lane in lanes for event in lane.timeline.events)
    until = max((lane.timeline.until for lane in lanes if lane.timeline.until), default=None)
    return TimeAxis(lanes, replace(lanes[0].timeline, events=events, undated=(), until=until))


def _limited(whole: Timeline, items: set[str]) -> Timeline:
    return replace(
        whole,
        events=tuple(event for event in whole.events if event.item in items),
        undated=tuple(statement for statement in whole.undated if statement.item in items),
    )
