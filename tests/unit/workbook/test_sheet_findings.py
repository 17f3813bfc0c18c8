"""Sheets and columns: what is missing, moved, hidden, twice or unknown."""

from pathlib import Path

import pytest
from openpyxl.comments import Comment

from bukhara.i18n.words import words_of
from bukhara.model.codes import WorkbookKind
from bukhara.workbook import WorkbookContents, read, write
from bukhara.workbook.columns import SOURCES, STATEMENTS, STATISTICS, sheet_of
from bukhara.workbook.reading.frontsheet import TEMPLATE_VERSION
from tests.unit.workbook.forms import (
    FIGURES,
    SOURCES_USED,
    codes,
    loaded,
    put,
    put_source,
    reread,
    saved,
    valid,
)
from tests.unit.workbook.forms import (
    STATEMENTS as GIVEN,
)
from tests.unit.workbook.small_framework import FRAMEWORK

TRACKER, STATISTICS_KIND = WorkbookKind.TRACKER, WorkbookKind.STATISTICS


@pytest.mark.parametrize("kind", list(WorkbookKind))
def test_a_workbook_as_written_has_no_finding_and_says_what_it_is(kind: WorkbookKind, tmp_path: Path) -> None:
    reading = read(valid(tmp_path, kind), FRAMEWORK)
    assert (reading.findings, reading.kind, reading.sources) == ((), kind, SOURCES_USED)
    assert (reading.base_release, reading.template_version) == (7, TEMPLATE_VERSION)


def test_countries_are_in_the_fixed_order(tmp_path: Path) -> None:
    path = valid(tmp_path, STATISTICS_KIND)
    workbook = loaded(path)
    put(workbook, STATISTICS_KIND, 5, country="KGZ")
    assert reread(path, workbook).countries == ("KAZ", "KGZ", "UZB")


def test_columns_in_another_order_and_without_the_key_row_still_read(tmp_path: Path) -> None:
    path = valid(tmp_path, TRACKER)
    workbook = loaded(path)
    sheet = workbook["Statements"]
    rows = [list(reversed(row)) for row in sheet.iter_rows(min_row=2, values_only=True)]
    del workbook["Statements"]
    retyped = workbook.create_sheet("Statements")
    retyped.append(["A title above the table"])
    retyped.append([])
    for row in rows:
        retyped.append(row)
    for row in retyped.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                cell.data_type = "s"
    reading = reread(path, workbook)
    assert (codes(reading), reading.statements) == ([], GIVEN)


def test_russian_labels_in_a_sheet_of_any_name_are_known(tmp_path: Path) -> None:
    path = valid(tmp_path, STATISTICS_KIND)
    workbook = loaded(path)
    sheet = workbook["Statistics"]
    sheet.title = "Лист1"
    sheet.delete_rows(1)
    for index, column in enumerate(STATISTICS.columns, start=1):
        sheet.cell(1, index).value = column.aliases[0]
    reading = reread(path, workbook)
    assert (codes(reading), reading.observations) == ([], FIGURES)


def test_rows_sorted_otherwise_give_the_same_records(tmp_path: Path) -> None:
    path = valid(tmp_path, TRACKER)
    workbook = loaded(path)
    workbook["Statements"].move_range("A3:Z3", rows=5)
    reading = reread(path, workbook)
    assert codes(reading) == []
    assert set(reading.statements) == set(GIVEN)


def test_a_missing_required_column_is_named_and_nothing_is_read(tmp_path: Path) -> None:
    path = valid(tmp_path, TRACKER)
    workbook = loaded(path)
    workbook["Statements"].delete_cols(5)
    reading = reread(path, workbook)
    assert [(f.code, f.column) for f in reading.findings] == [("missing-column", "state")]
    assert reading.statements == ()


def test_a_missing_optional_column_is_a_warning(tmp_path: Path) -> None:
    path = valid(tmp_path, TRACKER)
    workbook = loaded(path)
    workbook["Statements"].delete_cols([c.key for c in STATEMENTS.columns].index("next_step") + 1)
    reading = reread(path, workbook)
    assert [(f.code, f.column) for f in reading.findings] == [("column-absent", "next_step")]
    assert reading.statements == GIVEN


def test_an_unknown_column_is_a_warning(tmp_path: Path) -> None:
    path = valid(tmp_path, TRACKER)
    workbook = loaded(path)
    workbook["Statements"]["AA2"] = "Remarks of the desk"
    reading = reread(path, workbook)
    assert [(f.code, f.cell) for f in reading.findings] == [("unknown-column", "AA2")]


def test_cells_in_a_column_without_heading_are_a_warning(tmp_path: Path) -> None:
    path = valid(tmp_path, TRACKER)
    workbook = loaded(path)
    workbook["Statements"]["AA4"] = 17
    workbook["Statements"]["AA5"] = 18
    reading = reread(path, workbook)
    assert [(f.code, f.cell) for f in reading.findings] == [("cells-outside", "AA4")]


def test_a_column_twice_is_an_error(tmp_path: Path) -> None:
    path = valid(tmp_path, TRACKER)
    workbook = loaded(path)
    workbook["Statements"]["X1"] = "state"
    reading = reread(path, workbook)
    assert [(f.code, f.cell) for f in reading.findings] == [("duplicate-column", "X2")]


def test_no_sheet_of_ours_is_an_error(tmp_path: Path) -> None:
    path = valid(tmp_path, TRACKER)
    workbook = loaded(path)
    del workbook["Statements"]
    assert codes(reread(path, workbook)) == ["no-data-sheet"]


def test_a_missing_sheet_of_sources_is_one_finding(tmp_path: Path) -> None:
    path = valid(tmp_path, TRACKER)
    workbook = loaded(path)
    del workbook["Sources"]
    reread(path, workbook)
    assert set(codes(read(path, FRAMEWORK))) == {"missing-sheet"}


def test_a_second_data_sheet_is_an_error(tmp_path: Path) -> None:
    path = valid(tmp_path, TRACKER)
    workbook = loaded(path)
    workbook.create_sheet("Statistics").append(["country"])
    assert codes(reread(path, workbook)) == ["several-data-sheets"]


@pytest.mark.parametrize(("state", "code"), [("visible", "unknown-sheet"), ("hidden", "hidden-sheet")])
def test_a_sheet_that_is_not_of_the_template_is_listed(state: str, code: str, tmp_path: Path) -> None:
    path = valid(tmp_path, TRACKER)
    workbook = loaded(path)
    extra = workbook.create_sheet("Draft")
    extra.append(["something"])
    extra.sheet_state = state
    assert codes(reread(path, workbook)) == [code]


def test_hidden_rows_and_columns_are_listed(tmp_path: Path) -> None:
    path = valid(tmp_path, TRACKER)
    workbook = loaded(path)
    workbook["Statements"].row_dimensions[4].hidden = True
    workbook["Statements"].column_dimensions["B"].hidden = True
    reading = reread(path, workbook)
    assert [(f.code, *f.values.values()) for f in reading.findings] == [
        ("hidden-rows", "4"),
        ("hidden-columns", "B"),
    ]


def test_merged_cells_among_the_rows_are_an_error(tmp_path: Path) -> None:
    path = valid(tmp_path, TRACKER)
    workbook = loaded(path)
    workbook["Statements"].merge_cells("N3:N4")
    assert codes(reread(path, workbook)) == ["merged-cells"]


def test_comments_are_listed(tmp_path: Path) -> None:
    path = valid(tmp_path, TRACKER)
    workbook = loaded(path)
    workbook["Statements"]["A3"].comment = Comment("look here", "desk")
    assert "comments-present" in codes(reread(path, workbook))


def test_a_percent_format_shows_something_else_than_it_holds(tmp_path: Path) -> None:
    path = valid(tmp_path, STATISTICS_KIND)
    workbook = loaded(path)
    workbook["Statistics"]["C3"].number_format = "0%"
    reading = reread(path, workbook)
    assert [(f.code, f.cell) for f in reading.findings] == [("shown-differs", "C3")]


@pytest.mark.parametrize("kind", list(WorkbookKind))
def test_the_empty_template_has_no_rows(kind: WorkbookKind, tmp_path: Path) -> None:
    empty = WorkbookContents(kind=kind, framework=FRAMEWORK, country="KAZ" if kind is TRACKER else "")
    reading = read(saved(tmp_path, write(empty, words_of("ru"))), FRAMEWORK)
    assert set(codes(reading)) == {"no-rows"}
    assert reading.kind is kind


def test_rows_without_an_answer_are_counted(tmp_path: Path) -> None:
    path = valid(tmp_path, TRACKER)
    workbook = loaded(path)
    put(workbook, TRACKER, 9, country="KAZ", item="BD-12", indicator="BD-12.1")
    reading = reread(path, workbook)
    assert [(f.code, f.values["count"]) for f in reading.findings] == [("rows-unanswered", "1")]
    assert reading.statements == GIVEN


@pytest.mark.parametrize(("change", "code"), [({}, "duplicate-row"), ({"value": 111}, "duplicate-conflict")])
def test_a_row_twice_is_a_warning_and_two_answers_an_error(
    change: dict[str, object], code: str, tmp_path: Path
) -> None:
    path = valid(tmp_path, STATISTICS_KIND)
    workbook = loaded(path)
    sheet = workbook["Statistics"]
    row = {column.key: sheet.cell(3, index).value for index, column in enumerate(STATISTICS.columns, start=1)}
    put(workbook, STATISTICS_KIND, 6, **(row | change))
    reading = reread(path, workbook)
    assert [(f.code, f.cell, f.values) for f in reading.findings] == [(code, "C6", {"first": "3", "second": "6"})]


def test_a_source_twice_with_different_facts_is_an_error(tmp_path: Path) -> None:
    path = valid(tmp_path, TRACKER)
    workbook = loaded(path)
    sheet = workbook["Sources"]
    first = {column.key: sheet.cell(3, index).value for index, column in enumerate(SOURCES.columns, start=1)}
    put_source(workbook, 5, **(first | {"title": "Another title"}))
    assert codes(reread(path, workbook)) == ["duplicate-conflict"]


def test_two_hundred_wrong_cells_are_all_reported(tmp_path: Path) -> None:
    path = valid(tmp_path, STATISTICS_KIND)
    workbook = loaded(path)
    sheet = workbook["Statistics"]
    row = {column.key: sheet.cell(3, index).value for index, column in enumerate(STATISTICS.columns, start=1)}
    for number in range(6, 206):
        put(
            workbook,
            STATISTICS_KIND,
            number,
            **(row | {"note": "", "value": "-", "legal_article": f"art. {number}"}),
        )
    reading = reread(path, workbook)
    assert [f.cell for f in reading.findings] == [f"C{number}" for number in range(6, 206)]
    assert sheet_of(STATISTICS_KIND).title == reading.findings[0].sheet
