"""A total against a sum of figures: how far the sum may be off, and the difference that is reported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bukhara.comparability.bounds import Bounds, bounds, is_disjoint, printed, total
from bukhara.comparability.causes import causes, causes_of_sum
from bukhara.model.difference import Cause, Difference, DifferenceKind
from bukhara.model.observation import PERCENT

if TYPE_CHECKING:
    from bukhara.model.observation import Observation


def added(figures: Sequence[Observation]) -> Bounds:
    """Return the bounds of the sum of figures with numbers."""
    return total(known for figure in figures if (known := bounds(figure)) is not None)


def is_off(whole: Observation, parts: Sequence[Observation]) -> bool:
    """Return whether no number fits both the total and the sum of the parts."""
    known = bounds(whole)
    allowed = tolerance([whole, *parts]) if whole.unit == PERCENT else 1e-6
    return known is not None and is_disjoint(known, added(parts), tolerance=allowed)


def tolerance(shares: Sequence[Observation]) -> float:
    """Return how far shares may add up to another number: each printed percentage may be half a point off."""
    return 0.5 * len(shares)


def sum_difference(kind: DifferenceKind, whole: Observation, parts: Sequence[Observation]) -> Difference:
    """Return the difference between a total and the sum of figures."""
    first, second = printed(whole), sum(map(printed, parts))
    reasons = causes_of_sum(first, second)
    if parts[0].reporter != whole.reporter:
        # The pieces differ from the whole in length by nature; body, unit and label are what may explain them.
        reasons = tuple(each for each in causes(whole, parts[0]) if each is not Cause.OTHER_PERIOD) or reasons
    if kind is DifferenceKind.TWO_LABELS:
        reasons = tuple(dict.fromkeys((Cause.OTHER_BASKET, *reasons)))
    return Difference(kind, (whole, *parts), 1, first, second, reasons)
