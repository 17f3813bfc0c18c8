"""What a cell shows is what is stored; one cause is one finding; odd characters are named in the language of the reader."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font
from openpyxl.styles.numbers import NumberFormat

from bukhara.i18n.words import words_of
from bukhara.workbook import WorkbookReading, sentence
from bukhara.workbook.reading.sheet_grid import grids_in
from tests.bad.bad_shown import RAISED, by_rule, retyped, rule_of, with_runs
from tests.bad.baseline import (
    BODY,
    SHEET,
    STATISTICS,
    TRACKER,
    address,
    edited,
    patched,
    put,
    put_source,
    reading_of,
    valid,
)


def _with(kind: Any, cells: dict[str, object], number_format: str = "General", row: int = 3) -> bytes:
    return edited(valid(kind), lambda workbook: put(workbook, kind, row, cells, number_format))


def _found(reading: WorkbookReading) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.cell) for finding in reading.findings]


def test_a_raised_digit_is_stored_as_it_is_shown() -> None:
    article = with_runs(STATISTICS, "legal_article", ("Article 128", ""), ("1", RAISED))
    assert reading_of(article).observations[0].legal_article == "Article 128¹"
    minors = with_runs(TRACKER, "statement", ("12", ""), ("1", RAISED), (" minors", ""))
    assert reading_of(minors).statements[0].statement == "12¹ minors"


def test_the_zeros_of_a_document_number_are_stored_as_they_are_shown() -> None:
    reading = reading_of(_with(STATISTICS, {"legal_article": 123}, "00000"))
    assert reading.observations[0].legal_article == "00123"


@pytest.mark.parametrize(
    "text", ["15 Nov 2026", "15 ноября 2026", "November 15, 2026", "15 ноября 2026 года", "15 нояб. 2026"]
)
def test_a_day_in_words_is_read(text: str) -> None:
    reading = reading_of(_with(TRACKER, {"due_date": text}))
    assert (reading.statements[0].due_date, _found(reading)) == (date(2026, 11, 15), [])


def test_a_moment_before_midnight_is_of_its_own_day() -> None:
    reading = reading_of(_with(TRACKER, {"due_date": 45657.999999}, "yyyy-mm-dd"))
    assert reading.statements[0].due_date == date(2024, 12, 31)


def test_letters_with_a_mark_of_their_own_are_the_same_letters() -> None:
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
def test_a_clerk_sees_which_character_it_is(kind: Any, cells: Any, english: str, russian: str) -> None:
    first = reading_of(_with(kind, cells)).findings[0]
    assert english in sentence(first, words_of("en"))
    assert russian in sentence(first, words_of("ru"))


def test_a_format_that_shows_something_else_is_found() -> None:
    first = reading_of(_with(STATISTICS, {"value": 110}, '"не менее "0')).findings[0]
    assert sentence(first, words_of("en")).startswith("“не менее 110” is a lower limit or an estimate")
    starred = reading_of(_with(STATISTICS, {"value": 110}, '0"*"')).findings[0]
    assert "shows “110*”, but its value is 110" in sentence(starred, words_of("en"))


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (12000, "#,##0,", "“12”"),
        (1250, "0.0,", "“1.3”"),
        (0.12, "0%", "“12%”"),
        (7, '[<5]"<5";0', ""),
        (12, ";;;", "nothing"),
        (12, '"many"', "“many”"),
        (0, "0;-0;;@", "nothing"),
        (0, '0;-0;"–"', "“–”"),
    ],
)
def test_the_finding_says_what_a_masked_or_scaled_cell_shows(value: float, number_format: str, shown: str) -> None:
    findings = reading_of(_with(STATISTICS, {"value": value}, number_format)).findings
    texts = [sentence(finding, words_of("en")) for finding in findings if finding.code == "shown-differs"]
    assert [f"shows {shown}, but its value is" in text for text in texts] == ([True] if shown else [])


def _ruled(rule: Rule, cells: str) -> bytes:
    return edited(valid(STATISTICS), by_rule(rule, cells))


def test_a_rule_is_found_at_each_cell_that_it_changes_and_at_no_other() -> None:
    masked = rule_of("100", numFmt=NumberFormat(170, '"<100"'))
    reading = reading_of(_ruled(masked, "A3:E4 C5"))
    assert _found(reading) == [("number-below", "C4"), ("number-below", "C5")]
    assert "“<100” means fewer than a number" in sentence(reading.findings[0], words_of("en"))
    computed = rule_of("LEN($A3)>1", "expression", None, font=Font(strike=True))
    assert _found(reading_of(_ruled(computed, "C3:C5"))) == [("rule-may-hide", "C3")]
    assert _found(reading_of(_ruled(computed, "C30:C50"))) == []


def test_a_rule_of_later_versions_of_excel_is_found() -> None:
    later = (
        '<extLst><ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" '
        'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"><x14:conditionalFormattings>'
        '<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
        '<x14:cfRule type="expression"><xm:f>Sources!$A$1&gt;0</xm:f><x14:dxf><font><strike/></font></x14:dxf></x14:cfRule>'
        "<xm:sqref>C3 C5:C6</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext></extLst></worksheet>"
    )
    reading = reading_of(patched(STATISTICS, SHEET, ("</worksheet>", later)))
    assert _found(reading) == [("rule-may-hide", "C3")]
    assert "cells in C3:C3, C5:C6." in sentence(reading.findings[0], words_of("en"))


def test_a_number_of_a_ministrys_own_table_that_a_rule_masks_is_no_number(tmp_path: Path) -> None:
    (tmp_path / "own.xlsx").write_bytes(_ruled(rule_of("100", numFmt=NumberFormat(170, '"<100"')), "C3:C5"))
    cells = {
        cell.address: cell
        for grid in grids_in(tmp_path / "own.xlsx")
        for cell in grid.cells
        if grid.title == "Statistics"
    }
    assert [(cells[at].text, cells[at].number) for at in ("C3", "C4")] == [("110", 110.0), ("<100", None)]


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
def test_one_cause_is_one_finding(kind: Any, change: Any, expected: list[Any]) -> None:
    reading = reading_of(edited(valid(kind), change))
    assert _found(reading) == expected
    assert not reading.acceptable


def test_a_row_of_a_faulty_source_is_not_taken() -> None:
    reading = reading_of(edited(valid(TRACKER), _class))
    assert (reading.statements, [source.source_id for source in reading.sources]) == ((), ["astana-2023-report"])
