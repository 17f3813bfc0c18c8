"""The types and SDMX codes of periods."""

from datetime import date

import pytest

from bukhara.model.period import Period, PeriodType

T = PeriodType
STRETCHES = [
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


def stretch(start: str | None, end: str | None) -> Period:
    return Period(start and date.fromisoformat(start), end and date.fromisoformat(end))


@pytest.mark.parametrize(("start", "end", "kind"), [row[:3] for row in STRETCHES])
def test_a_period_has_the_type_of_its_length(start, end, kind) -> None:
    assert stretch(start, end).type is kind


@pytest.mark.parametrize(("start", "end", "months"), [(*row[:2], row[3]) for row in STRETCHES])
def test_only_whole_months_are_counted(start, end, months) -> None:
    assert stretch(start, end).months == months


@pytest.mark.parametrize(("start", "end", "code"), [(*row[:2], row[4]) for row in STRETCHES])
def test_a_period_has_its_sdmx_code(start, end, code) -> None:
    assert stretch(start, end).code == code


def test_no_two_periods_share_a_code() -> None:
    codes = [row[4] for row in STRETCHES]
    assert len(set(codes)) == len(codes)
