"""Comparison of a total with the sum of its parts; a sum must not count the same persons twice."""

from collections.abc import Sequence

from bukhara.comparability.bounds import Bounds, bounds, is_disjoint, printed_number
from bukhara.comparability.causes import causes
from bukhara.comparability.concepts import is_wide_class
from bukhara.model.difference import Cause, Difference, DifferenceKind
from bukhara.model.observation import PERCENT, Observation

_FOREIGN = "foreign"


def bounds_of_parts(figures: Sequence[Observation]) -> Bounds:
    """Return the bounds of the sum of the figures that have a number."""
    known = [found for figure in figures if (found := bounds(figure)) is not None]
    return sum(low for low, _ in known), sum(high for _, high in known)


def is_off(whole: Observation, parts: Sequence[Observation]) -> bool:
    """Return whether the total and the sum of its parts cannot be the same number; never with a masked figure."""
    return not any(figure.is_masked for figure in (whole, *parts)) and is_outside(whole, parts)


def is_outside(whole: Observation, parts: Sequence[Observation]) -> bool:
    """Return whether the total and the sum of its parts cannot be the same number, a masked figure being its range."""
    known = bounds(whole)
    allowed = tolerance([whole, *parts]) if whole.unit == PERCENT else 1e-6
    return known is not None and is_disjoint(known, bounds_of_parts(parts), tolerance=allowed)


def tolerance(shares: Sequence[Observation]) -> float:
    """Return by how many points the sum of rounded shares can be off: half a point for each share."""
    return 0.5 * len(shares)


def sum_difference(kind: DifferenceKind, whole: Observation, parts: Sequence[Observation]) -> Difference:
    """Return the difference between a total and the sum of its parts, with likely causes."""
    first, second = printed_number(whole), sum(map(printed_number, parts))
    by_class = is_wide_class(whole.offence_class) and len({part.offence_class for part in parts}) > 1
    # a wide class that exceeds the classes printed may contain others
    reasons: tuple[Cause, ...] = (Cause.CLASSES_NOT_NAMED if by_class and first > second else Cause.UNKNOWN,)
    if parts[0].reporter != whole.reporter:
        # Parts always have another period than the whole, so that their period explains nothing.
        reasons = tuple(each for each in causes(whole, parts[0]) if each is not Cause.OTHER_PERIOD) or reasons
    return Difference(kind, (whole, *parts), 1, first, second, reasons)


def counted_once(parts: Sequence[Observation]) -> list[Observation]:
    """Return the parts without those that are certainly included in others.

    Citizens of one other state are included in foreign citizens; an age band (15-29) in minors and adults.
    """
    groups = {(part.sex, part.age_group, part.citizenship) for part in parts}
    ages = {(part.sex, part.citizenship) for part in parts if part.age_group and not _is_band(part)}

    def is_within(part: Observation) -> bool:
        is_abroad = part.citizenship not in ("", _FOREIGN, part.country)
        is_band = _is_band(part)
        return (
            (is_abroad and (part.sex, part.age_group, _FOREIGN) in groups)
            or (is_band and (part.sex, part.citizenship) in ages)
            or (is_abroad and is_band and (part.sex, _FOREIGN) in ages)
        )

    return [part for part in parts if not is_within(part)]


def without_possible_overlap(parts: Sequence[Observation]) -> list[Observation]:
    """Return the parts without those that another part may include, such as trafficking in minors in trafficking."""
    classes = {part.offence_class for part in parts} - {""}
    return [part for part in parts if not classes.intersection(_wider_classes(part.offence_class))]


def _wider_classes(offence_class: str) -> list[str]:
    words = offence_class.split("_")
    return ["_".join(words[:n]) for n in range(1, len(words))]


def _is_band(part: Observation) -> bool:
    return any(letter.isdigit() for letter in part.age_group)
