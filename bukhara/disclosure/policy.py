"""The rules in force as numbers; where they come from is not known here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The thresholds and the width; a count below its threshold is withheld.

    `victims` is the threshold of cross-tabulations of victims, `persons` that of other counts of persons.
    `rounding` is the base to which shown cross-tabulations of victims are rounded down; 1 rounds nothing.
    A withheld count must stay possible over a range of whole numbers wider than `width`.
    """

    guard: bool = True
    victims: int = 10
    persons: int = 5
    rounding: int = 10
    width: int = 5
    published: bool = True

    @property
    def coarse(self) -> int:
        """The base to which a corrected count is rounded: it hides what was added over more than the width."""
        return max(self.rounding, self.width + 2)

    def threshold(self, *, cross_tabulated_victims: bool) -> int:
        """Return the smallest count that may be shown."""
        return self.victims if cross_tabulated_victims else self.persons

    def is_wide(self, low: float, high: float, threshold: int) -> bool:
        """Return whether a range of whole numbers hides a count: wide, and not known to be small but present."""
        return high - low > self.width and (low <= 0 or high >= threshold)
