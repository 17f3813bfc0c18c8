"""Only labels that consist of years give a period."""

from datetime import date

import pytest

from bukhara.model.period import Period


@pytest.mark.parametrize(
    ("label", "first", "last"),
    [("2022", 2022, 2022), (" 2019 - 2020 ", 2019, 2020), ("2019–2020 годы", 2019, 2020), ("2023 г.", 2023, 2023)],
)
def test_years_alone_are_a_period(label: str, first: int, last: int) -> None:
    assert Period.of_label(label) == Period(date(first, 1, 1), date(last, 12, 31))


@pytest.mark.parametrize("label", ["", "annually", "since 2021", "2019 or 2020", "first half of 2023", "2020-2019"])
def test_a_label_with_other_words_gives_no_period(label: str) -> None:
    assert Period.of_label(label) == Period(None, None)
