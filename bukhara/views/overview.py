"""The first page: scorecard, what the states named as difficult, how old the information is."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bukhara.model.codes import ItemKind, Kind, State
from bukhara.views import scorecard
from bukhara.views.theme import by_state

if TYPE_CHECKING:
    from datetime import date

    from bukhara.model.framework import Conference, Country, Item, Reading
    from bukhara.model.release import Snapshot


@dataclass(frozen=True, slots=True)
class Named:
    """A theme about which state bodies named challenges: how many statements, by state in fixed order."""

    item: Item
    countries: tuple[tuple[Country, int], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """`themes` counts completable country themes; `somewhere` and `everywhere` those in place in one and in all."""

    scorecard: scorecard.Scorecard
    reading: Reading
    themes: int
    somewhere: int
    everywhere: tuple[str, ...]
    nowhere_covered: int
    challenges: tuple[Named, ...]
    latest: tuple[tuple[Item, date | None], ...]
    conferences: tuple[Conference, ...]


def build(snapshot: Snapshot, *, pillar: str = "", basis: str = "") -> Overview:
    """Return the overview of a snapshot, its scorecard of one pillar or basis if given."""
    whole = scorecard.build(snapshot)
    once = [row for row in whole.rows if row.item.kind is ItemKind.MILESTONE]
    framework = snapshot.framework
    return Overview(
        scorecard=scorecard.build(snapshot, pillar=pillar, basis=basis) if pillar or basis else whole,
        reading=[r for r in framework.readings if r.date <= snapshot.as_of][-1],
        themes=len(once),
        somewhere=sum(row.counts.in_place > 0 for row in once),
        everywhere=tuple(row.item.id for row in once if row.counts.in_place == row.counts.n),
        nowhere_covered=sum(row.counts.not_covered == row.counts.n for row in once),
        challenges=_challenges(snapshot),
        latest=tuple((row.item, _latest(row)) for row in whole.rows),
        conferences=framework.conferences,
    )


def _latest(row: scorecard.Row) -> date | None:
    known = [cell.source_date for cell in row.cells if cell.source_date is not None]
    return max(known, default=None)


def _challenges(snapshot: Snapshot) -> tuple[Named, ...]:
    named = Counter(
        (s.item, s.country)
        for s in snapshot.statements
        if s.kind is Kind.CHALLENGE and s.state is State.VALUE and by_state(snapshot, s)
    )
    found = (
        Named(item, tuple((c, n) for c in snapshot.framework.countries if (n := named[item.id, c.code])))
        for item in snapshot.framework.items
    )
    return tuple(each for each in found if each.countries)
