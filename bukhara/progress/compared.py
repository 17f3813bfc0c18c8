"""One state at two readings or rounds: real changes, and changes of documents, corrections or method (method 6)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bukhara.progress.change import Change, Compared, change
from bukhara.progress.coverage import scored_items
from bukhara.progress.methods import same_method, under
from bukhara.progress.moves import Moves, moves
from bukhara.progress.records import in_round
from bukhara.progress.status import ItemStatus, statuses

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bukhara.model.framework import Framework
    from bukhara.model.release import Past, Snapshot

Found = tuple[ItemStatus, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Views:
    """The statuses of two days, seen four times.

    `published` is the earlier day as published, `known` the earlier day as known now, `now` the present day: all three
    under the method of the earlier day. `restated` is the present under the present method, empty if it is the same.
    """

    published: Found
    known: Found
    now: Found
    restated: Found
    framework: Framework
    levels: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StateChange:
    """The change in one state (or the region); `change` is given only if both days belong to rounds.

    `old_method` and `new_method` are versions.
    """

    country: str
    moves: Moves
    change: Change | None
    old_method: str
    new_method: str


def compared(snapshot: Snapshot, past: Past | None, countries: Iterable[str]) -> tuple[StateChange, ...]:
    """Return the change of each state in the given order; without `past`, each is a first reading."""
    made: dict[int, Views] = {}
    return tuple(_of_state(snapshot, past, country, made) for country in countries)


def _of_state(snapshot: Snapshot, past: Past | None, country: str, made: dict[int, Views]) -> StateChange:
    new = snapshot.framework.method.version
    if past is None:
        return StateChange(
            country=country, moves=Moves(first_reading=True), change=None, old_method=new, new_method=new
        )
    published = past.of(country)
    number = published.release.number
    if number not in made:
        made[number] = _views(snapshot, past, published)
    seen = made[number]
    return StateChange(
        country=country,
        moves=moves(
            _own(seen.known, country),
            _own(seen.now, country),
            published=_own(seen.published, country),
            restated=_own(seen.restated, country),
        ),
        change=_change(seen, snapshot.framework, country) if seen.levels else None,
        old_method=seen.framework.method.version,
        new_method=new,
    )


def _views(snapshot: Snapshot, past: Past, published: Snapshot) -> Views:
    same = same_method(snapshot.framework, published.framework)
    older = snapshot if same else under(snapshot, published.framework, release=published.release.number)
    day = past.previous.date
    # Readings are those now known: an older framework cannot know of the round that came after it.
    printed = under(replace(published, framework=older.framework), older.framework, release=published.release.number)
    return Views(
        published=statuses(replace(printed, as_of=day)),
        known=statuses(replace(older, as_of=day)),
        now=statuses(older),
        restated=() if same else statuses(snapshot),
        framework=older.framework,
        levels=in_round(snapshot.framework, day) and in_round(snapshot.framework, snapshot.as_of),
    )


def _change(seen: Views, new: Framework, country: str) -> Change:
    return change(
        Compared(
            previous=scored_items(seen.known, seen.framework, country),
            now=scored_items(seen.now, seen.framework, country),
            published=scored_items(seen.published, seen.framework, country),
            restated=scored_items(seen.restated, new, country),
        )
    )


def _own(found: Found, country: str) -> Found:
    return tuple(status for status in found if status.country == country)
