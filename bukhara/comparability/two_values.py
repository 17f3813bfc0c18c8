"""Rules over pairs: two values of one thing, a part larger than its whole, a zero beside what it rules out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, permutations
from typing import TYPE_CHECKING

from bukhara.comparability.bounds import bounds, disjoint, printed
from bukhara.comparability.concepts import (
    IDENTIFIED,
    OWN_WORK,
    RECORDED,
    concept,
    encloses,
    holds,
    named_in,
    rivals,
    same_basket,
)
from bukhara.comparability.difference import Difference, Kind, causes
from bukhara.comparability.times import Lie, dated, lie, vague

if TYPE_CHECKING:
    from bukhara.model.observation import Observation

_STEP = ("stage", "counting_unit", "indicator", "kind_of_support", "legal_article", "identifying_body")


def two_values(rows: list[Observation]) -> Iterator[Difference]:
    """Yield differences among figures of one concept: by two bodies, and by one body about the same thing."""
    for one, other in combinations(rows, 2):
        if not _off(one, other) or lie(one, other) is not Lie.SAME:
            continue
        if one.reporter == other.reporter:
            is_so = _told_twice(one, other)
        else:
            is_so = _dated_or_no_work(one, other) and _accounts(one, other, rows)
        if is_so:
            yield _pair(Kind.TWO_VALUES, one, other)


def parts_larger(rows: list[Observation]) -> Iterator[Difference]:
    """Yield parts that are larger than the whole that holds their basket and period."""
    for part, whole in permutations(rows, 2):
        if _may_hold(part, whole) and _low(part) > _high(whole):
            yield _pair(Kind.PART_LARGER, whole, part)


def labels(rows: list[Observation]) -> Iterator[Difference]:
    """Yield one number that two bodies print as their only account, with and without "and related crimes"."""
    for narrow, heading in permutations(rows, 2):
        if narrow.reporter == heading.reporter or not named_in(narrow, heading):
            continue
        is_one_number = bounds(narrow) == bounds(heading) and _low(narrow) == _high(narrow) > 0
        if is_one_number and lie(narrow, heading) is Lie.SAME and _accounts(narrow, heading, rows):
            yield _pair(Kind.TWO_LABELS, heading, narrow)


def zeros(rows: Iterable[Observation]) -> Iterator[Difference]:
    """Yield zero offences recorded beside victims identified, or beside recent ones, in the same time."""
    every = list(rows)
    nought = [o for o in every if concept(o)[3] == RECORDED and _high(o) == 0]
    some = [o for o in every if concept(o)[3:5] == (IDENTIFIED, "person") and _low(o) > 0]
    wholes = [o for o in some if not any(p is not o and _wider(p, o) for p in some)]
    for zero in nought:
        for other in wholes:
            if zero.country == other.country and _in_time(other, zero) and _about_the_same(zero, other):
                yield _pair(Kind.ZERO_BESIDE, zero, other)


def vague_zeros(rows: list[Observation]) -> Iterator[Difference]:
    """Yield "none in recent years" beside a number by another body."""
    for zero, other in permutations(rows, 2):
        if vague(zero) and _high(zero) == 0 and _low(other) > 0 and zero.reporter != other.reporter:
            yield _pair(Kind.TWO_VALUES, zero, other)


def _off(one: Observation, other: Observation) -> bool:
    mine, theirs = bounds(one), bounds(other)
    if mine is None or theirs is None:
        return False
    # One body that prints two numbers for one thing differs with itself even where "over 9,000" allows 9,287.
    is_same_place = one.reporter == other.reporter and one.source_id == other.source_id
    return mine != theirs if is_same_place else disjoint(mine, theirs)


def _told_twice(one: Observation, other: Observation) -> bool:
    if any(getattr(one, name) != getattr(other, name) for name in _STEP) or not same_basket(one, other):
        return False
    if one.territorial_scope != other.territorial_scope or one.offence_class != other.offence_class:
        return False
    return _dated_or_no_work(one, other)


def _dated_or_no_work(one: Observation, other: Observation) -> bool:
    return one.counting_unit not in OWN_WORK or (dated(one) and dated(other))


def _accounts(one: Observation, other: Observation, rows: list[Observation]) -> bool:
    """Return whether the two are what their bodies say of the thing: like with like, else whole with whole."""
    if same_basket(one, other):
        return one.stage == other.stage or not (_beside(one, other, rows) or _beside(other, one, rows))
    if not holds(one, other) and not holds(other, one) and not rivals(one, other):
        return False
    return _is_account(one, other, rows) and _is_account(other, one, rows)


def _beside(one: Observation, other: Observation, rows: list[Observation]) -> bool:
    """Return whether the body of `one` also has a figure of the very stage of `other`."""
    told = (o for o in rows if o.reporter == one.reporter and o.stage == other.stage and o.stage != one.stage)
    return any(same_basket(o, other) and lie(o, other) is Lie.SAME for o in told)


def _is_account(own: Observation, other: Observation, rows: list[Observation]) -> bool:
    """Return whether the body of `own` has neither a wider figure nor one of the basket of `other`."""
    told = [o for o in rows if o.reporter == own.reporter and o is not own and lie(o, own) is Lie.SAME]
    return not any(_wider(o, own) or same_basket(o, other) for o in told)


def _may_hold(part: Observation, whole: Observation) -> bool:
    if not encloses(whole, part) or lie(part, whole) not in (Lie.SAME, Lie.WITHIN):
        return False
    if not _dated_or_no_work(part, whole) and part.reporter != whole.reporter:
        return False
    is_same = same_basket(part, whole) and lie(part, whole) is Lie.SAME
    # One body that counts two steps of the proceedings is no part and whole.
    is_one_step = all(getattr(part, name) == getattr(whole, name) for name in ("stage", "counting_unit"))
    return not is_same and (is_one_step or part.reporter != whole.reporter)


def _wider(outer: Observation, inner: Observation) -> bool:
    same_body = outer.reporter == inner.reporter and lie(outer, inner) is Lie.SAME
    return same_body and holds(outer, inner) and not same_basket(outer, inner)


def _about_the_same(zero: Observation, other: Observation) -> bool:
    return holds(zero, other) or holds(other, zero)


def _in_time(other: Observation, zero: Observation) -> bool:
    return lie(other, zero) in (Lie.SAME, Lie.WITHIN) or vague(zero)


def _low(figure: Observation) -> float:
    found = bounds(figure)
    return found[0] if found else float("-inf")


def _high(figure: Observation) -> float:
    found = bounds(figure)
    return found[1] if found else float("inf")


def _pair(kind: Kind, one: Observation, other: Observation) -> Difference:
    return Difference(kind, (one, other), 1, printed(one), printed(other), causes(one, other))
