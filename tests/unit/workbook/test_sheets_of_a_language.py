"""The sheets of a template have names in its language, and are known by their hidden keys before their names."""

import io
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from bukhara.i18n.words import words_of
from bukhara.model.codes import WorkbookKind
from bukhara.workbook import WorkbookReading, read, sentence
from bukhara.workbook.columns import sheet_of
from bukhara.workbook.writing.marks import marked
from bukhara.workbook.writing.template import write
from tests.unit.workbook.forms import codes, contents, loaded, reread, saved
from tests.unit.workbook.small_framework import FRAMEWORK

TRACKER = WorkbookKind.TRACKER
EN, RU = words_of("en"), words_of("ru")
NAMES = {
    "en": ("Read me", ("Statements", "Statistics", "Partners"), "Sources"),
    "ru": ("Прочтите", ("Сообщения", "Статистика", "Партнёры"), "Источники"),
}


def _written(folder: Path, kind: WorkbookKind = TRACKER, language: str = "ru") -> tuple[Path, Workbook]:
    path = saved(folder, write(contents(kind), words_of(language)))
    return path, loaded(path)


def _as_written(reading: WorkbookReading, kind: WorkbookKind = TRACKER) -> bool:
    given = contents(kind)
    found = (reading.statements, reading.observations, reading.sources, reading.base_release, reading.round_title)
    return found == (given.statements, given.observations, given.sources, given.base_release, given.round_title)


@pytest.mark.parametrize("language", NAMES)
@pytest.mark.parametrize("kind", list(WorkbookKind))
def test_names_are_in_the_language_of_the_file_and_are_read_back(
    kind: WorkbookKind, language: str, tmp_path: Path
) -> None:
    front, data, sources = NAMES[language]
    path, book = _written(tmp_path, kind, language)
    assert book.sheetnames == [front, data[list(WorkbookKind).index(kind)], sources, "Lists"]
    assert book["Lists"].sheet_state == "veryHidden"
    reading = read(path, FRAMEWORK)
    assert (codes(reading), _as_written(reading, kind)) == ([], True)


def test_drop_downs_offer_words_and_the_first_sheet_has_its_steps_in_the_order_of_the_sheets(tmp_path: Path) -> None:
    book = _written(tmp_path, WorkbookKind.STATISTICS)[1]
    lists = {column[0].value: [cell.value for cell in column[1:] if cell.value] for column in book["Lists"].columns}
    for key in ("sex", "age_group", "unit", "stage", "qualifier", "state"):
        assert lists[key]
        assert [word for word in lists[key] if word.isascii()] == []
    front = _written(tmp_path)[1].worksheets[0]
    steps = [str(row[1].value) for row in front.iter_rows() if str(row[1].value).startswith(tuple("12345"))]
    named = [step.split("«")[1].split("»")[0] for step in steps if "«" in step]
    assert list(dict.fromkeys(named)) == ["Сообщения", "Данные", "Источники"]
    kind = next(row[0].row for row in front.iter_rows() if row[0].value == "kind")
    assert front.row_dimensions[kind].hidden


@pytest.mark.parametrize("kind", list(WorkbookKind))
def test_renamed_and_moved_sheets_are_known_by_their_hidden_keys(kind: WorkbookKind, tmp_path: Path) -> None:
    path, book = _written(tmp_path, kind)
    for number, sheet in enumerate(book.worksheets[:3], start=1):
        sheet.title = f"Лист{number}"
    book.move_sheet("Лист3", -2)
    reading = reread(path, book)
    assert (codes(reading), _as_written(reading, kind)) == ([], True)


def test_a_key_comes_before_a_name(tmp_path: Path) -> None:
    path, book = _written(tmp_path)
    book["Сообщения"].title, book["Источники"].title = "Sources", "Statements"
    reading = reread(path, book)
    assert (codes(reading), _as_written(reading)) == ([], True)


def test_without_keys_the_names_and_headings_of_another_language_are_known(tmp_path: Path) -> None:
    path, book = _written(tmp_path)
    english = _written(tmp_path, language="en")[1]
    for title in ("Сообщения", "Источники"):
        book[title].delete_rows(1)
    for russian, cell in zip(book["Сообщения"][1], english["Statements"][2], strict=True):
        if cell.column % 2:
            russian.value = cell.value
    book["Источники"].title = "Sources"
    reading = reread(path, book)
    assert (codes(reading), _as_written(reading)) == ([], True)


def test_a_finding_has_the_name_that_its_sheet_has_in_the_file(tmp_path: Path) -> None:
    path, book = _written(tmp_path)
    book["Сообщения"].title = "Ответ министерства"
    place = book["Ответ министерства"].cell(3, [c.key for c in sheet_of(TRACKER).columns].index("status") + 1)
    place.value = "почти"
    found = reread(path, book).findings
    assert [(each.code, each.sheet, each.cell) for each in found] == [
        ("unknown-code", "Ответ министерства", place.coordinate)
    ]


def test_a_deleted_sheet_of_sources_is_named_in_the_language_of_the_reader(tmp_path: Path) -> None:
    path, book = _written(tmp_path)
    del book["Источники"]
    reading = reread(path, book)
    missing = next(each for each in reading.findings if each.code == "missing-sheet")
    assert "«Источники»" in sentence(missing, RU)
    assert "“Sources”" in sentence(missing, EN)


def test_the_list_of_findings_is_replaced_in_another_language_and_is_not_read(tmp_path: Path) -> None:
    path, book = _written(tmp_path)
    book["Сообщения"]["A3"] = "BD-99"
    findings = reread(path, book).findings
    again = marked(marked(path.read_bytes(), findings, RU), findings, EN)
    assert load_workbook(io.BytesIO(marked(path.read_bytes(), findings, RU))).sheetnames[0] == "Замечания"
    assert [t for t in load_workbook(io.BytesIO(again)).sheetnames if t in ("Замечания", "Findings")] == ["Findings"]
    path.write_bytes(again)
    assert codes(read(path, FRAMEWORK)) == [each.code for each in findings] == ["unknown-indicator"]
