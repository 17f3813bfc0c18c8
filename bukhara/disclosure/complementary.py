"""What else is withheld so that no withheld group can be worked out: one count at a time until the attack fails."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bukhara.disclosure.audit import Attack, Target
from bukhara.disclosure.primary import primary, targets

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bukhara.disclosure.policy import Policy
    from bukhara.disclosure.tables import Table


def hidden(table: Table, policy: Policy, *, kept: frozenset[int], known: frozenset[int]) -> frozenset[int]:
    """Return the counts of a table to withhold.

    `kept` were withheld before and stay so; `known` cannot be called back: published by others, or shown before.
    Where a group can be worked out from `known` alone, nothing more is withheld for it. Every group is made safe
    against what is shown now, then against that and what earlier releases showed, as far as both can be true.
    """
    past = frozenset(n for n, count in enumerate(table.counts) if count.past)
    every = frozenset(range(len(table.counts))) - past
    first = primary(table)
    away = first | kept
    goals = targets(table, past=False)
    if not goals and not past:
        return away
    attack = Attack(table, policy)
    seen = _coherent(table, attack, every - away)
    if seen is None:
        return every - known | away
    away = _Guard(attack, seen & known, away, seen).secured(goals)
    before = _fitting(table, policy, seen, past)
    if not before:
        return away
    goals = targets(table, past=True)
    return _Guard(Attack(table, policy), seen & known | before, away, seen | before).secured(goals)


@dataclass(slots=True)
class _Guard:
    attack: Attack
    known: frozenset[int]
    away: frozenset[int]
    seen: frozenset[int]

    def secured(self, goals: Iterable[Target]) -> frozenset[int]:
        """Return the counts to withhold so that every goal is safe."""
        for goal in goals:
            self._secure(goal)
        return self.away

    def _secure(self, goal: Target) -> None:
        """Withhold counts until the goal's range is wide, or until only what is known anyway is left."""
        tried = False
        while not self.attack.proves_wide(goal):
            reach = self.attack.reach(goal, self.seen - self.away)
            if reach is None or self.attack.is_wide(reach, goal):
                return
            if not tried and not self._can_be_helped(goal):
                return
            tried = True
            open_ = self.seen - self.away - self.known
            choice = (reach.binding & open_) or open_
            self.away |= {min(choice, key=self._cost)}

    def _can_be_helped(self, goal: Target) -> bool:
        bare = Attack(self.attack.table, self.attack.policy)
        reach = bare.reach(goal, self.known - self.away)
        return reach is None or bare.is_wide(reach, goal)

    def _cost(self, n: int) -> tuple[object, ...]:
        """Totals go last; of two parts the smaller one, then by a place that rows elsewhere do not change."""
        count = self.attack.table.counts[n]
        return (-sum(1 for code in count.codes if code), count.low, n)


def _coherent(table: Table, attack: Attack, shown: frozenset[int]) -> frozenset[int] | None:
    """Return the counts that a reader can take together: all; else the unpublished; else the newest of these."""
    ours = frozenset(n for n in shown if not table.counts[n].exempt)
    for seen in (shown, ours, _newest(table, ours)):
        if attack.fits(seen):
            return seen
    return None


def _fitting(table: Table, policy: Policy, seen: frozenset[int], past: frozenset[int]) -> frozenset[int]:
    """Return what earlier releases showed that can be true together with what is shown now, the newest first."""
    found: frozenset[int] = frozenset()
    if not past or Attack(table, policy).fits(seen | past):
        return past
    for n in sorted(past, key=lambda n: (-table.counts[n].told, n)):
        if Attack(table, policy).fits(seen | found | {n}):
            found |= {n}
    return found


def _newest(table: Table, shown: frozenset[int]) -> frozenset[int]:
    best: dict[tuple[object, ...], int] = {}
    for n in sorted(shown, key=lambda n: (table.counts[n].told, n)):
        best[(table.counts[n].codes, table.counts[n].span)] = n
    return frozenset(best.values())
