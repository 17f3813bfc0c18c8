"""What earlier releases withheld and showed: a count once withheld stays so, what was shown is known for good."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bukhara.disclosure.counts import Cell, Count

if TYPE_CHECKING:
    from collections.abc import Iterable

Shown = tuple[Cell, float, float]


@dataclass(frozen=True, slots=True)
class Kept:
    """The memory of the guard over releases; `shown` holds all bounds that a reader could ever learn.

    `releases` holds the counts of each earlier release that changed something, oldest first, as readers saw them.
    """

    hidden: frozenset[Cell] = frozenset()
    shown: frozenset[Shown] = frozenset()
    releases: tuple[tuple[Count, ...], ...] = ()

    def followed_by(self, hidden: frozenset[Cell], counts: Iterable[Count], away: Iterable[int]) -> Kept:
        """Return the memory after one more release, of whose counts those at the places `away` were withheld."""
        gone = set(away)
        every = tuple(counts)
        seen = tuple(
            replace(
                count,
                place=-1,
                shown=(0.0, math.inf) if count.place in gone else count.shown,
                corrected=False,
                release=len(self.releases),
            )
            for count in every
        )
        told = {(c.cell, *c.shown) for c in every if c.place not in gone and not c.exempt}
        is_new = not self.releases or _as_seen(seen) != _as_seen(self.releases[-1])
        return Kept(self.hidden | hidden, self.shown | told, (*self.releases, seen) if is_new else self.releases)


def _as_seen(counts: Iterable[Count]) -> list[tuple[object, ...]]:
    return sorted((c.cell, c.exempt, c.low, c.high, c.known, c.shown) for c in counts)
