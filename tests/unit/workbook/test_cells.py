"""Values of cells as the region writes them; what is not valid has its tables in tests/bad."""

from datetime import date, datetime

import pytest

from bukhara.model.codes import SourceClass, WorkbookKind
from bukhara.workbook.reading.heading_reading import has_other_period
from bukhara.workbook.reading.ledger import DataRow, Ledger
from bukhara.workbook.reading.privacy import check_privacy
from bukhara.workbook.reading.records import sources_from
from bukhara.workbook.reading.values import (
    Parsed,
    as_code,
    as_day,
    as_due_day,
    as_end,
    as_first_day,
    as_last_day,
    as_number,
    as_number_of,
    as_partial_date,
    as_text,
)

TRACKER, STATISTICS, PARTNERS = WorkbookKind.TRACKER, WorkbookKind.STATISTICS, WorkbookKind.PARTNERS


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


@pytest.mark.parametrize(
    ("raw", "code", "start", "end"),
    [
        ("2025", "date-of-period", "2025-01-01", "2025-12-31"),
        (2025, "date-of-period", "2025-01-01", "2025-12-31"),
        ("янв. 2025", "date-of-period", "2025-01-01", "2025-01-31"),
        ("IV квартал 2027 г.", "date-of-period", "2027-10-01", "2027-12-31"),
        (datetime(1905, 7, 17), "date-out-of-range", "2025-01-01", "2025-12-31"),  # noqa: DTZ001 - 2025 typed as a date
    ],
)
def test_a_period_in_a_column_of_days_is_answered_with_its_days(raw: object, code: str, start: str, end: str) -> None:
    found = as_day(raw)
    assert (found.trouble, found.values["start"], found.values["end"]) == (code, start, end)


@pytest.mark.parametrize(
    ("raw", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        (2025, "2025-01-01", "2025-12-31"),
        ("янв. 2025", "2025-01-01", "2025-01-31"),
        ("03.2025", "2025-03-01", "2025-03-31"),
        ("I полугодие 2025 г.", "2025-01-01", "2025-06-30"),
        ("IV квартал 2027 г.", "2027-10-01", "2027-12-31"),
        ("15 ноября 2026 г.", "2026-11-15", "2026-11-15"),
    ],
)
def test_a_period_begins_with_its_first_day_and_ends_with_its_last(raw: object, first: str, last: str) -> None:
    found = as_first_day(raw), as_last_day(raw)
    assert [str(each.value) for each in found] == [first, last]
    assert not any(each.trouble or each.normalised for each in found)
    assert str(as_due_day(raw).value) == last
    assert as_due_day(raw).normalised is (first != last)


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("по 31.12.2025", "2025-12-31"),
        ("до конца 2025 года", "2025-12-31"),
        ("к концу IV квартала 2027 г.", "2027-12-31"),
        ("конец 2027 г.", "2027-12-31"),
        ("не позднее марта 2027 г.", "2027-03-31"),
        ("До 1 июля 2027 г.", "2027-07-01"),
        ("no later than 1 July 2027", "2027-07-01"),
        ("не позднее 1 марта", "None"),
        ("к концу года", "None"),
        ("до 2028 года", "None"),
        ("к марту 2027 г.", "None"),
        ("по 05/06/2027", "None"),
    ],
)
def test_a_day_that_is_due_is_read_as_far_as_its_words_name_one_and_shown(raw: str, day: str) -> None:
    assert (str(as_due_day(raw).value), as_due_day(raw).normalised) == (day, True)


@pytest.mark.parametrize(
    ("raw", "counted", "number"),
    [
        ("12 чел.", "person", 12), ("1 234 человек", "victim", 1234), ("12 дел", "case", 12), ("12 дел", "person", None),
        ("12 чел.", "body", None), ("12 чел.", "", None), ("12 (в т.ч. 3)", "person", None),
    ],
)  # fmt: skip
def test_a_number_with_the_word_for_what_is_counted_is_read_where_that_is_counted(
    raw: str, counted: str, number: float | None
) -> None:
    assert as_number_of(raw, counted).value == number


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("с 2017 г.", "2017"),
        ("c 2017", "2017"),
        ("2019 год", "2019"),
        ("в 2019 году", "2019"),
        ("март 2024", "2024-03"),
        ("с января 2020 г.", "2020-01"),
        ("03/2024", "2024-03"),
        ("с 05.12.2020", "2020-12-05"),
        ("since March 2024", "2024-03"),
    ],
)
def test_a_year_or_a_month_in_words_is_a_partial_date(raw: str, text: str) -> None:
    assert as_partial_date(raw) == Parsed(text)


@pytest.mark.parametrize(
    ("raw", "text"), [("2027", "2027"), ("до конца 2027 года", "2027"), ("бессрочно", None), ("-", None)]
)
def test_an_end_without_a_day_is_an_empty_cell(raw: str, text: str | None) -> None:
    assert as_end(raw) == (Parsed(text) if text else Parsed(trouble="read-as-empty"))


@pytest.mark.parametrize("raw", ["IV квартал 2027 г.", "2019-2021", "до 2030 года", "до конца 2027 года", "летом 2019"])
def test_what_is_neither_year_nor_month_is_no_partial_date(raw: str) -> None:
    assert as_partial_date(raw).trouble == "partial-date-unreadable"


@pytest.mark.parametrize("raw", ["1909-07-14", datetime(1905, 7, 14), "2101-01-01"])  # noqa: DTZ001
def test_a_day_that_is_a_year_in_disguise_is_never_read(raw: object) -> None:
    assert as_day(raw).trouble == "date-out-of-range"


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("2014", "2014"),
        (2014, "2014"),
        ("2023-07", "2023-07"),
        ("/2023-07", "/2023-07"),
        ("/28.07.2023", "/2023-07-28"),
    ],
)
def test_a_partial_date_is_read(raw: object, text: str) -> None:
    assert as_partial_date(raw).value == text


@pytest.mark.parametrize(
    "raw", ["KAZ", " kaz ", "K\u200bAZ", "\ufeffKAZ", "ＫＡＺ", "KAZ_x000D_", "K\u00adAZ", "KAZ\u00a0"]
)
def test_spaces_case_and_invisible_characters_do_not_matter(raw: str) -> None:
    parsed = as_code(raw, {"kaz": "KAZ"}, "unknown-country")
    assert (parsed.value, parsed.normalised) == ("KAZ", raw != "KAZ")


@pytest.mark.parametrize(("raw", "text"), [(132, "132"), (132.1, "132.1"), (" a\r\nb ", "a\nb")])
def test_a_text_cell_is_read_as_text(raw: object, text: str) -> None:
    assert as_text(raw).value == text


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


def _codes_in(text: str) -> list[str]:
    ledger = Ledger()
    row = DataRow(ledger, "Statements", 3, {"note": 1}, {"note": text}, fields={"note": text})
    check_privacy(row)
    return [finding.code for finding in ledger.closed()]


@pytest.mark.parametrize(
    "text",
    [
        "I кв. 2022 г.", "женщины в возрасте 18 лет и старше", "дети до 18 лет", "17-летние девушки", "women aged 18 and over",
        "15-year-old girls", "the Sharof Rashidov district", "улучшение работы в 12 районах", "Order No. 123456789 of 2019",
        "hotline 11616", "x@y", "Law No. 110-VIII of 5 July 2024", "a draft of 12 articles", "a woman of the ministry",
    ],
)  # fmt: skip
def test_measures_and_sums_name_nobody(text: str) -> None:
    assert _codes_in(text) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a boy of 9 was found", "single-case"), ("a 4-month-old baby", "single-case"), ("женщина, 34 года", "single-case"),
        ("ул. Абая, д. 12, кв. 5", "contact-details"), ("t.me/helper", "contact-details"), ("гр. А. показал", "personal-name"),
        ("Aliyev Rustam Olimovich", "personal-name"), ("Айгүл Серікқызы", "personal-name"),
    ],
)  # fmt: skip
def test_one_person_is_noticed(text: str, code: str) -> None:
    assert code in _codes_in(text)


@pytest.mark.parametrize("source_class", SourceClass)
@pytest.mark.parametrize("written", ["", "public", "internal"])
def test_an_empty_access_is_internal_for_the_states_own_submission_only(source_class, written) -> None:
    fields = {"source_id": "one", "source_class": source_class, "title": "T", "body": "B", "date": date(2026, 5, 1)}
    row = DataRow(Ledger(), "Sources", 3, {}, {}, fields={**fields, **({"access": written} if written else {})})
    (source,) = sources_from([row])
    empty = "internal" if source_class is SourceClass.STATE_SUBMISSION else "public"
    assert source.access == (written or empty)
