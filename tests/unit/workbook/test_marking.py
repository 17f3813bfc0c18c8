"""The workbook that goes back with its findings."""

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from bukhara.i18n.words import words_of
from bukhara.model.codes import Severity, WorkbookKind
from bukhara.model.finding import Finding
from bukhara.workbook import WorkbookReading, read, sentence
from bukhara.workbook.columns import sheet_of
from bukhara.workbook.writing.marks import marked
from bukhara.workbook.writing.template import write
from tests.unit.workbook.forms import codes, contents, loaded, put, reread, saved, valid
from tests.unit.workbook.small_framework import FRAMEWORK

TRACKER, STATISTICS = WorkbookKind.TRACKER, WorkbookKind.STATISTICS
EN = words_of("en")


def _faulty(folder: Path) -> tuple[Path, WorkbookReading, str]:
    """A tracker with one wrong code and one warning; the address of the wrong code."""
    path = valid(folder, TRACKER)
    workbook = loaded(path)
    put(workbook, TRACKER, 3, note="Mr Smith said so")
    place = put(workbook, TRACKER, 3, state="valu")
    return path, reread(path, workbook), place


def _marked(folder: Path) -> tuple[Any, WorkbookReading, str]:
    path, reading, place = _faulty(folder)
    return load_workbook(io.BytesIO(marked(path.read_bytes(), reading.findings, EN))), reading, place


def test_the_cell_of_an_error_is_coloured_bold_and_says_what_is_wrong(tmp_path: Path) -> None:
    workbook, reading, place = _marked(tmp_path)
    cell = workbook["Statements"][place]
    (finding,) = [each for each in reading.findings if each.cell == place]
    assert (cell.fill.start_color.rgb, cell.font.bold, cell.value) == ("00E6B8A2", True, "valu")
    assert sentence(finding, EN) in cell.comment.text
    assert cell.comment.text.startswith("Bukhara Monitor:\nTo correct: ")


def test_a_warning_looks_other_than_an_error(tmp_path: Path) -> None:
    workbook, reading, _ = _marked(tmp_path)
    (finding,) = [each for each in reading.findings if each.code == "personal-name"]
    cell = workbook["Statements"][finding.cell]
    assert (cell.fill.start_color.rgb, cell.font.bold, cell.font.italic) == ("00FFD966", False, True)
    assert "To check: " in cell.comment.text


def test_the_list_is_first_and_leads_to_each_cell(tmp_path: Path) -> None:
    workbook, reading, place = _marked(tmp_path)
    sheet = workbook["Findings"]
    assert (workbook.sheetnames[0], workbook.active.title) == ("Findings", "Findings")
    rows = [row for row in sheet.iter_rows(min_row=5) if row[0].value]
    assert len(rows) == len(reading.findings)
    links = {row[2].value: row[2].hyperlink.location for row in rows if row[2].value}
    assert links[place] == f"'Statements'!{place}"
    assert not [each for each in workbook.worksheets if each.sheet_view.tabSelected and each is not sheet]


def test_a_line_says_what_was_found_what_belongs_there_and_what_to_do(tmp_path: Path) -> None:
    workbook, _, place = _marked(tmp_path)
    (row,) = [row for row in workbook["Findings"].iter_rows(min_row=5, values_only=True) if row[2] == place]
    assert row[3:5] == ("To correct", "State of the answer")
    assert row[5].startswith("“valu” is not known")
    assert row[6].startswith("Choose “answer given” where you answer.")
    assert row[7].startswith("Expected is one of: ")


def test_all_of_200_wrong_cells_are_marked(tmp_path: Path) -> None:
    path = valid(tmp_path, STATISTICS)
    workbook = loaded(path)
    for row in range(3, 103):
        put(workbook, STATISTICS, row, country="KAZ", indicator="CTX-registered", value="many", state="valu")
    reading = reread(path, workbook)
    sheet = load_workbook(io.BytesIO(marked(path.read_bytes(), reading.findings, EN)))["Statistics"]
    wanted = {each.cell for each in reading.findings if each.cell and each.sheet == "Statistics"}
    assert len({each.cell for each in reading.findings if each.column in ("value", "state")}) == 200
    assert {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment} == wanted


def test_marks_change_nothing_of_what_is_read(tmp_path: Path) -> None:
    path, reading, _ = _faulty(tmp_path)
    assert read(saved(tmp_path, marked(path.read_bytes(), reading.findings, EN)), FRAMEWORK) == reading


def test_a_corrected_marked_workbook_is_read_without_a_word(tmp_path: Path) -> None:
    workbook, _, _ = _marked(tmp_path)
    put(workbook, TRACKER, 3, state="value", note="")
    assert codes(reread(tmp_path / "again.xlsx", workbook)) == []


def test_marked_anew_the_corrected_cells_look_as_before(tmp_path: Path) -> None:
    workbook, _, place = _marked(tmp_path)
    put(workbook, TRACKER, 3, state="value")
    path = tmp_path / "again.xlsx"
    reading = reread(path, workbook)
    again = load_workbook(io.BytesIO(marked(path.read_bytes(), reading.findings, EN)))
    cell = again["Statements"][place]
    assert (cell.fill.start_color.rgb, cell.font.bold, cell.comment) == ("00F2F2F2", False, None)
    assert len([row for row in again["Findings"].iter_rows(min_row=5) if row[0].value]) == len(reading.findings)


def test_a_comment_of_somebody_else_is_kept_and_still_named(tmp_path: Path) -> None:
    path, _, place = _faulty(tmp_path)
    workbook = loaded(path)
    workbook["Statements"][place].comment = Comment("Ask the court", "a colleague")
    workbook["Statements"]["A4"].comment = Comment("And the ministry", "a colleague")
    reading = reread(path, workbook)
    sent_back = saved(tmp_path, marked(path.read_bytes(), reading.findings, EN))
    assert load_workbook(sent_back)["Statements"][place].comment.text.endswith("Ask the court")
    assert "comments-present" in codes(read(sent_back, FRAMEWORK))


@pytest.mark.parametrize("content", [b"", b"no workbook", b"PK\x03\x04 cut off"])
def test_a_file_that_cannot_be_read_comes_back_as_the_list_alone(content: bytes) -> None:
    findings = [Finding(code="file-damaged", severity=Severity.ERROR)]
    workbook = load_workbook(io.BytesIO(marked(content, findings, words_of("ru"))))
    assert workbook.sheetnames == ["Замечания"]
    assert "повреждён" in str([cell.value for cell in workbook["Замечания"][5]])


def test_a_workbook_too_large_to_be_written_on_comes_back_as_the_list_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, reading, _ = _faulty(tmp_path)
    monkeypatch.setattr("bukhara.workbook.writing.files.MOST_TAGS", 100)
    assert load_workbook(io.BytesIO(marked(path.read_bytes(), reading.findings, EN))).sheetnames == ["Findings"]


@pytest.mark.parametrize("bomb", [b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
                                  b'<hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>'])  # fmt: skip
def test_a_range_over_a_whole_sheet_is_never_followed(tmp_path: Path, bomb: bytes) -> None:
    path = tmp_path / "wide.xlsx"
    Workbook().save(path)
    wide = tmp_path / "wider.xlsx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(wide, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"</sheetData>", b"</sheetData>" + bomb))
    assert b"1048576" in zipfile.ZipFile(wide).read("xl/worksheets/sheet1.xml")
    assert load_workbook(io.BytesIO(marked(wide.read_bytes(), [], EN))).sheetnames == ["Findings"]


def test_a_merged_cell_is_marked_at_its_first(tmp_path: Path) -> None:
    workbook = Workbook()
    workbook.active.merge_cells("A1:B2")
    path = tmp_path / "merged.xlsx"
    workbook.save(path)
    finding = Finding(code="merged-cells", severity=Severity.ERROR, sheet="Sheet", cell="B2", values={"range": "A1:B2"})
    again = load_workbook(io.BytesIO(marked(path.read_bytes(), [finding], EN)))
    assert again["Sheet"]["A1"].comment


def test_a_value_that_begins_like_a_formula_never_becomes_one() -> None:
    content = write(contents(TRACKER), EN)
    finding = Finding(code="unknown-code", severity=Severity.ERROR, sheet="Statements", cell="E3", column="state",
                      value='=HYPERLINK("x")', values={"allowed": "value"})  # fmt: skip
    workbook = load_workbook(io.BytesIO(marked(content, [finding], EN)))
    assert [cell.data_type for row in workbook["Findings"].iter_rows() for cell in row if cell.value].count("f") == 0
    place = [column.key for column in sheet_of(TRACKER).columns].index("statement") + 1
    assert workbook["Statements"].cell(5, place).value == "=a law"


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
