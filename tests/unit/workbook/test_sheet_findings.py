"""Sheets and columns that were moved or retyped, and the limits of a file; bad workbooks have their tables in tests/bad."""

from pathlib import Path

import pytest

from bukhara.i18n.words import words_of
from bukhara.model.codes import WorkbookKind
from bukhara.workbook import WorkbookContents, read
from bukhara.workbook.columns import STATISTICS
from bukhara.workbook.container import precheck
from bukhara.workbook.refusals import WorkbookDamaged
from bukhara.workbook.writing.template import write
from tests.unit.workbook.forms import FIGURES, codes, loaded, put, reread, saved, valid
from tests.unit.workbook.forms import STATEMENTS as GIVEN
from tests.unit.workbook.small_framework import FRAMEWORK

TRACKER, STATISTICS_KIND = WorkbookKind.TRACKER, WorkbookKind.STATISTICS


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


@pytest.mark.parametrize("kind", list(WorkbookKind))
def test_the_empty_template_has_no_rows(kind: WorkbookKind, tmp_path: Path) -> None:
    empty = WorkbookContents(kind=kind, framework=FRAMEWORK, country="KAZ" if kind is TRACKER else "")
    reading = read(saved(tmp_path, write(empty, words_of("ru"))), FRAMEWORK)
    assert set(codes(reading)) == {"no-rows"}
    assert reading.kind is kind


def _refusal(path: Path, limits: precheck.Limits) -> str:
    with pytest.raises(WorkbookDamaged) as refused:
        precheck.check(path, limits)
    return refused.value.code


def test_the_limit_of_the_file_is_stated(tmp_path: Path) -> None:
    path = valid(tmp_path, WorkbookKind.TRACKER)
    size = path.stat().st_size
    assert precheck.check(path, precheck.Limits(file_bytes=size)).rows > 0
    assert _refusal(path, precheck.Limits(file_bytes=size - 1)) == "file-too-large"


def test_the_limit_of_rows_is_stated(tmp_path: Path) -> None:
    path = valid(tmp_path, WorkbookKind.TRACKER)
    rows = precheck.check(path).rows - precheck.HEADING_ROWS
    assert precheck.check(path, precheck.Limits(rows=rows)).rows == rows + precheck.HEADING_ROWS
    assert _refusal(path, precheck.Limits(rows=rows - 1)) == "too-many-rows"
