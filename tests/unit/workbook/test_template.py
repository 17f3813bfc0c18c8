"""The workbook that goes out, and what helps the one who fills it in."""

import io
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from bukhara.i18n.words import words_of
from bukhara.model.codes import State, WorkbookKind
from bukhara.workbook import Question, read
from bukhara.workbook.columns import ALL_SHEETS, SOURCES, sheet_of
from bukhara.workbook.labels import label_of
from bukhara.workbook.writing.lists import LONGEST_HINT
from bukhara.workbook.writing.readme_sheet import STATES, RowCounts
from bukhara.workbook.writing.template import write
from tests.unit.workbook.forms import FIGURES, contents, loaded, reread, saved, valid
from tests.unit.workbook.small_framework import FRAMEWORK

TRACKER, STATISTICS = WorkbookKind.TRACKER, WorkbookKind.STATISTICS
OPEN = (
    Question(country="KAZ", item="BD-2", indicator="BD-2.2"),
    Question(country="KAZ", item="BD-8b", indicator="BD-8b.1"),
)
EVERY_KIND = pytest.mark.parametrize("kind", list(WorkbookKind))


def _opened(kind: WorkbookKind = TRACKER, language: str = "en", **changes: Any) -> Any:
    return load_workbook(io.BytesIO(write(replace(contents(kind), **changes), words_of(language))))


def _rows(sheet: Any, *keys: str) -> list[tuple[Any, ...]]:
    """Return the values of some columns from the first row of data on."""
    places = {cell.value: cell.column - 1 for cell in sheet[1]}
    return [tuple(row[places[key]] for key in keys) for row in sheet.iter_rows(min_row=3, values_only=True)]


def _letter(kind: WorkbookKind, key: str) -> int:
    return [column.key for column in sheet_of(kind).columns].index(key) + 1


def test_an_open_question_is_under_the_rows_about_it_or_at_its_place() -> None:
    sheet = _opened(questions=OPEN)["Statements"]
    assert _rows(sheet, "indicator", "state") == [
        ("BD-2.2", None), ("BD-8b.1", "answer given"), ("BD-8b.1", None),
        ("BD-12.1", "not covered"), ("BD-12.1", "answer given"),
    ]  # fmt: skip


def test_a_row_has_one_colour_white_where_it_is_to_be_filled_in_and_grey_where_it_is_of_the_record() -> None:
    asked_for = replace(FIGURES[0], value=None, state=State.NOT_ASKED)
    book = _opened(questions=OPEN, observations=FIGURES[:1], figure_questions=(asked_for,))
    for sheet, rows in ((book["Statements"], (4, 3)), (book["Figures"], (3, 4))):
        found = [{cell.fill.start_color.rgb for cell in sheet[row]} for row in rows]
        assert found == [{"00F2F2F2"}, {"00FFFFFF"}]
        assert [each[0] for each in _rows(sheet, "answer_row")][rows[1] - 3] == "answer in this round"


def test_open_rows_change_nothing_of_what_is_read(tmp_path: Path) -> None:
    before = read(saved(tmp_path, write(contents(TRACKER), words_of("en"))), FRAMEWORK)
    after = read(saved(tmp_path, write(replace(contents(TRACKER), questions=OPEN), words_of("en"))), FRAMEWORK)
    assert after.statements == before.statements
    assert {(found.code, found.sheet) for found in after.findings} == {
        ("rows-unanswered", "Statements"), ("rows-unanswered", "Sources")
    }  # fmt: skip


@EVERY_KIND
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_column_says_what_belongs_there_when_a_cell_or_its_heading_is_selected(
    kind: WorkbookKind, language: str
) -> None:
    workbook = _opened(kind, language)
    for sheet in (sheet_of(kind), SOURCES):
        title = words_of(language)(sheet.title)
        validations = workbook[title].data_validations.dataValidation
        shown_here = {str(validation.sqref).split(":")[0]: validation for validation in validations}
        for place, column in enumerate(sheet.columns, start=1):
            letter = workbook[title].cell(2, place).column_letter
            for address in (f"{letter}2", f"{letter}3"):
                assert shown_here[address].showInputMessage
                assert shown_here[address].prompt == words_of(language)(column.hint)[:LONGEST_HINT]


def test_every_column_has_a_hint_that_excel_keeps_whole() -> None:
    columns = [column for sheet in ALL_SHEETS for column in sheet.columns]
    assert [column.key for column in columns if not 0 < len(column.hint) <= LONGEST_HINT] == []


def test_the_code_of_a_question_leads_to_its_words() -> None:
    workbook = _opened(questions=OPEN)
    link = workbook["Statements"]["A3"].hyperlink
    title, address = link.location.split("!")
    assert (link.tooltip, title) == ("About BD-2.2", "'Read me'")
    assert workbook["Read me"][address].value == "BD-2.2"


@EVERY_KIND
def test_it_is_printed_on_a4_across_with_its_headings_on_every_page(kind: WorkbookKind) -> None:
    sheet = _opened(kind)[sheet_of(kind).title]
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.print_title_rows, sheet.page_setup.fitToHeight) == ("$1:$2", 0)
    assert "please confirm" in sheet.oddHeader.left.text


@pytest.mark.parametrize("state", list(State))
def test_read_me_says_what_each_state_means(state: State) -> None:
    lines = [row[1:3] for row in _opened()["Read me"].iter_rows(values_only=True)]
    assert (label_of("state", state, words_of("en")), STATES[state]) in lines


def test_the_time_is_shown_in_steps_of_five_minutes() -> None:
    assert [RowCounts(confirm=c, fill=f).minutes for c, f in ((14, 6), (0, 0), (63, 26))] == [25, 5, 110]


def test_the_key_row_is_hidden_labels_are_below_and_nothing_is_locked_by_protection() -> None:
    sheet = _opened()["Statements"]
    assert (sheet["A1"].value, sheet["A2"].value, sheet.freeze_panes) == ("indicator", "Indicator", "C3")
    assert sheet.row_dimensions[1].hidden
    assert not sheet.protection.sheet


def test_a_text_that_begins_like_a_formula_stays_a_text() -> None:
    sheet = _opened()["Statements"]
    cell = sheet.cell(5, _letter(TRACKER, "statement"))
    assert (cell.value, cell.data_type) == ("=a law", "s")


def test_drop_downs_come_from_named_lists() -> None:
    workbook = _opened()
    validations = workbook["Statements"].data_validations.dataValidation
    formulas = {validation.formula1 for validation in validations if validation.type == "list"}
    assert {"list_country", "list_item", "list_indicator", "list_kind", "list_state", "list_status"} <= formulas
    assert formulas <= set(workbook.defined_names)
    letter, first, last = re.fullmatch(
        r"Lists!\$(\w+)\$(\d+):\$\w+\$(\d+)", workbook.defined_names["list_country"].attr_text
    ).groups()
    offered = [cell.value for cell in workbook["Lists"][letter][int(first) - 1 : int(last)]]
    assert offered == ["KAZ", "KGZ", "UZB", "REG"]


def test_the_same_contents_give_the_same_bytes() -> None:
    assert write(contents(TRACKER), words_of("en")) == write(contents(TRACKER), words_of("en"))


def test_the_front_sheet_counts_what_is_to_do() -> None:
    lines = {row[1]: row[2] for row in _opened()["Read me"].iter_rows(values_only=True)}
    assert "2 rows to look through, 1 to fill in, about 5 minutes" in lines
    assert (lines["Round"], lines["Made from release"]) == ("Round of 2026", "7")


@pytest.mark.parametrize(
    ("country", "asked"), [("KAZ", ["BD-2.2", "BD-8b.1", "BD-12.1"]), ("REG", ["BD-2.1", "BD-2.2"])]
)
def test_an_empty_tracker_asks_for_each_indicator(country: str, asked: list[str]) -> None:
    sheet = _opened(country=country, statements=())["Statements"]
    assert [row[0] for row in _rows(sheet, "indicator")] == asked
    assert set(_rows(sheet, "country", "state", "status", "statement")) == {(country, None, None, None)}


def test_every_question_in_words_is_prepared_for_a_step() -> None:
    sheet = _opened(statements=())["Statements"]
    assert dict(_rows(sheet, "indicator", "kind")) == {
        "BD-2.2": "implementation",
        "BD-8b.1": "implementation",
        "BD-12.1": "implementation",
    }


def test_control_characters_are_left_out() -> None:
    odd = replace(FIGURES[0], note="a\x07b\x00c\rd")
    sheet = _opened(WorkbookKind.STATISTICS, observations=(odd,))["Statistics"]
    assert sheet.cell(3, _letter(WorkbookKind.STATISTICS, "note")).value == "abc\nd"


@pytest.mark.parametrize("kind", list(WorkbookKind))
def test_dates_counted_from_1904_read_the_same(kind: WorkbookKind, tmp_path: Path) -> None:
    path = valid(tmp_path, kind)
    given = read(path, FRAMEWORK)
    workbook = loaded(path)
    workbook.epoch = CALENDAR_MAC_1904
    assert reread(path, workbook) == given
