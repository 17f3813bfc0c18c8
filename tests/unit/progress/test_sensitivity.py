"""How far a state's own bar moves under other weights."""

from dataclasses import replace

import pytest

from bukhara.progress.coverage import Scored
from bukhara.progress.sensitivity import sensitivity
from tests.unit.progress.build import METHOD

ITEMS = [
    Scored(item=f"BD-{n}", weight=1.0, level=level, level_capped=min(level, 0.75))
    for n, level in enumerate((0.0, 0.5, 1.0, 1.0))
]


def test_quantiles_lie_around_the_mean_in_order() -> None:
    found = sensitivity(ITEMS, METHOD, capped=False)
    assert found is not None
    assert found.lowest < found.lower < found.median < found.upper < found.highest
    assert found.median == pytest.approx(0.625, abs=0.01)
    assert (found.draws, found.capped) == (METHOD.draws, False)


def test_caps_lower_the_bar() -> None:
    found = sensitivity(ITEMS, METHOD, capped=True)
    assert found is not None
    assert found.median == pytest.approx(0.5, abs=0.01)


def test_the_same_seed_gives_the_same_draws() -> None:
    first, other = (sensitivity(ITEMS, replace(METHOD, seed=s), capped=False) for s in (7, 8))
    assert first == sensitivity(ITEMS, METHOD, capped=False)
    assert first != other


def test_without_an_answer_there_is_nothing_to_move() -> None:
    unanswered = Scored(item="BD-1", weight=1.0, level=None, level_capped=None)
    assert sensitivity([unanswered], METHOD, capped=False) is None


def test_an_unanswered_item_changes_nothing() -> None:
    unanswered = Scored(item="AA", weight=1.0, level=None, level_capped=None)
    assert sensitivity([unanswered, *ITEMS], METHOD, capped=False) == sensitivity(ITEMS, METHOD, capped=False)
