"""A period in words beside its two days."""

from datetime import date

import pytest

from bukhara.workbook.reading.period_words import has_other_period

YEAR = (date(2022, 1, 1), date(2022, 12, 31))
HALF = (date(2023, 1, 1), date(2023, 6, 30))


@pytest.mark.parametrize(
    "label", ["2022", "2022 год", "за 2022 г.", "the full year 2022", "2022, preliminary", "annually"]
)
def test_a_year_in_words_goes_with_its_days(label: str) -> None:
    assert not has_other_period(label, *YEAR)


@pytest.mark.parametrize(
    "label",
    ["first half of 2023", "H1 2023", "2023-S1", "I полугодие 2023 года", "1-е полугодие 2023 г.", "первое полугодие 2023",
     "first six months of 2023", "6 мес. 2023 г.", "January-June 2023", "январь–июнь 2023 г."],
)  # fmt: skip
def test_a_half_year_in_words_goes_with_its_days(label: str) -> None:
    assert not has_other_period(label, *HALF)


@pytest.mark.parametrize(
    "label",
    ["2021", "2023", "2021-2022", "first half of 2022", "2 полугодие 2022", "Q1 2022", "IV кв. 2022 г.", "May 2022",
     "январь-июль 2022", "9 months of 2022", "since 2023", "the conference of 2021"],
)  # fmt: skip
def test_other_words_than_those_of_the_year_are_noticed(label: str) -> None:
    assert has_other_period(label, *YEAR)


@pytest.mark.parametrize(
    "label", ["2022 and first six months of 2023", "from 2017 through the second half of 2023", "2017-2023"]
)
def test_a_long_period_goes_with_words_that_name_years_of_it(label: str) -> None:
    assert not has_other_period(label, date(2017, 1, 1), date(2023, 12, 31))


@pytest.mark.parametrize("label", ["4 полугодие 2022", "13 months of 2022", "30 days of 2022", "2022" * 9000])
def test_words_that_name_no_period_are_not_guessed(label: str) -> None:
    assert not has_other_period(label, *YEAR)


def test_nothing_is_reported_where_a_day_is_missing() -> None:
    assert not has_other_period("2021", None, YEAR[1])
