"""Rounding down to a base: fixed for each count, so that asking again tells nothing more."""

from __future__ import annotations

import math


def rounded(count: float, base: int) -> float:
    """Return the largest multiple of `base` that is not above the count."""
    return float(math.floor(count / base) * base)


def reach(low: float, high: float, base: int) -> tuple[float, float]:
    """Return the smallest and largest whole count that may stand behind the rounded bounds; base 1 rounds nothing."""
    if base == 1:
        return low, high
    return rounded(low, base), rounded(high, base) + base - 1 if math.isfinite(high) else high
