"""A workbook is marked at its few wrong cells; values and looks of all the others go back as they came."""

import io
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import load_workbook

from bukhara.i18n.words import words_of
from bukhara.model.codes import Severity, WorkbookKind
from bukhara.model.finding import Finding
from bukhara.workbook import marked, read
from tests.unit.workbook.forms import codes, loaded, put, reread, saved, valid
from tests.unit.workbook.small_framework import FRAMEWORK

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
