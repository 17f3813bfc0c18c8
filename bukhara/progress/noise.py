"""The noise gate (method 4): whether two counts of events are too few to read a change. Affects words only.

Events often occur in groups, so the gate understates noise. Compare only counts of one comparability key.
"""

from dataclasses import dataclass
from math import exp, lgamma, log


@dataclass(frozen=True, slots=True, kw_only=True)
class Exposure:
    """A count of events over a number of months."""

    events: int
    months: float


def chance(first: Exposure, second: Exposure) -> float:
    """Return the exact two-sided p (0-1) of the binomial test of second ~ Binomial(first + second, e1 / (e0 + e1)).

    Raises:
        ValueError: a count below zero or a length that is not above zero.
    """
    if min(first.events, second.events) < 0 or min(first.months, second.months) <= 0:
        raise ValueError(first, second)
    return _exact_p(second.events, first.events + second.events, second.months / (first.months + second.months))


def _exact_p(events: int, together: int, share: float) -> float:
    """Return the exact two-sided p: the probability, by chance alone, of a split at least as unlikely as this one."""
    chances = [_chance(k, together, share) for k in range(together + 1)]
    # equal chances differ in their last digits
    most = chances[events] * (1 + 1e-7)
    return min(1.0, sum(chance for chance in chances if chance <= most))


def _chance(k: int, n: int, share: float) -> float:
    ways = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
    return exp(ways + k * log(share) + (n - k) * log(1 - share))
