"""The first page: the scorecard, what the states named as difficult, and the line of conferences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bukhara.model.codes import BodyKind, ItemKind, Kind
from bukhara.views import scorecard

if TYPE_CHECKING:
    from bukhara.model.framework import Conference, Reading
    from bukhara.model.release import Snapshot
    from bukhara.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Overview:
    """`themes` counts completable country themes; `somewhere` and `everywhere` those in place in one and in all."""

    scorecard: scorecard.Scorecard
    reading: Reading
    themes: int
    somewhere: int
    everywhere: tuple[str, ...]
    nowhere_covered: int
    challenges: tuple[Statement, ...]
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
        conferences=framework.conferences,
    )


def _challenges(snapshot: Snapshot) -> tuple[Statement, ...]:
    states = {country.code for country in snapshot.framework.countries}
    named = (s for s in snapshot.statements if s.kind is Kind.CHALLENGE and s.country in states)
    return tuple(s for s in named if _is_state(snapshot, s))


def _is_state(snapshot: Snapshot, statement: Statement) -> bool:
    body = snapshot.framework.body(statement.body)
    return body is not None and body.kind is BodyKind.STATE
