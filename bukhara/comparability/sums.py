"""Comparison of a total with the sum of its parts."""

from collections.abc import Sequence

from bukhara.comparability.bounds import Bounds, bounds, bounds_of_sum, is_disjoint, printed
from bukhara.comparability.causes import causes, causes_of_sum
from bukhara.comparability.concepts import is_wide_class
from bukhara.model.difference import Cause, Difference, DifferenceKind
from bukhara.model.observation import PERCENT, Observation


def added(figures: Sequence[Observation]) -> Bounds:
    """Return the bounds of the sum of the figures that have a number."""
    return bounds_of_sum(known for figure in figures if (known := bounds(figure)) is not None)


def is_off(whole: Observation, parts: Sequence[Observation]) -> bool:
    """Return whether the total and the sum of its parts cannot be the same number; never with a masked figure."""
    known = bounds(whole)
    if any(figure.is_masked for figure in (whole, *parts)):
        return False
    allowed = tolerance([whole, *parts]) if whole.unit == PERCENT else 1e-6
    return known is not None and is_disjoint(known, added(parts), tolerance=allowed)


def tolerance(shares: Sequence[Observation]) -> float:
    """Return by how many points the sum of rounded shares can be off: half a point for each share."""
    return 0.5 * len(shares)


def sum_difference(kind: DifferenceKind, whole: Observation, parts: Sequence[Observation]) -> Difference:
    """Return the difference between a total and the sum of its parts, with likely causes."""
    first, second = printed(whole), sum(map(printed, parts))
    by_class = is_wide_class(whole.offence_class) and len({part.offence_class for part in parts}) > 1
    reasons = causes_of_sum(first, second, by_class=by_class)
    if parts[0].reporter != whole.reporter:
        # Parts always have another period than the whole, so that their period explains nothing.
        reasons = tuple(each for each in causes(whole, parts[0]) if each is not Cause.OTHER_PERIOD) or reasons
    if kind is DifferenceKind.TWO_LABELS:
        reasons = tuple(dict.fromkeys((Cause.OTHER_BASKET, *reasons)))
    return Difference(kind, (whole, *parts), 1, first, second, reasons)
