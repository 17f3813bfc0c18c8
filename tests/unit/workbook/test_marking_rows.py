"""A workbook is marked at its few wrong rows; the others go back as they came, to the letter."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from typing import TYPE_CHECKING

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from bukhara.i18n.words import words_of
from bukhara.model.codes import Severity, WorkbookKind
from bukhara.model.finding import Finding
from bukhara.workbook import marked, read
from bukhara.workbook.xlsx.row_texts import set_aside, with_rows
from tests.unit.workbook.forms import codes, loaded, put, reread, saved, valid
from tests.unit.workbook.small_framework import FRAMEWORK

if TYPE_CHECKING:
    from pathlib import Path

EN = words_of("en")
WRONG = (
    Finding(code="unknown-code", severity=Severity.ERROR, sheet="Figures", cell="B3", row=3, values={"allowed": "a"}),
)


@pytest.fixture(scope="module")
def sent() -> bytes:
    """Twelve rows as Excel writes them: stored texts, letters of two kinds, a formula with its result, a day, a word."""
    result = io.BytesIO()
    with xlsxwriter.Workbook(result, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Figures")
        for row in range(12):
            sheet.write_row(row, 0, (row, f"text {row}", "the same", 0.5))
        sheet.write_rich_string(7, 1, "in ", book.add_format({"bold": True}), "bold", " letters")
        sheet.write_formula(7, 4, "=A8*2", None, 14)
        sheet.write_datetime(7, 5, date(2026, 11, 1), book.add_format({"num_format": "yyyy-mm-dd"}))
        sheet.write_comment(8, 1, "Please look again")
        sheet.write_url(9, 2, "https://example.org/", string="the same")
    return result.getvalue()


def _rows(content: bytes, sheet: int) -> dict[int, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = archive.read(f"xl/worksheets/sheet{sheet}.xml").decode()
    return {int(number): cells for number, cells in re.findall(r'<row r="(\d+)"[^>]*>(.*?)</row>', xml)}


def test_rows_without_a_mark_go_back_to_the_letter(sent: bytes) -> None:
    before, after = _rows(sent, 1), _rows(marked(sent, WRONG, EN), 2)
    untouched = set(range(2, 12)) - {3}
    assert {number: after[number] for number in untouched} == {number: before[number] for number in untouched}
    assert after.keys() == before.keys()


def test_every_value_and_its_look_outlives_the_marking(sent: bytes) -> None:
    old = load_workbook(io.BytesIO(sent), rich_text=True)["Figures"]
    new = load_workbook(io.BytesIO(marked(sent, WRONG, EN)), rich_text=True)["Figures"]
    looks = [
        [(str(c.value), c.number_format, c.font.b, c.font.u) for row in sheet.iter_rows() for c in row if c.row != 3]
        for sheet in (old, new)
    ]
    assert looks[0] == looks[1]
    assert new.dimensions == old.dimensions


def test_the_marked_row_keeps_its_values(sent: bytes) -> None:
    sheet = load_workbook(io.BytesIO(marked(sent, WRONG, EN)))["Figures"]
    assert [cell.value for cell in sheet[3]][:4] == [2, "text 2", "the same", 0.5]
    assert sheet["B3"].fill.start_color.rgb == "00E6B8A2"


def test_comments_and_links_of_rows_without_a_mark_stay(sent: bytes) -> None:
    sheet = load_workbook(io.BytesIO(marked(sent, WRONG, EN)))["Figures"]
    assert "Please look again" in sheet["B9"].comment.text
    assert (sheet["C10"].hyperlink.target, sheet["C10"].value) == ("https://example.org/", "the same")


def test_a_list_that_people_wrote_into_stops_nothing(tmp_path: Path) -> None:
    path = valid(tmp_path, WorkbookKind.TRACKER)
    workbook = loaded(path)
    put(workbook, WorkbookKind.TRACKER, 3, state="none such")
    reading = reread(path, workbook)
    again = load_workbook(io.BytesIO(marked(path.read_bytes(), reading.findings, EN)))
    for row, written in enumerate(("all of it", "A:A", "A1:C3", "XFE9999999", "7"), start=20):
        again["Findings"].cell(row, 2, "Statements")
        again["Findings"].cell(row, 3, written)
    reading = reread(path, again)
    assert codes(read(saved(tmp_path, marked(path.read_bytes(), reading.findings, EN)), FRAMEWORK)) == codes(reading)


DESCENT = b' x14ac:dyDescent="0.25"'
PLAIN = '<row r="{0}"><c r="A{0}" t="inlineStr"><is><t>a</t></is></c></row>'
FOREIGN = '<row r="{0}" spans="1:2" x14ac:dyDescent="0.25"><c r="A{0}"><v>1</v></c></row>'
EMPTY = '<row r="{0}" ht="12"/>'
SHARED = '<row r="{0}"><c r="A{0}"><f t="shared" si="0"/><v>1</v></c></row>'


@given(st.lists(st.sampled_from([PLAIN, FOREIGN, EMPTY, SHARED]), max_size=8), st.sets(st.integers(1, 8)))
def test_rows_set_aside_and_put_in_again_are_all_rows_once_in_their_order(forms: list[str], needed: set[int]) -> None:
    rows = [form.format(number) for number, form in enumerate(forms, start=1)]
    part = f"<worksheet><sheetData>{''.join(rows)}</sheetData></worksheet>".encode()
    light, aside = set_aside(part, needed.__contains__)
    assert not needed & aside.keys()
    assert not any(SHARED.format(number) in row for number, row in aside.items())
    assert b"x14ac" not in with_rows(b"<worksheet><sheetData/></worksheet>", aside)
    assert with_rows(light, aside).replace(DESCENT, b"") == part.replace(DESCENT, b"")


@pytest.mark.parametrize(
    "strange",
    [
        "<worksheet><sheetData><row><c><v>1</v></c></row><row/><row/></sheetData></worksheet>",
        '<x:worksheet><x:sheetData><x:row r="1"/><x:row r="2"/><x:row r="3"/></x:sheetData></x:worksheet>',
        '<worksheet><sheetData><row r="1"/><!-- --><row r="2"/><row r="3"/></sheetData></worksheet>',
        '<worksheet><sheetData><row r="1"/><row r="1_1"/><row r="12"/></sheetData></worksheet>',
        '<worksheet><sheetData><row r="1"/><row r="2"/>\udcff<row r="3"/></sheetData></worksheet>',
        '<worksheet><sheetData><row r="1"/> <row r="2"/> <row r="3"/></sheetData></worksheet>',
        '<worksheet><sheetData><row r="1"/><row r="2"/><row r="3"/>',
    ],
)
def test_of_a_part_written_in_another_way_nothing_is_set_aside(strange: str) -> None:
    part = strange.encode(errors="surrogateescape")
    assert set_aside(part, lambda _: False) == (part, {})
