"""The differences that readers would see after a publication: the public pages of now beside those of then.

Everything is in the fixed order; nothing is ranked.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date

from bukhara.disclosure.rounding import withheld as without_number
from bukhara.model.codes import State
from bukhara.model.columns import Role, names
from bukhara.model.difference import Difference
from bukhara.model.groups import group_by
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.progress.counts import Counts, count_country
from bukhara.progress.days import common_day, days_of
from bukhara.progress.moves import Move
from bukhara.progress.status import ItemStatus, statuses
from bukhara.views import overview
from bukhara.views.marks import mark

_SUBJECT = (
    "country",
    "indicator",
    "partner",
    "reporter",
    *names(Observation, Role.COUNTED, Role.PERIOD),
    "period_label",
)
_ANSWER = ("state", *names(Observation, Role.ANSWER))


@dataclass(frozen=True, slots=True)
class Counted:
    """The counts of one state (k, k + m and n), if they would change."""

    country: str
    before: Counts
    after: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """What the first page says of all states: the themes in place in at least one of `themes`, and the day of all.

    `day` is None where the days of the states differ.
    """

    themes: int
    somewhere: int
    day: date | None


@dataclass(frozen=True, slots=True)
class ChangedDay:
    """A state, or the region, whose statuses would be of another day."""

    country: str
    before: date
    after: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """All that a reader would see change; a field is empty if nothing changes in it.

    `moved` are cells of any state, `days` those of states, and `headline` what is said of all, now and then.
    `differences` between sources would appear, `settled` ones disappear. `withheld` figures would be suppressed by the
    disclosure rule, `disclosed` ones would not be suppressed any more.
    """

    moved: tuple[Move, ...] = ()
    counts: tuple[Counted, ...] = ()
    days: tuple[ChangedDay, ...] = ()
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
    return Effect(
        moved=moved(today, tomorrow),
        counts=_counts(today, tomorrow),
        days=_days(today, tomorrow),
        headline=_headlines(today, tomorrow),
        differences=_other(then, known),
        settled=_other(known, then),
        withheld=withheld,
        disclosed=disclosed,
    )


def moved(today: Snapshot, tomorrow: Snapshot) -> tuple[Move, ...]:
    """Return the cells that would change, theme by theme, states in the fixed order; only cells of both snapshots."""
    known = {(each.country, each.item): each for each in statuses(today)}
    return tuple(
        Move(country=each.country, item=each.item, before=was, after=each)
        for each in statuses(tomorrow)
        if (was := known.get((each.country, each.item))) is not None and _read(was) != _read(each)
    )


def ended_since(moved: Iterable[Move]) -> tuple[Move, ...]:
    """Return the cells whose rows stay, but whose period has ended by the new day of the statuses."""
    return tuple(each for each in moved if each.after.ended and not each.before.ended and _rests_on_the_same(each))


def _rests_on_the_same(cell: Move) -> bool:
    before, after = (
        {row for indicator in each.indicators for row in indicator.statements} for each in (cell.before, cell.after)
    )
    return before == after


def with_another_mark(today: Snapshot, presented: Snapshot) -> tuple[Move, ...]:
    """Return the cells that have another mark today than the one that was presented."""
    return tuple(each for each in moved(presented, today) if mark(each.before) != mark(each.after))


def with_another_number(
    today: Snapshot, presented: Snapshot, measures: tuple[str, ...], countries: tuple[str, ...]
) -> tuple[tuple[Observation, Observation], ...]:
    """Return the figures of measures and states that the same body gives otherwise today: as presented, and as now."""
    found = []
    now = _by_subject(today, measures, countries)
    for subject, before in _by_subject(presented, measures, countries).items():
        after = now.get(subject, [])
        if len(before) == len(after) == 1 and _values(before[0]) != _values(after[0]):
            found.append((before[0], after[0]))
    return tuple(found)


def _by_subject(
    snapshot: Snapshot, measures: tuple[str, ...], countries: tuple[str, ...]
) -> dict[Hashable, list[Observation]]:
    shown = (each for each in snapshot.observations if each.indicator in measures and each.country in countries)
    return group_by(shown, lambda each: tuple(getattr(each, name) for name in _SUBJECT))


def _values(figure: Observation) -> Hashable:
    return tuple(getattr(figure, name) for name in _ANSWER)


def _read(cell: ItemStatus) -> Hashable:
    dates = (cell.since, cell.valid_until, cell.period_ended)
    return mark(cell), cell.applies, cell.concluded, dates, cell.level, cell.position


def _counts(today: Snapshot, tomorrow: Snapshot) -> tuple[Counted, ...]:
    was, now = statuses(today), statuses(tomorrow)
    found = (
        Counted(country.code, count_country(was, country.code), count_country(now, country.code))
        for country in tomorrow.framework.countries
    )
    return tuple(each for each in found if each.before != each.after)


def _days(today: Snapshot, tomorrow: Snapshot) -> tuple[ChangedDay, ...]:
    framework = tomorrow.framework
    codes = [each.code for each in framework.countries + framework.regions]
    found = (ChangedDay(code, days_of(today, code).judged, days_of(tomorrow, code).judged) for code in codes)
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
