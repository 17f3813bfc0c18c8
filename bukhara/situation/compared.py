"""One state at two readings or rounds: real changes, and changes of documents, corrections or method (method 6)."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bukhara.model.codes import ReadingKind
from bukhara.model.framework import Framework
from bukhara.model.release import AnsweredReadings, PreviousReading, Snapshot
from bukhara.progress.change import Change, change
from bukhara.progress.coverage import cover, scored_items
from bukhara.situation.moves import Moves, moves
from bukhara.situation.situation import Situation, judged_of


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
    current, previous, published = own.current, own.previous, own.published
    assert current is not None, "a state with a previous reading has a present one"
    assert previous is not None, "what was published before is the previous reading"
    present = _as_answered(snapshot, own)
    framework, then, release = snapshot.framework, published.framework, published.release.number
    same = (framework.method, framework.items) == (then.method, then.items)
    older = present if same else under_method_of(present, then, release=release)
    # Readings are those now known: an older framework cannot know of the round that came after it.
    printed = under_method_of(replace(published, framework=older.framework), older.framework, release=release)
    seen = ((printed, previous.date), (older, previous.date), (older, current.date))
    before, known, now = (judged_of(each.at(day), country) for each, day in seen)
    restated = () if same else judged_of(present.at(current.date), country)
    levels = {previous.kind, current.kind} == {ReadingKind.ROUND}
    pairs = ((known, older), (now, older), (before, older), (restated, snapshot))
    return StateChange(
        country=country,
        moves=moves(known, now, published=before, restated=restated),
        change=_change((found, of.framework, country) for found, of in pairs) if levels else None,
        old_method=older.framework.method.version,
        new_method=new,
    )


def _as_answered(snapshot: Snapshot, own: AnsweredReadings) -> Snapshot:
    """Return the rows of one state; its readings have the days of its own answers, so that its levels apply then."""
    rows = tuple(statement for statement in snapshot.statements if statement.country == own.country)
    return replace(snapshot, framework=replace(snapshot.framework, readings=own.readings), statements=rows)


def _change(seen: Iterable[tuple[tuple[Situation, ...], Framework, str]]) -> Change | None:
    """Return the change of the level of a state; None where one of its levels is not shown."""
    scored = [(scored_items(*each), each[1].method) for each in seen]
    if any(covered.no_level for items, method in scored if (covered := cover(items, method))):
        return None
    return change(*(items for items, _ in scored))


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
