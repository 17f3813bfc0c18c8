"""Shares, changes and rates of persons are computed from the counts that are shown, or withheld."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from bukhara.disclosure import protect
from bukhara.model.codes import Qualifier, State
from tests.properties.disclosure_tables import POLICY, SOURCE, row

MINOR, ADULT = ("", "minor", "", ""), ("", "adult", "", "")
BEFORE = {"period_start": date(2022, 1, 1), "period_end": date(2022, 12, 31)}
PUBLISHED = replace(SOURCE, source_id="published", address="https://example.org")


def share(value: float, **fields):
    return row(value, MINOR, unit="percent", **fields)


def change(value: float, **fields):
    return row(value, unit="percent", qualifier=Qualifier.CHANGE_PERCENT, **fields)


def last(*rows):
    """What is shown of the last row."""
    seen = protect(rows, [SOURCE, PUBLISHED], POLICY)[-1]
    return None if seen.state is State.SUPPRESSED else (seen.value, seen.value_low, seen.value_high)


def test_a_share_is_computed_from_the_rounded_counts() -> None:
    # 12 of 48 are shown as 10 to 12 of 48 to 52.
    assert last(row(48.0), row(12.0, MINOR), share(25.0)) == (20.0, 19.2, 25.0)


def test_a_share_is_withheld_with_either_of_its_counts() -> None:
    assert last(row(48.0), share(25.0)) is None
    assert last(row(12.0, MINOR), share(25.0)) is None
    assert last(row(48.0), row(4.0, MINOR), share(8.3)) is None
    assert last(row(48.0), row(40.0, MINOR), row(8.0, ADULT), share(83.3)) is None
    assert last(row(48.0, qualifier=Qualifier.AT_LEAST), row(12.0, MINOR), share(25.0)) is None


def test_counts_of_another_source_or_period_are_not_those_of_the_share() -> None:
    assert last(row(48.0, source_id="published"), row(12.0, MINOR), share(25.0)) is None
    assert last(row(48.0, **BEFORE), row(12.0, MINOR, **BEFORE), share(25.0)) is None


def test_a_published_share_stays_as_published() -> None:
    assert last(row(4.0), share(25.0, source_id="published")) == (25.0, None, None)


def test_a_share_of_a_whole_without_parts_is_withheld() -> None:
    assert last(row(48.0), row(25.0, unit="percent")) is None


def test_a_change_is_computed_from_the_rounded_counts_of_two_years() -> None:
    assert last(row(38.0, **BEFORE), row(62.0), change(63.2)) == (50.0, None, None)
    assert last(row(62.0), change(63.2)) is None
    assert last(row(8.0, **BEFORE), row(62.0), change(675.0)) is None


def test_a_change_of_half_a_year_is_withheld_as_nobody_says_from_what() -> None:
    half = {"period_end": date(2023, 6, 30)}
    assert last(row(38.0, **BEFORE), row(62.0, **half), change(63.2, **half)) is None


def test_a_rate_is_withheld_as_the_number_of_residents_is_not_shown() -> None:
    assert last(row(60.0), row(0.02, unit="per_100000")) is None


@given(st.integers(10, 500), st.integers(10, 500))
def test_the_true_share_is_within_the_bounds(one: int, other: int) -> None:
    part, whole = sorted((one, other))
    value, low, high = last(row(float(whole)), row(float(part), MINOR), share(100 * part / whole))
    assert low - 0.05 <= 100 * part / whole <= high + 0.05
    assert low <= value <= high or part == whole or value > 100
