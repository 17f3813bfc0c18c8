"""What earlier releases withheld and showed: a count once withheld stays so, what was shown is known for good."""

from __future__ import annotations

from dataclasses import dataclass

Cell = tuple[str, ...]
Shown = tuple[Cell, float, float]


@dataclass(frozen=True, slots=True)
class Kept:
    """The memory of the guard over releases; `shown` holds the bounds that a reader could learn."""

    hidden: frozenset[Cell] = frozenset()
    shown: frozenset[Shown] = frozenset()

    def followed_by(self, hidden: frozenset[Cell], shown: frozenset[Shown]) -> Kept:
        """Return the memory after one more release."""
        return Kept(self.hidden | hidden, self.shown | shown)
