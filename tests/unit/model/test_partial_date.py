"""Dates as sources print them: the first and the last day of a year, a month or a day."""

import pytest

from bukhara.model.partial_date import first_day, last_day


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
