"""One state at two readings or rounds: real changes, and changes of documents, corrections or method (method 6)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bukhara.model.codes import ReadingKind
from bukhara.model.framework import Framework
from bukhara.model.release import AnsweredReadings, PreviousReading, Snapshot
from bukhara.progress.change import Change, change
from bukhara.progress.coverage import cover, scored_items
from bukhara.progress.moves import Moves, moves
from bukhara.progress.status import ItemStatus, statuses_of

Found = tuple[ItemStatus, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Views:
    """The statuses of one state at the two readings that it answered last, seen four times.

    `published` is the earlier reading as published, `known` the earlier reading as known now, `now` the later one: all
    three under the method of the earlier reading. `restated` is the later one under the present method, empty if it is
    the same.
    """

    published: Found
    known: Found
    now: Found
    restated: Found
    framework: Framework
    levels: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StateChange:
    """The change in one state (or the region); `change` is given only between two rounds with a level.

    `old_method` and `new_method` are versions.
    """

    country: str
    moves: Moves
    change: Change | None
    old_method: str
    new_method: str


def compared(snapshot: Snapshot, past: PreviousReading | None, countries: Iterable[str]) -> tuple[StateChange, ...]:
    """Return the change of each state between the two readings that it answered last, in the given order.

    Without `past`, and for a state that answered only one, it is a first reading.
    """
    return tuple(_of_state(snapshot, past, country) for country in countries)


def _of_state(snapshot: Snapshot, past: PreviousReading | None, country: str) -> StateChange:
    new = snapshot.framework.method.version
    own = past.of(country) if past else None
    if past is None or own is None or own.published is None:
        first = Moves(first_reading=True)
        return StateChange(country=country, moves=first, change=None, old_method=new, new_method=new)
    seen = _views(snapshot, own, own.published)
    return StateChange(
        country=country,
        moves=moves(seen.known, seen.now, published=seen.published, restated=seen.restated),
        change=_change(seen, snapshot.framework, country) if seen.levels else None,
        old_method=seen.framework.method.version,
        new_method=new,
    )


def _views(snapshot: Snapshot, own: AnsweredReadings, published: Snapshot) -> Views:
    current, previous, country = own.current, own.previous, own.country
    assert current is not None, "a state with a previous reading has a present one"
    assert previous is not None, "what was published before is the previous reading"
    present = _as_answered(snapshot, own)
    same, release = same_method(snapshot.framework, published.framework), published.release.number
    older = present if same else under_method_of(present, published.framework, release=release)
    # Readings are those now known: an older framework cannot know of the round that came after it.
    printed = under_method_of(replace(published, framework=older.framework), older.framework, release=release)
    return Views(
        published=statuses_of(printed.at(previous.date), country),
        known=statuses_of(older.at(previous.date), country),
        now=statuses_of(older.at(current.date), country),
        restated=() if same else statuses_of(present.at(current.date), country),
        framework=older.framework,
        levels={previous.kind, current.kind} == {ReadingKind.ROUND},
    )


def _as_answered(snapshot: Snapshot, own: AnsweredReadings) -> Snapshot:
    """Return the rows of one state; its readings have the days of its own answers, so that its levels apply then."""
    rows = tuple(statement for statement in snapshot.statements if statement.country == own.country)
    return replace(snapshot, framework=replace(snapshot.framework, readings=own.readings), statements=rows)


def _change(seen: Views, new: Framework, country: str) -> Change | None:
    """Return the change of the level of a state; None where one of its levels is not shown."""
    own = (seen.known, seen.now, seen.published)
    known, now, published = (scored_items(each, seen.framework, country) for each in own)
    restated = scored_items(seen.restated, new, country)
    covered = (cover(each, seen.framework.method) for each in (known, now, published, restated))
    if any(each and each.no_level for each in covered):
        return None
    return change(previous=known, now=now, published=published, restated=restated)


def under_method_of(snapshot: Snapshot, other: Framework, *, release: int) -> Snapshot:
    """Return the snapshot under the items and method of `other`, the framework of `release`.

    Readings, rounds, states and bodies remain those of the snapshot. Rows about items that `other` does not have are
    left out, and so is what left the list since; context figures remain.
    """
    own, listed = snapshot.framework, {item.id for item in snapshot.framework.items}
    items = tuple(item for item in other.items if item.id in listed)
    framework = replace(own, version=other.version, method=other.method, pillars=other.pillars, items=items)
    asked = {indicator.id for indicator in framework.indicators}
    differences = (d for d in snapshot.differences if all(o.indicator in asked for o in d.observations))
    return replace(
        snapshot,
        framework=framework,
        statements=tuple(s for s in snapshot.statements if s.indicator in asked),
        observations=tuple(o for o in snapshot.observations if o.indicator in asked),
        differences=tuple(differences),
        method_of=release,
    )


def same_method(one: Framework, other: Framework) -> bool:
    """Return whether two frameworks have the same items and the same method."""
    return one.method == other.method and one.items == other.items
