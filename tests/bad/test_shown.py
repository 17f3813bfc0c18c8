"""What a cell shows is what is stored; one cause is one finding; odd characters are named in the language of the reader."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bukhara.i18n.words import words_of
from bukhara.workbook import WorkbookReading, read, sentence
from tests.bad.bad_shown import RAISED, retyped, with_runs
from tests.bad.baseline import BODY, FRAMEWORK, STATISTICS, TRACKER, address, edited, put, put_source, valid


@pytest.fixture
def reading_of(tmp_path: Path) -> Any:
    def reading(content: bytes) -> WorkbookReading:
        path = tmp_path / "workbook.xlsx"
        path.write_bytes(content)
        return read(path, FRAMEWORK)

    return reading


def _with(kind: Any, cells: dict[str, object], number_format: str = "General", row: int = 3) -> bytes:
    return edited(valid(kind), lambda workbook: put(workbook, kind, row, cells, number_format))


def _found(reading: WorkbookReading) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.cell) for finding in reading.findings]


def test_a_raised_digit_is_stored_as_it_is_shown(reading_of: Any) -> None:
    article = with_runs(STATISTICS, "legal_article", ("Article 128", ""), ("1", RAISED))
    assert reading_of(article).observations[0].legal_article == "Article 128¹"
    minors = with_runs(TRACKER, "statement", ("12", ""), ("1", RAISED), (" minors", ""))
    assert reading_of(minors).statements[0].statement == "12¹ minors"


def test_the_zeros_of_a_document_number_are_stored_as_they_are_shown(reading_of: Any) -> None:
    reading = reading_of(_with(STATISTICS, {"legal_article": 123}, "00000"))
    assert reading.observations[0].legal_article == "00123"


@pytest.mark.parametrize(
    "text", ["15 Nov 2026", "15 ноября 2026", "November 15, 2026", "15 ноября 2026 года", "15 нояб. 2026"]
)
def test_a_day_in_words_is_read(text: str, reading_of: Any) -> None:
    reading = reading_of(_with(TRACKER, {"due_date": text}))
    assert (reading.statements[0].due_date, _found(reading)) == (
        date(2026, 11, 15),
        [("value-normalised", address(TRACKER, "due_date", 3))],
    )


def test_a_moment_before_midnight_is_of_its_own_day(reading_of: Any) -> None:
    reading = reading_of(_with(TRACKER, {"due_date": 45657.999999}, "yyyy-mm-dd"))
    assert reading.statements[0].due_date == date(2024, 12, 31)


def test_letters_with_a_mark_of_their_own_are_the_same_letters(reading_of: Any) -> None:
    decomposed = "Закон о защите детей: й".replace("й", "и\u0306")
    reading = reading_of(_with(TRACKER, {"note": decomposed, "body": BODY}))
    assert (reading.statements[0].note, _found(reading)) == ("Закон о защите детей: й", [])


@pytest.mark.parametrize(
    ("kind", "cells", "english", "russian"),
    [
        (TRACKER, {"item": "BD–8b"}, "“BD[dash]8b” was read as “BD-8b”.", "BD[тире]8b"),
        (STATISTICS, {"value": "1\u00a0110"}, "“1[no-break space]110” was read as “1110”.", "1[неразрывный пробел]110"),
        (TRACKER, {"country": "КAZ"}, "letters that only look right: Cyrillic “К”.", "кириллическая «К»"),
        (STATISTICS, {"value": "нет"}, "If there were no cases, please write 0.", "Если случаев не было, впишите 0."),
    ],
)
def test_a_clerk_sees_which_character_it_is(kind: Any, cells: Any, english: str, russian: str, reading_of: Any) -> None:
    first = reading_of(_with(kind, cells)).findings[0]
    assert english in sentence(first, words_of("en"))
    assert russian in sentence(first, words_of("ru"))


def test_a_format_that_shows_something_else_is_found(reading_of: Any) -> None:
    first = reading_of(_with(STATISTICS, {"value": 110}, '"не менее "0')).findings[0]
    assert sentence(first, words_of("en")).startswith("“не менее 110” is an upper or lower limit")
    starred = reading_of(_with(STATISTICS, {"value": 110}, '0"*"')).findings[0]
    assert "shows “110*”, but its value is 110" in sentence(starred, words_of("en"))


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (3, '[<5]"<5";0', "<5"),
        (12000, "#,##0,", "12"),
        (1250, "0.0,", "1.3"),
        (0.12, "0%", "12%"),
        (7, '[<5]"<5";0', ""),
    ],
)
def test_the_finding_says_what_a_masked_or_scaled_cell_shows(
    value: float, number_format: str, shown: str, reading_of: Any
) -> None:
    findings = reading_of(_with(STATISTICS, {"value": value}, number_format)).findings
    texts = [sentence(finding, words_of("en")) for finding in findings if finding.code == "shown-differs"]
    assert [f"shows “{shown}”, but its value is" in text for text in texts] == ([True] if shown else [])


def _class(workbook: Any) -> None:
    put_source(workbook, 4, {"source_class": "gossip"})


@pytest.mark.parametrize(
    ("kind", "change", "expected"),
    [
        (TRACKER, _class, [("unknown-code", "B4")]),
        (TRACKER, lambda w: w.__delitem__("Sources"), [("missing-sheet", None)]),
        (TRACKER, lambda w: w["Sources"].delete_cols(3), [("missing-column", None)]),
        (STATISTICS, lambda w: put(w, STATISTICS, 6, {"qualifier": "between"}), [("unknown-code", address(STATISTICS, "qualifier", 6))]),
        (STATISTICS, lambda w: put(w, STATISTICS, 7, {"unit": "pеrcent", "value": "12.5 %"}),
         [("value-normalised", "C7"), ("look-alike-letters", address(STATISTICS, "unit", 7))]),
        (STATISTICS, lambda w: w["Statistics"].merge_cells("A3:A4"), [("merged-cells", "A3")]),
        (STATISTICS, retyped("astana–2023–report"), [("source-retyped", "A3")]),
    ],
)  # fmt: skip
def test_one_cause_is_one_finding(kind: Any, change: Any, expected: list[Any], reading_of: Any) -> None:
    reading = reading_of(edited(valid(kind), change))
    assert _found(reading) == expected
    assert not reading.acceptable


def test_a_row_of_a_faulty_source_is_not_taken(reading_of: Any) -> None:
    reading = reading_of(edited(valid(TRACKER), _class))
    assert (reading.statements, [source.source_id for source in reading.sources]) == ((), ["astana-2023-report"])
