"""Numbers and dates as the region writes them."""

from datetime import date, datetime

import pytest

from bukhara.workbook.reading.values import as_code, as_day, as_number, as_partial_date, as_text


@pytest.mark.parametrize(
    ("raw", "number"),
    [
        (12, 12.0),
        (12.5, 12.5),
        ("12", 12.0),
        ("12,5", 12.5),
        ("0,125", 0.125),
        ("0.125", 0.125),
        ("1234,5", 1234.5),
        ("1234,567", 1234.567),
        ("1 234", 1234.0),
        ("1\u00a0234\u00a0567", 1234567.0),
        ("1\u202f234,5", 1234.5),
        ("1,234,567", 1234567.0),
        ("1.234.567", 1234567.0),
        ("1,234.5", 1234.5),
        ("1.234,5", 1234.5),
        ("-5", -5.0),
        ("−5", -5.0),
        ("+5", 5.0),
        ("25,6 %", 25.6),
        ("１２", 12.0),
    ],
)  # fmt: skip
def test_a_number_is_read(raw: object, number: float) -> None:
    assert as_number(raw).value == number


@pytest.mark.parametrize("raw", ["1,234", "12.345", "999,000"])
def test_an_ambiguous_number_is_asked_about(raw: str) -> None:
    assert as_number(raw).trouble == "number-ambiguous"


@pytest.mark.parametrize("raw", ["1 23", "1,2,3", "1 234 5", "1.2.3", "5 men", "1e5", "0x10", "1,23.4", "12 345 67"])
def test_what_is_no_number_is_never_read(raw: str) -> None:
    assert as_number(raw).trouble == "number-unreadable"


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("2023-07-28", date(2023, 7, 28)),
        ("2023-07-28T00:00:00", date(2023, 7, 28)),
        ("28.07.2023", date(2023, 7, 28)),
        ("1.2.2023", date(2023, 2, 1)),
        ("28/07/2023", date(2023, 7, 28)),
        ("07/28/2023", date(2023, 7, 28)),
        ("05/05/2023", date(2023, 5, 5)),
    ],
)
def test_a_day_is_read(raw: str, day: date) -> None:
    assert as_day(raw).value == day


@pytest.mark.parametrize("raw", ["2023", "2023-02-29", "31.11.2023", "July 2023"])
def test_what_is_no_day_is_never_read(raw: object) -> None:
    assert as_day(raw).trouble == "date-unreadable"


@pytest.mark.parametrize("raw", ["1909-07-14", datetime(1905, 7, 14), "2101-01-01"])  # noqa: DTZ001
def test_a_day_that_is_a_year_in_disguise_is_never_read(raw: object) -> None:
    assert as_day(raw).trouble == "date-out-of-range"


@pytest.mark.parametrize(("raw", "trouble"), [("1/1/23", "date-short-year"), (45000, "date-as-number")])
def test_a_day_that_could_be_guessed_is_asked_about(raw: object, trouble: str) -> None:
    assert as_day(raw).trouble == trouble


@pytest.mark.parametrize(("raw", "text"), [("2014", "2014"), (2014, "2014"), ("2023-07", "2023-07")])
def test_a_partial_date_is_read(raw: object, text: str) -> None:
    assert as_partial_date(raw).value == text


@pytest.mark.parametrize(
    "raw", ["KAZ", " kaz ", "K\u200bAZ", "\ufeffKAZ", "ＫＡＺ", "KAZ_x000D_", "K\u00adAZ", "KAZ\u00a0"]
)
def test_spaces_case_and_invisible_characters_do_not_matter(raw: str) -> None:
    parsed = as_code(raw, {"kaz": "KAZ"}, "unknown-country")
    assert (parsed.value, parsed.normalised) == ("KAZ", raw != "KAZ")


def test_look_alikes_are_not_read_as_the_code() -> None:
    assert as_code("КАZ", {"kaz": "KAZ"}, "unknown-country").trouble == "look-alike-letters"


@pytest.mark.parametrize(("raw", "text"), [(132, "132"), (132.1, "132.1"), (" a\r\nb ", "a\nb")])
def test_a_text_cell_is_read_as_text(raw: object, text: str) -> None:
    assert as_text(raw).value == text
