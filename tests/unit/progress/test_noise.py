"""The noise gate."""

from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bukhara.progress.noise import Exposure, chance
from tests.unit.progress.build import METHOD


def exposure(events: int, months: float = 12) -> Exposure:
    return Exposure(events=events, months=months)


@pytest.mark.parametrize(
    ("first", "second", "p", "too_few"),
    [
        (exposure(12), exposure(6), 0.238, True),
        (exposure(0), exposure(3), 0.25, True),
        (exposure(40), exposure(22, 6), 0.788, True),
        (exposure(40), exposure(20), 0.0135, False),
        (exposure(150), exposure(120), 0.077, False),
    ],
)
def test_p_of_the_vectors(first: Exposure, second: Exposure, p: float, too_few: bool) -> None:
    found = chance(first, second)
    assert found == pytest.approx(p, abs=0.0006)
    assert (found > METHOD.noise_p) is too_few


@given(st.integers(0, 300), st.integers(0, 300), st.sampled_from([1, 6, 7, 12, 18]))
def test_p_is_that_of_whole_numbers_without_rounding(first: int, second: int, months: int) -> None:
    together = first + second
    ways = [comb(together, k) * months**k * 12 ** (together - k) for k in range(together + 1)]
    expected = sum(each for each in ways if each <= ways[second]) / sum(ways)
    assert chance(exposure(first), exposure(second, months)) == pytest.approx(expected, abs=1e-9)


def test_no_events_at_all_are_too_few() -> None:
    assert chance(exposure(0), exposure(0)) > METHOD.noise_p


@pytest.mark.parametrize("wrong", [exposure(-1), exposure(1, 0)])
def test_impossible_counts_are_refused(wrong: Exposure) -> None:
    with pytest.raises(ValueError, match="Exposure"):
        chance(exposure(1), wrong)
