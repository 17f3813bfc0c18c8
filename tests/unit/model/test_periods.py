"""Periods and partial dates: types, SDMX codes, first and last days, labels that give a period."""

from datetime import date

import pytest

from bukhara.model.partial_date import checked, first_day, last_day
from bukhara.model.period import Period, PeriodType

T = PeriodType
PERIODS = [
    ("2022-01-01", "2022-12-31", T.YEAR, 12, "2022"),
    ("2023-01-01", "2023-06-30", T.HALF_YEAR, 6, "2023-S1"),
    ("2022-07-01", "2022-12-31", T.HALF_YEAR, 6, "2022-S2"),
    ("2023-01-01", "2023-07-31", T.MONTHS, 7, "2023-01-01/P7M"),
    ("2022-01-01", "2023-06-30", T.MONTHS, 18, "2022-01-01/P18M"),
    ("2020-01-01", "2021-12-31", T.MULTI_YEAR, 24, "2020-01-01/P24M"),
    ("2022-03-01", "2023-02-28", T.MONTHS, 12, "2022-03-01/P12M"),
    ("2023-02-01", "2023-07-31", T.MONTHS, 6, "2023-02-01/P6M"),
    ("2024-02-01", "2024-02-29", T.MONTHS, 1, "2024-02-01/P1M"),
    ("2024-02-01", "2024-02-28", T.MONTHS, None, "2024-02-01/P28D"),
    ("2023-01-01", "2023-07-28", T.MONTHS, None, "2023-01-01/P209D"),
    ("2023-07-28", "2023-07-28", T.DAY, None, "2023-07-28"),
    ("2021-01-01", None, T.OPEN, None, "2021-01-01/"),
    (None, "2023-07-28", T.OPEN, None, "/2023-07-28"),
    (None, None, T.NOT_STATED, None, ""),
]


def period(start: str | None, end: str | None) -> Period:
    return Period(start and date.fromisoformat(start), end and date.fromisoformat(end))


@pytest.mark.parametrize(("start", "end", "kind", "months", "code"), PERIODS)
def test_a_period_has_the_type_of_its_length_its_whole_months_and_its_sdmx_code(start, end, kind, months, code) -> None:
    found = period(start, end)
    assert (found.type, found.months, found.code) == (kind, months, code)


def test_no_two_periods_share_a_code() -> None:
    codes = [row[4] for row in PERIODS]
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2014", "2014-01-01", "2014-12-31"),
        ("2023-07", "2023-07-01", "2023-07-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2016-10-15", "2016-10-15", "2016-10-15"),
    ],
)
def test_a_partial_date_has_a_first_and_a_last_day(text, first, last) -> None:
    assert (first_day(text).isoformat(), last_day(text).isoformat()) == (first, last)


@pytest.mark.parametrize("text", ["", "soon", "2023-13", "2023-02-30", "2023-00", "0000", "2023-"])
@pytest.mark.parametrize("end", [first_day, last_day])
def test_a_text_that_is_not_a_date_is_refused(end, text) -> None:
    with pytest.raises(ValueError):
        end(text)


def test_a_date_is_written_in_the_digits_of_iso_8601() -> None:
    assert [checked(text) for text in ("2023", "/2018", "2016-10-15")] == ["2023", "/2018", "2016-10-15"]
    for text in ("\uff12\uff10\uff12\uff13", "\u0662\u0660\u0662\u0663-07"):
        assert first_day(text).year == 2023
        with pytest.raises(ValueError, match="YYYY"):
            checked(text)


@pytest.mark.parametrize(
    ("label", "first", "last"),
    [("2022", 2022, 2022), (" 2019 - 2020 ", 2019, 2020), ("2019–2020 годы", 2019, 2020), ("2023 г.", 2023, 2023)],
)
def test_years_alone_are_a_period(label: str, first: int, last: int) -> None:
    assert Period.of_label(label) == Period(date(first, 1, 1), date(last, 12, 31))


@pytest.mark.parametrize("label", ["", "annually", "since 2021", "2019 or 2020", "first half of 2023", "2020-2019"])
def test_a_label_with_other_words_gives_no_period(label: str) -> None:
    assert Period.of_label(label) == Period(None, None)
