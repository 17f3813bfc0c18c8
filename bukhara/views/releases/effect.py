"""The differences that readers would see after a publication: the public pages of now beside those of then.

Everything is in the fixed order; nothing is ranked.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from bukhara.disclosure.rounding import withheld as without_number
from bukhara.model.codes import State
from bukhara.model.columns import Role, names
from bukhara.model.difference import Difference
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.situation.counts import Counts, count_country
from bukhara.situation.days import common_day, reported_day
from bukhara.situation.moves import Move
from bukhara.situation.situation import Situation, situations
from bukhara.views.countries import overview
from bukhara.views.releases.workbook_changes import Sort, changes

T = TypeVar("T")
_SUBJECT = ("reporter", "period_label", *names(Observation, Role.SUBJECT, Role.COUNTED, Role.PERIOD))
_ANSWER = ("state", *names(Observation, Role.ANSWER))


@dataclass(frozen=True, slots=True)
class ChangedOfState(Generic[T]):
    """What would be another one of a state, or of the region."""

    country: str
    before: T
    after: T


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """What the first page says of all states: the themes in place in at least one of `themes`, and the day of all.

    `day` is None where the days of the states differ.
    """

    themes: int
    somewhere: int
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """All that a reader would see change; a field is empty if nothing changes in it.

    `moved` are cells of any state, `counts` the parts (k, k + m and n) of states, `days` those of their
    statuses, and `headline` what is said of all, now and then.
    `differences` between sources would appear, `settled` ones disappear. `withheld` figures would be suppressed by the
    disclosure rule, `disclosed` ones would not be suppressed any more.
    """

    moved: tuple[Move, ...] = ()
    counts: tuple[ChangedOfState[Counts], ...] = ()
    days: tuple[ChangedOfState[date], ...] = ()
    headline: tuple[Headline, Headline] | None = None
    differences: tuple[Difference, ...] = ()
    settled: tuple[Difference, ...] = ()
    withheld: tuple[Observation, ...] = ()
    disclosed: tuple[Observation, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether no status, count, difference or suppression would change for a reader."""
        of_states = (self.moved, self.counts, self.days, self.headline)
        return not any((*of_states, self.differences, self.settled, self.withheld, self.disclosed))


def effect(today: Snapshot, tomorrow: Snapshot) -> Effect:
    """Return the changes from today to tomorrow, of every state; both snapshots are under disclosure control."""
    known, then = today.differences, tomorrow.differences
    withheld, disclosed = _masks(today, tomorrow)
    countries = [each.code for each in tomorrow.framework.countries]
    places = [*countries, *(each.code for each in tomorrow.framework.regions)]
    return Effect(
        moved=moved(today, tomorrow),
        counts=_differing(today, tomorrow, countries, lambda of, code: count_country(situations(of), code)),
        days=_differing(today, tomorrow, places, reported_day),
        headline=_headlines(today, tomorrow),
        differences=_other(then, known),
        settled=_other(known, then),
        withheld=withheld,
        disclosed=disclosed,
    )


def moved(today: Snapshot, tomorrow: Snapshot) -> tuple[Move, ...]:
    """Return the cells that would change, theme by theme, states in the fixed order; only cells of both snapshots."""
    known = {(each.country, each.item): each for each in situations(today)}
    return tuple(
        Move(country=each.country, item=each.item, before=was, after=each)
        for each in situations(tomorrow)
        if (was := known.get((each.country, each.item))) is not None and _read(was) != _read(each)
    )


def with_another_mark(today: Snapshot, presented: Snapshot) -> tuple[Move, ...]:
    """Return the cells that have another mark today than the one that was presented."""
    return tuple(each for each in moved(presented, today) if each.before.mark != each.after.mark)


def with_another_number(
    today: Snapshot, presented: Snapshot, measures: tuple[str, ...], countries: tuple[str, ...]
) -> tuple[tuple[Observation, Observation], ...]:
    """Return the figures of measures and states that the same body gives otherwise today: as presented, and as now."""
    before, after = (
        [each for each in of.observations if each.indicator in measures and each.country in countries]
        for of in (presented, today)
    )
    pairs = (
        (row.before, row.record)
        for row in changes(before, after).of(Sort.CHANGED)
        if isinstance(row.before, Observation) and isinstance(row.record, Observation)
    )
    return tuple(
        (was, now)
        for was, now in pairs
        if _values(was, _SUBJECT) == _values(now, _SUBJECT) and _values(was, _ANSWER) != _values(now, _ANSWER)
    )


def _values(figure: Observation, columns: Iterable[str]) -> Hashable:
    return tuple(getattr(figure, name) for name in columns)


def _read(cell: Situation) -> Hashable:
    dates = (cell.since, cell.valid_until, cell.period_ended)
    return cell.mark, cell.applies, cell.concluded, dates, cell.level, cell.position


def _differing(
    today: Snapshot, tomorrow: Snapshot, codes: Iterable[str], of: Callable[[Snapshot, str], T]
) -> tuple[ChangedOfState[T], ...]:
    found = (ChangedOfState(code, of(today, code), of(tomorrow, code)) for code in codes)
    return tuple(each for each in found if each.before != each.after)


def _headlines(today: Snapshot, tomorrow: Snapshot) -> tuple[Headline, Headline] | None:
    now, then = _headline(today), _headline(tomorrow)
    return (now, then) if now != then else None


def _headline(snapshot: Snapshot) -> Headline:
    view = overview.build(snapshot)
    return Headline(themes=view.themes, somewhere=view.somewhere, day=common_day(snapshot))


def _other(found: Iterable[Difference], known: Iterable[Difference]) -> tuple[Difference, ...]:
    # The numbers belong to it: a difference whose figures were corrected is gone, and another one may have come.
    held = {(each.group, each.first, each.second) for each in known}
    return tuple(each for each in found if (each.group, each.first, each.second) not in held)


def _masks(today: Snapshot, tomorrow: Snapshot) -> tuple[tuple[Observation, ...], tuple[Observation, ...]]:
    was = {without_number(o): o.state for o in today.observations}
    before = [(o, was.get(without_number(o))) for o in tomorrow.observations]
    withheld = (o for o, state in before if o.state is State.SUPPRESSED and state is not State.SUPPRESSED)
    shown = (o for o, state in before if o.state is State.VALUE and state is State.SUPPRESSED)
    return tuple(withheld), tuple(shown)
