"""What must hold of coverage, bounds and change for any input (method 7)."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bukhara.model.codes import EvidenceGrade
from bukhara.progress.change import change
from bukhara.progress.coverage import Coverage, Scored, cover
from bukhara.progress.levels import item_level, milestone_level
from tests.properties.progress_strategies import LEVELS, scored_items
from tests.unit.progress.build import METHOD

GRADES = st.sampled_from(EvidenceGrade)
ANSWERS = st.lists(st.tuples(LEVELS, GRADES), min_size=1, max_size=4)


def covered(items: list[Scored]) -> Coverage:
    found = cover(items, METHOD)
    assert found is not None
    return found


@given(st.lists(st.tuples(st.floats(0.1, 10), ANSWERS), min_size=1, max_size=4))
def test_a_capped_item_is_never_above_the_uncapped(
    milestones: list[tuple[float, list[tuple[float, EvidenceGrade]]]],
) -> None:
    found = item_level([(weight, milestone_level(answers, METHOD)) for weight, answers in milestones])
    assert found is not None
    assert 0 <= found.capped <= found.level <= 1


@given(scored_items())
def test_the_numbers_are_ordered_and_between_zero_and_one_or_all_missing(items: list[Scored]) -> None:
    found = covered(items)
    assert 0 <= found.coverage <= 1
    numbers = (found.level_capped, found.level, found.low, found.high)
    if found.no_level:
        assert numbers == (None,) * 4
        return
    documented, level, low, high = numbers
    assert 0 <= documented <= level <= 1
    assert 0 <= low <= level + 1e-9 <= high + 2e-9
    assert (low == high) == (found.answered == found.applicable)


@given(scored_items())
def test_another_document_moves_no_bound(items: list[Scored]) -> None:
    without = covered([replace(s, level_capped=s.level and 0.0) for s in items])
    assert replace(without, level_capped=covered(items).level_capped) == covered(items)


@given(scored_items(), st.floats(0, 1), st.floats(0, 1), st.data())
def test_answering_never_widens(items: list[Scored], level: float, share: float, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(items) - 1))
    silent = [*items[:at], replace(items[at], level=None, level_capped=None), *items[at + 1 :]]
    spoken = [*items[:at], replace(items[at], level=level, level_capped=min(level, share)), *items[at + 1 :]]
    before, after = covered(silent), covered(spoken)
    assert after.coverage >= before.coverage
    if before.no_level is None:
        assert before.low <= after.low <= after.high <= before.high


@given(scored_items(), st.randoms())
def test_the_order_of_rows_never_changes_bounds(items: list[Scored], random: Random) -> None:
    shuffled = list(items)
    random.shuffle(shuffled)
    assert covered(shuffled) == covered(items)


@given(scored_items(), scored_items(), st.randoms())
def test_the_order_of_rows_never_changes_a_change(previous: list[Scored], now: list[Scored], random: Random) -> None:
    first = change(previous=previous, now=now)
    random.shuffle(previous)
    random.shuffle(now)
    assert change(previous=previous, now=now) == first


@given(scored_items(), scored_items(), st.lists(st.floats(0, 1), min_size=12, max_size=12))
def test_a_better_document_alone_never_changes_matched(
    previous: list[Scored], now: list[Scored], shares: list[float]
) -> None:
    better = [
        s
        if s.level is None or s.level_capped is None
        else replace(s, level_capped=max(s.level_capped, s.level * share))
        for s, share in zip(now, shares, strict=False)
    ]
    before, after = (change(previous=previous, now=now), change(previous=previous, now=better))
    assert after.matched == before.matched
    assert after.headline == before.headline


@given(scored_items(), scored_items(), scored_items(), scored_items())
def test_the_parts_of_a_change_add_up(
    previous: list[Scored], now: list[Scored], published: list[Scored], restated: list[Scored]
) -> None:
    found = change(previous=previous, now=now, published=published, restated=restated)
    if found.headline is None:
        return
    parts = (found.matched or 0, found.revision or 0, found.method or 0, found.composition or 0)
    assert found.headline == pytest.approx(sum(parts), abs=1e-9)
