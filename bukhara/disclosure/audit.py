"""The attack of a reader with a linear program: how far a withheld group can be narrowed from all that is shown."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bukhara.disclosure.policy import Policy
    from bukhara.disclosure.tables import Table

_EPS = 1e-6
_HEADROOM = 1000.0
_TO_SPARE = 0.001


@dataclass(frozen=True, slots=True)
class Target:
    """What must stay hidden: a group, or by how much it changed since it was `before`, and its threshold.

    Of a change nothing is asked but that it stays wide: that something changed is no secret.
    """

    atoms: frozenset[int]
    threshold: int
    before: frozenset[int] = frozenset()

    @property
    def is_change(self) -> bool:
        """Whether it is a difference between two releases."""
        return bool(self.before)


@dataclass(frozen=True, slots=True)
class Reach:
    """The smallest and largest whole number that fits all that is shown, and the counts that set these bounds."""

    low: float
    high: float
    binding: frozenset[int]


@dataclass(slots=True)
class Attack:
    """An attack on one table; `points` keeps tables that were found to fit, as proof that a range is wide."""

    table: Table
    policy: Policy
    points: list[np.ndarray] = field(default_factory=list)

    def fits(self, shown: Iterable[int]) -> bool:
        """Return whether any table at all fits what is shown."""
        return self._solve(np.zeros(self.table.size), sorted(shown)) is not None

    def proves_wide(self, target: Target) -> bool:
        """Return whether tables found before show the target's range to be wide; showing less keeps them fitting."""
        goal = self._goal(target)
        sums = [float(goal @ point) for point in self.points]
        return bool(sums) and self.is_wide(Reach(*_whole(min(sums), max(sums)), frozenset()), target)

    def is_wide(self, reach: Reach, target: Target) -> bool:
        """Return whether a range hides the target."""
        if target.is_change:
            return reach.high - reach.low > self.policy.width
        return self.policy.is_wide(reach.low, reach.high, target.threshold)

    def reach(self, target: Target, shown: Iterable[int]) -> Reach | None:
        """Return the range of the target; None where nothing fits what is shown."""
        goal = self._goal(target)
        listed = sorted(shown)
        least, most = self._solve(goal, listed), self._solve(-goal, listed)
        if least is None or most is None:
            return None
        low, high = _whole(least[0], -most[0])
        return Reach(low, high, least[1] | most[1])

    def _goal(self, target: Target) -> np.ndarray:
        goal = np.zeros(self.table.size)
        goal[sorted(target.atoms)] += 1.0
        goal[sorted(target.before)] -= 1.0
        return goal

    def _solve(self, goal: np.ndarray, shown: list[int]) -> tuple[float, frozenset[int]] | None:
        rows, limits, owners = [], [], []
        for n in shown:
            low, high = self.table.counts[n].shown
            row = np.zeros(self.table.size)
            row[sorted(self.table.holds(n))] = 1.0
            for sign, limit in ((1.0, high), (-1.0, -low)):
                if math.isfinite(limit):
                    rows.append(sign * row)
                    limits.append(limit)
                    owners.append(n)
        tops = [c.shown[1] for c in self.table.counts if math.isfinite(c.shown[1])]
        top = _HEADROOM + 2 * max(tops, default=0.0)
        matrix = np.array(rows) if rows else None
        # most tables need no audit, and no command should wait for what takes longest of all to load
        linprog = import_module("scipy.optimize").linprog
        found = linprog(goal, A_ub=matrix, b_ub=limits or None, bounds=(0, top), method="highs")
        if found.status != 0:
            return None
        self.points.append(found.x)
        weights = found.ineqlin.marginals if rows else []
        binding = frozenset(n for n, weight in zip(owners, weights, strict=True) if abs(weight) > _EPS)
        return float(found.fun), binding


def _whole(low: float, high: float) -> tuple[float, float]:
    return math.ceil(low - _TO_SPARE), math.floor(high + _TO_SPARE)
