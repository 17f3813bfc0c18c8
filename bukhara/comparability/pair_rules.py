"""The rules that compare two figures: two values of one concept, a part above its whole, one number twice."""

from collections.abc import Iterator

from bukhara.comparability.bounds import bounds, is_disjoint, printed_number
from bukhara.comparability.causes import causes
from bukhara.comparability.concepts import (
    OWN_WORK,
    can_contain,
    has_basket_of,
    has_rival_heading,
    has_same_basket,
    is_class_named_in,
)
from bukhara.comparability.figure_index import FigureIndex, high, low
from bukhara.comparability.periods import Relation, is_dated, is_vague, relation, windows
from bukhara.model.difference import Cause, Difference, DifferenceKind
from bukhara.model.observation import WHAT, Observation

_SAME_FIELDS = ("indicator", "kind_of_support", *WHAT)


def two_values(index: FigureIndex) -> Iterator[Difference]:
    """Yield pairs of figures of one concept and period whose numbers cannot both be right.

    The figures are of two bodies, or of one body with all fields equal. A part that is smaller than its whole is right.
    """
    for figure in index.figures:
        for alike in index.limited_like(figure, Relation.SAME):
            one, other = index.in_order(figure, alike)
            # Each of the two finds the other: the later one does the work.
            if other is figure and _differ(one, other) and _are_comparable(one, other, index):
                yield _pair(DifferenceKind.TWO_VALUES, one, other)


def parts_larger(index: FigureIndex) -> Iterator[Difference]:
    """Yield pairs of a part and a whole that includes its basket and period and yet has a smaller number.

    A figure of one of two years ("2019 or 2020") is not known to be a part of either.
    """
    for part in index.figures:
        if len(windows(part)) > 1:
            continue
        for whole in index.smaller_wholes(part, Relation.SAME, Relation.WITHIN):
            if _may_include(part, whole):
                yield _pair(DifferenceKind.PART_LARGER, whole, part)


def two_labels(index: FigureIndex) -> Iterator[Difference]:
    """Yield pairs of equal numbers in one source with two headings, by whichever state.

    One is trafficking and the other "and related crimes", or one is registered and the other investigated.
    """
    for narrow in index.figures:
        if low(narrow) != high(narrow) or not low(narrow) > 0:
            continue
        for heading in index.limited_like(narrow, Relation.SAME):
            is_one_number = bounds(narrow) == bounds(heading) and narrow.source_id == heading.source_id
            is_two_bodies = narrow.reporter != heading.reporter and is_class_named_in(narrow, heading)
            is_two_classes = is_two_bodies and _are_accounts(narrow, heading, index)
            if is_one_number and (is_two_classes or _has_two_stages(narrow, heading, index)):
                yield _pair(DifferenceKind.TWO_LABELS, heading, narrow)


def _has_two_stages(one: Observation, other: Observation, index: FigureIndex) -> bool:
    """Return whether two figures differ in nothing but the stage; only one of the two orders counts."""
    is_alike = one.counting_unit == other.counting_unit and has_same_basket(one, other)
    return is_alike and one.stage != other.stage and index.in_order(one, other)[0] is other


def vague_zeros(index: FigureIndex) -> Iterator[Difference]:
    """Yield pairs of a zero "in recent years" and a number of another body."""
    zeros = [figure for figure in index.figures if high(figure) == 0 and is_vague(figure)]
    for zero in zeros:
        for other in index.figures:
            if low(other) > 0 and zero.reporter != other.reporter:
                yield _pair(DifferenceKind.TWO_VALUES, zero, other)


def _differ(one: Observation, other: Observation) -> bool:
    first, second = bounds(one), bounds(other)
    return first is not None and second is not None and is_disjoint(first, second)


def _are_comparable(one: Observation, other: Observation, index: FigureIndex) -> bool:
    if not _has_dates_or_is_no_own_work(one, other):
        return False
    is_same = has_same_basket(one, other)
    if one.reporter == other.reporter:
        return is_same and all(getattr(one, name) == getattr(other, name) for name in _SAME_FIELDS)
    return (is_same or has_rival_heading(one, other)) and _are_accounts(one, other, index)


def _has_dates_or_is_no_own_work(one: Observation, other: Observation) -> bool:
    return one.counting_unit not in OWN_WORK or (is_dated(one) and is_dated(other))


def _are_accounts(one: Observation, other: Observation, index: FigureIndex) -> bool:
    """Return whether both figures are what their bodies report on the concept: same basket, else the widest ones."""
    if has_same_basket(one, other):
        return one.stage == other.stage or not (_has_stage_of(one, other, index) or _has_stage_of(other, one, index))
    if one.is_masked or other.is_masked:
        return False
    if not has_basket_of(one, other) and not has_basket_of(other, one) and not has_rival_heading(one, other):
        return False
    return _is_account(one, other, index) and _is_account(other, one, index)


def _has_stage_of(one: Observation, other: Observation, index: FigureIndex) -> bool:
    """Return whether the body of `one` also reports a figure of the stage of `other`."""
    near = index.limited_like(other, Relation.SAME)
    return any(
        each.reporter == one.reporter and each.stage == other.stage and has_same_basket(each, other) for each in near
    )


def _is_account(own: Observation, other: Observation, index: FigureIndex) -> bool:
    """Return whether the body of `own` has no wider figure and none with the basket of `other`."""
    if any(_is_wider(each, own) for each in index.wholes(own, Relation.SAME)):
        return False
    alike = index.limited_like(other, Relation.SAME, at=own)
    return not any(each.reporter == own.reporter and has_same_basket(each, other) for each in alike)


def _may_include(part: Observation, whole: Observation) -> bool:
    if not can_contain(whole, part):
        return False
    if not _has_dates_or_is_no_own_work(part, whole) and part.reporter != whole.reporter:
        return False
    if has_same_basket(part, whole) and relation(part, whole) is Relation.SAME:
        return False
    # Two stages of the proceedings, counted by one body, are not a part and its whole.
    is_one_step = (part.stage, part.counting_unit) == (whole.stage, whole.counting_unit)
    return is_one_step or part.reporter != whole.reporter


def _is_wider(outer: Observation, inner: Observation) -> bool:
    return outer.reporter == inner.reporter and has_basket_of(outer, inner) and not has_same_basket(outer, inner)


def _pair(kind: DifferenceKind, one: Observation, other: Observation) -> Difference:
    reasons = causes(one, other)
    if kind is DifferenceKind.PART_LARGER:
        # A shorter period explains a smaller number, not a larger one.
        reasons = tuple(each for each in reasons if each is not Cause.OTHER_PERIOD) or (Cause.UNKNOWN,)
    return Difference(kind, (one, other), 1, printed_number(one), printed_number(other), reasons)
