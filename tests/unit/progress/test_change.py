"""Change of one state between two rounds."""

import pytest

from bukhara.progress.change import Change, Compared, change
from bukhara.progress.coverage import Scored, mean


def items(*levels: float | None, cap: float = 1.0) -> list[Scored]:
    return [
        Scored(item=f"BD-{n}", weight=1.0, level=v, level_capped=None if v is None else min(v, cap))
        for n, v in enumerate(levels)
    ]


PREVIOUS = items(0.5, 0.25, 0.75, 0.5)
NOW = items(0.75, 0.25, 0.75, 0.5, 0, 0.25)


def test_new_items_are_composition_and_not_progress() -> None:
    found = change(Compared(previous=PREVIOUS, now=NOW))
    assert mean(PREVIOUS) == 0.5
    assert mean(NOW) == pytest.approx(0.417, abs=0.001)
    assert found.headline == pytest.approx(-0.083, abs=0.001)
    assert found.matched == pytest.approx(0.0625)
    assert found.composition == pytest.approx(-0.146, abs=0.001)
    assert (found.matched_items, found.revision, found.method, found.first_reading) == (4, 0.0, 0.0, False)


def test_with_one_round_there_is_nothing_to_compare_with() -> None:
    assert change(Compared(previous=[], now=NOW)) == Change(first_reading=True)


def test_without_an_answer_before_there_is_no_change() -> None:
    assert change(Compared(previous=items(None), now=items(1.0))) == Change(first_reading=False)


def test_with_no_item_in_both_all_is_composition() -> None:
    found = change(Compared(previous=items(0.5, None), now=items(None, 1.0)))
    assert (found.matched, found.matched_items, found.composition) == (None, 0, 0.5)
    assert found.documentation is None
