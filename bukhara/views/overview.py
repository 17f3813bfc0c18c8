"""The first page: scorecard, challenges that the states named, age of the information."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bukhara.model.codes import ItemKind, Kind, State
from bukhara.views import scorecard
from bukhara.views.same_answers import newest_first
from bukhara.views.theme import by_state

if TYPE_CHECKING:
    from datetime import date

    from bukhara.model.framework import Conference, Country, Item, Reading
    from bukhara.model.release import Snapshot


_NAMED = 3
"""Themes that one sentence can name."""


@dataclass(frozen=True, slots=True)
class NamedChallenges:
    """A theme about which state bodies named challenges: how many statements, by state in fixed order."""

    item: Item
    countries: tuple[tuple[Country, int], ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """`themes` counts themes that states can complete; `somewhere` and `everywhere` those in place in one and in all.

    `widest` are those in place in the most states (`widest_in`), `least` those without status or any word of a state
    body for the most states; both are empty if too many themes would share the rank.
    """

    scorecard: scorecard.Scorecard
    reading: Reading
    themes: int
    somewhere: int
    everywhere: tuple[str, ...]
    widest: tuple[str, ...]
    widest_in: int
    least: tuple[str, ...]
    challenges: tuple[NamedChallenges, ...]
    latest: tuple[tuple[Item, date | None], ...]
    conferences: tuple[Conference, ...]


def build(snapshot: Snapshot, *, pillar: str = "", basis: str = "") -> Overview:
    """Return the overview of a snapshot, its scorecard limited to one pillar or basis if given."""
    whole = scorecard.build(snapshot)
    once = [row for row in whole.rows if row.item.kind is ItemKind.MILESTONE]
    framework = snapshot.framework
    return Overview(
        scorecard=scorecard.build(snapshot, pillar=pillar, basis=basis) if pillar or basis else whole,
        reading=next((r for r in reversed(framework.readings) if r.date <= snapshot.as_of), framework.readings[0]),
        themes=len(once),
        somewhere=sum(row.counts.in_place > 0 for row in once),
        everywhere=tuple(row.item.id for row in once if row.counts.in_place == row.counts.n),
        widest=_most(once, "in_place"),
        widest_in=max((row.counts.in_place for row in once), default=0),
        least=_most(once, "silent"),
        challenges=_challenges(snapshot),
        latest=tuple((row.item, _latest(row)) for row in whole.rows),
        conferences=framework.conferences,
    )


def _most(rows: list[scorecard.Row], count: str) -> tuple[str, ...]:
    most = max((getattr(row.counts, count) for row in rows), default=0)
    found = tuple(row.item.id for row in rows if most and getattr(row.counts, count) == most)
    return found if len(found) <= _NAMED else ()


def _latest(row: scorecard.Row) -> date | None:
    known = [cell.source_date for cell in row.cells if cell.source_date is not None]
    return max(known, default=None)


def _challenges(snapshot: Snapshot) -> tuple[NamedChallenges, ...]:
    named = Counter(
        (s.item, s.country)
        for s in newest_first(snapshot, snapshot.statements)
        if s.kind is Kind.CHALLENGE and s.state is State.VALUE and by_state(snapshot, s)
    )
    found = (
        NamedChallenges(item, tuple((c, n) for c in snapshot.framework.countries if (n := named[item.id, c.code])))
        for item in snapshot.framework.items
    )
    return tuple(each for each in found if each.countries)
