"""Counts of themes by status (method 1). Must not add up states' figures, nor order states."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bukhara.model.codes import ItemKind, Scope, State, Status
from bukhara.situation.situation import Situation

_ASKED = (State.NOT_REPORTED, State.NOT_AVAILABLE, State.SUPPRESSED)
_COUNTED = (Status.IN_PLACE, Status.UNDER_WAY, Status.PLANNED, Status.CHALLENGE)
_BY_NAME = (*(each.value for each in (*_COUNTED, *_ASKED)), "ended", "no_step")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Items of one country, or states of one item, by status.

    n = in_place + under_way + planned + challenge + not_covered + ended + no_step; in_place = in_place_before +
    in_place_since + in_place_undated. not_covered = not_reported + not_available + suppressed + mentioned + silent: the
    first three were asked and have no status. Of the others, the state's own bodies reported something about those that
    are `mentioned`. Continuing and not applicable items are counted separately.
    """

    n: int = 0
    in_place: int = 0
    under_way: int = 0
    planned: int = 0
    challenge: int = 0
    not_covered: int = 0
    ended: int = 0
    no_step: int = 0
    in_place_before: int = 0
    in_place_since: int = 0
    in_place_undated: int = 0
    continuing: int = 0
    continuing_n: int = 0
    not_applicable: int = 0
    not_reported: int = 0
    not_available: int = 0
    suppressed: int = 0
    mentioned: int = 0

    @property
    def unanswered(self) -> int:
        """The part of `not_covered` that was asked and has no status."""
        return self.not_reported + self.not_available + self.suppressed

    @property
    def silent(self) -> int:
        """The part of `not_covered` that nobody asked about and no body of the state reported anything about."""
        return self.not_covered - self.unanswered - self.mentioned

    @property
    def low(self) -> int:
        """The lower bound k: the items that are in place."""
        return self.in_place

    @property
    def high(self) -> int:
        """The upper bound k + m: as if every item not covered or unanswered were in place."""
        return self.in_place + self.not_covered


def count(statuses: Iterable[Situation]) -> Counts:
    """Return the counts of those of the given statuses that apply."""
    applying = [s for s in statuses if s.applies]
    asked = [s for s in applying if s.is_asked]
    once = [s for s in asked if s.kind is ItemKind.MILESTONE]
    going_on = [s for s in asked if s.kind is ItemKind.CONTINUING]
    tally = Counter(_field(s) for s in once)
    since = Counter(s.before_bukhara for s in once if s.status is Status.IN_PLACE)
    return Counts(
        n=len(once),
        **{name: tally[name] for name in _BY_NAME},
        not_covered=tally["uncovered"] + sum(tally[state.value] for state in _ASKED),
        mentioned=sum(s.mentioned for s in once),
        in_place_before=since[True],
        in_place_since=since[False],
        in_place_undated=since[None],
        continuing=sum(s.status is Status.CONTINUING for s in going_on),
        continuing_n=len(going_on),
        not_applicable=len(applying) - len(asked),
    )


def count_country(statuses: Iterable[Situation], country: str) -> Counts:
    """Return one state's counts over its country items."""
    return count(s for s in statuses if s.scope is Scope.COUNTRY and s.country == country)


def count_item(statuses: Iterable[Situation], item_id: str) -> Counts:
    """Return the number of states for each status of a country item; all zero for a region item."""
    return count(s for s in statuses if s.scope is Scope.COUNTRY and s.item == item_id)


def _field(status: Situation) -> str:
    if status.status in _COUNTED:
        return status.status.value
    if status.ended:
        return "ended"
    if status.no_step:
        return "no_step"
    return status.state.value if status.state in _ASKED and not status.is_awaited else "uncovered"
