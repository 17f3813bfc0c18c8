"""The workbook that goes out."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from bukhara.i18n.words import words_of
from bukhara.model.codes import WorkbookKind
from bukhara.workbook import read, write
from bukhara.workbook.columns import DATA_SHEETS, SOURCES, sheet_of
from tests.unit.workbook.forms import FIGURES, codes, contents, loaded, reread, saved, valid
from tests.unit.workbook.small_framework import FRAMEWORK

TRACKER = WorkbookKind.TRACKER
FIGURE_KEYS = (
    "value,state,qualifier,value_low,value_high,unit,counting_unit,stage,offence_class,legal_article,sex,age_group,"
    "form_of_exploitation,citizenship,identifying_body,territorial_scope,period_start,period_end,period_label,"
    "period_basis,reporter,asked_on,source_id,source_locator,quote,revision_reason,note"
)
PROMISED = {
    "Statements": "country,item,indicator,kind,state,status,level,since,valid_until,statement,lang,"
    "statement_translation,body,partner,evidence_grade,source_id,source_locator,quote,asked_on,next_step,due_date,"
    "revision_reason,note,topics,answer_row,answered_on",
    "Statistics": f"country,indicator,{FIGURE_KEYS}",
    "Partners": f"country,partner,kind_of_support,indicator,{FIGURE_KEYS}",
    "Sources": "source_id,source_class,title,body,document_number,date,language,access,address,checksum,dataset",
}


def _opened(kind: WorkbookKind = TRACKER, **changes: Any) -> Any:
    return load_workbook(io.BytesIO(write(replace(contents(kind), **changes), words_of("en"))))


@pytest.mark.parametrize("sheet", [*DATA_SHEETS, SOURCES], ids=lambda sheet: sheet.title)
def test_the_columns_are_the_promised_ones_in_order(sheet: Any) -> None:
    assert ",".join(column.key for column in sheet.columns) == PROMISED[sheet.title]


@pytest.mark.parametrize("kind", list(WorkbookKind))
def test_the_sheets_are_in_order_and_lists_is_very_hidden(kind: WorkbookKind) -> None:
    workbook = _opened(kind)
    assert workbook.sheetnames == ["Read me", sheet_of(kind).title, "Sources", "Lists"]
    assert workbook["Lists"].sheet_state == "veryHidden"


def test_the_key_row_is_hidden_and_labels_are_below() -> None:
    sheet = _opened()["Statements"]
    assert (sheet["A1"].value, sheet["A2"].value, sheet.freeze_panes) == ("country", "Country", "D3")
    assert sheet.row_dimensions[1].hidden


def test_prefilled_cells_are_grey_and_nothing_is_locked_by_protection() -> None:
    sheet = _opened()["Statements"]
    assert sheet["A3"].fill.start_color.rgb == "00F2F2F2"
    assert not sheet.protection.sheet


def test_a_text_that_begins_like_a_formula_stays_a_text() -> None:
    sheet = _opened()["Statements"]
    assert (sheet["J5"].value, sheet["J5"].data_type) == ("=a law", "s")


def test_drop_downs_come_from_named_lists() -> None:
    workbook = _opened()
    validations = workbook["Statements"].data_validations.dataValidation
    formulas = {validation.formula1 for validation in validations if validation.type == "list"}
    assert {
        "list_country",
        "list_item",
        "list_indicator",
        "list_kind",
        "list_state",
        "list_status",
    } <= formulas
    assert formulas <= set(workbook.defined_names)
    reference = workbook.defined_names["list_country"].attr_text
    assert reference == "Lists!$A$2:$A$5"
    assert [cell.value for cell in workbook["Lists"]["A"]][:5] == ["country", "KAZ", "KGZ", "UZB", "REG"]


def test_the_same_contents_give_the_same_bytes() -> None:
    assert write(contents(TRACKER), words_of("en")) == write(contents(TRACKER), words_of("en"))


def test_the_front_sheet_counts_what_is_to_do() -> None:
    lines = {row[1]: row[2] for row in _opened()["Read me"].iter_rows(values_only=True)}
    assert "2 rows to confirm, 1 to fill in, about 5 minutes" in lines
    assert (lines["Round"], lines["Made from release"]) == ("Round of 2026", "7")


@pytest.mark.parametrize(
    ("country", "asked"), [("KAZ", ["BD-2.2", "BD-8b.1", "BD-12.1"]), ("REG", ["BD-2.1", "BD-2.2"])]
)
def test_an_empty_tracker_asks_for_each_indicator(country: str, asked: list[str]) -> None:
    sheet = _opened(country=country, statements=())["Statements"]
    rows = list(sheet.iter_rows(min_row=3, max_col=6, values_only=True))
    assert [row[2] for row in rows] == asked
    assert {(row[0], *row[4:]) for row in rows} == {(country, None, None)}


def test_a_milestone_asks_for_a_step_and_a_fact_for_either() -> None:
    sheet = _opened(statements=())["Statements"]
    kinds = {row[2]: row[3] for row in sheet.iter_rows(min_row=3, max_col=4, values_only=True)}
    assert kinds == {"BD-2.2": None, "BD-8b.1": "implementation", "BD-12.1": "implementation"}


def test_control_characters_are_left_out() -> None:
    odd = replace(FIGURES[0], note="a\x07b\x00c\rd")
    sheet = _opened(WorkbookKind.STATISTICS, observations=(odd,))["Statistics"]
    assert sheet.cell(3, len(sheet_of(WorkbookKind.STATISTICS).columns)).value == "abc\nd"


@pytest.mark.parametrize("kind", list(WorkbookKind))
def test_dates_counted_from_1904_read_the_same(kind: WorkbookKind, tmp_path: Path) -> None:
    path = valid(tmp_path, kind)
    given = read(path, FRAMEWORK)
    workbook = loaded(path)
    workbook.epoch = CALENDAR_MAC_1904
    assert reread(path, workbook) == given


def test_the_russian_template_reads_like_the_english_one(tmp_path: Path) -> None:
    path = saved(tmp_path, write(contents(TRACKER), words_of("ru")))
    assert codes(read(path, FRAMEWORK)) == []
