"""Rules over two figures: two values of one thing, a part larger than its whole, a zero beside what it rules out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bukhara.comparability.bounds import bounds, is_disjoint, printed
from bukhara.comparability.causes import causes
from bukhara.comparability.concepts import (
    IDENTIFIED,
    OWN_WORK,
    RECORDED,
    can_contain,
    concept,
    has_basket_of,
    has_rival_heading,
    has_same_basket,
    is_class_named_in,
)
from bukhara.comparability.figure_index import FigureIndex, high, low
from bukhara.comparability.periods import Relation, is_dated, is_vague, relation
from bukhara.model.difference import Difference, DifferenceKind

if TYPE_CHECKING:
    from bukhara.model.observation import Observation

_SAME_THING = (
    *("stage", "counting_unit", "indicator", "kind_of_support", "legal_article", "identifying_body"),
    *("territorial_scope", "offence_class"),
)


def two_values(index: FigureIndex) -> Iterator[Difference]:
    """Yield differences among figures of one concept: by two bodies, and by one body about the same thing."""
    for figure in index.figures:
        for whole in index.wholes(figure, Relation.SAME):
            one, other = index.in_order(figure, whole)
            if _differ(one, other) and _comparable(one, other, index):
                yield _pair(DifferenceKind.TWO_VALUES, one, other)


def parts_larger(index: FigureIndex) -> Iterator[Difference]:
    """Yield parts that are larger than the whole that holds their basket and period."""
    for part in index.figures:
        for whole in index.smaller_wholes(part, Relation.SAME, Relation.WITHIN):
            if _may_hold(part, whole):
                yield _pair(DifferenceKind.PART_LARGER, whole, part)


def two_labels(index: FigureIndex) -> Iterator[Difference]:
    """Yield one number that two bodies print as their only account, with and without "and related crimes"."""
    for narrow in index.figures:
        if low(narrow) != high(narrow) or not low(narrow) > 0:
            continue
        for heading in index.limited_like(narrow, Relation.SAME):
            is_one_number = bounds(narrow) == bounds(heading) and narrow.reporter != heading.reporter
            if is_one_number and is_class_named_in(narrow, heading) and _are_accounts(narrow, heading, index):
                yield _pair(DifferenceKind.TWO_LABELS, heading, narrow)


def zeros_beside_victims(figures: Iterable[Observation]) -> Iterator[Difference]:
    """Yield zero offences recorded beside victims identified, or beside recent ones, in the same time."""
    every = [(figure, concept(figure)) for figure in figures]
    zeros = [figure for figure, about in every if about[3] == RECORDED and high(figure) == 0]
    victims = [figure for figure, about in every if about[3:5] == (IDENTIFIED, "person") and low(figure) > 0]
    if not zeros or not victims:
        return
    known = FigureIndex(victims)
    undivided = [
        each for each in victims if not any(_wider(whole, each) for whole in known.wholes(each, Relation.SAME))
    ]
    index = FigureIndex((*zeros, *undivided))
    chosen = {id(each) for each in undivided}
    for zero in zeros:
        # A zero of "recent years" is set against victims of any time.
        near = undivided if is_vague(zero) else index.during(zero, Relation.SAME, Relation.AROUND)
        for other in near:
            if id(other) in chosen and (has_basket_of(zero, other) or has_basket_of(other, zero)):
                yield _pair(DifferenceKind.ZERO_BESIDE, zero, other)


def vague_zeros(index: FigureIndex) -> Iterator[Difference]:
    """Yield "none in recent years" beside a number by another body."""
    zeros = [figure for figure in index.figures if high(figure) == 0 and is_vague(figure)]
    for zero in zeros:
        for other in index.figures:
            if low(other) > 0 and zero.reporter != other.reporter:
                yield _pair(DifferenceKind.TWO_VALUES, zero, other)


def _differ(one: Observation, other: Observation) -> bool:
    mine, theirs = bounds(one), bounds(other)
    if mine is None or theirs is None:
        return False
    # One body that prints two numbers for one thing differs with itself even where "over 9,000" allows 9,287.
    is_same_source = one.reporter == other.reporter and one.source_id == other.source_id
    return mine != theirs if is_same_source else is_disjoint(mine, theirs)


def _comparable(one: Observation, other: Observation, index: FigureIndex) -> bool:
    if not _dated_or_no_work(one, other):
        return False
    if one.reporter == other.reporter:
        return has_same_basket(one, other) and all(getattr(one, name) == getattr(other, name) for name in _SAME_THING)
    return _are_accounts(one, other, index)


def _dated_or_no_work(one: Observation, other: Observation) -> bool:
    return one.counting_unit not in OWN_WORK or (is_dated(one) and is_dated(other))


def _are_accounts(one: Observation, other: Observation, index: FigureIndex) -> bool:
    """Return whether the two are what their bodies say of the thing: like with like, else whole with whole."""
    if has_same_basket(one, other):
        return one.stage == other.stage or not (_has_stage_of(one, other, index) or _has_stage_of(other, one, index))
    if not has_basket_of(one, other) and not has_basket_of(other, one) and not has_rival_heading(one, other):
        return False
    return _is_account(one, other, index) and _is_account(other, one, index)


def _has_stage_of(one: Observation, other: Observation, index: FigureIndex) -> bool:
    """Return whether the body of `one` also has a figure of the very stage of `other`."""
    near = index.limited_like(other, Relation.SAME)
    return any(
        each.reporter == one.reporter and each.stage == other.stage and has_same_basket(each, other) for each in near
    )


def _is_account(own: Observation, other: Observation, index: FigureIndex) -> bool:
    """Return whether the body of `own` has neither a wider figure nor one of the basket of `other`."""
    if any(_wider(each, own) for each in index.wholes(own, Relation.SAME)):
        return False
    alike = index.limited_like(other, Relation.SAME, at=own)
    return not any(each.reporter == own.reporter and has_same_basket(each, other) for each in alike)


def _may_hold(part: Observation, whole: Observation) -> bool:
    if not can_contain(whole, part):
        return False
    if not _dated_or_no_work(part, whole) and part.reporter != whole.reporter:
        return False
    if has_same_basket(part, whole) and relation(part, whole) is Relation.SAME:
        return False
    # One body that counts two steps of the proceedings is no part and whole.
    is_one_step = (part.stage, part.counting_unit) == (whole.stage, whole.counting_unit)
    return is_one_step or part.reporter != whole.reporter


def _wider(outer: Observation, inner: Observation) -> bool:
    return outer.reporter == inner.reporter and has_basket_of(outer, inner) and not has_same_basket(outer, inner)


def _pair(kind: DifferenceKind, one: Observation, other: Observation) -> Difference:
    return Difference(kind, (one, other), 1, printed(one), printed(other), causes(one, other))
