"""Rows of a worksheet as the file keeps them: numbers of rows, number formats, runs of letters, whatever the pieces."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from bukhara.workbook.container.precheck import check
from bukhara.workbook.refusals import WorkbookDamaged
from bukhara.workbook.xlsx.cells import RawRow, SharedParts
from bukhara.workbook.xlsx.raw_workbook import opened
from bukhara.workbook.xlsx.sheet_rows import SheetRows
from bukhara.workbook.xlsx.styles import CellStyle
from bukhara.workbook.xlsx.texts import MarkedText, Run
from bukhara.workbook.xlsx.xml_tree import MAIN

SHARED = SharedParts(
    texts=["KAZ", "", "женщины", "A\nB"],
    styles=(CellStyle(), CellStyle("yyyy-mm-dd"), CellStyle("0%"), CellStyle(struck=True)),
)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12)
ONE_CELL = '<row r="1"><c r="A1"><v>7</v></c></row>'


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A workbook with gaps between its rows, numbers of several formats, and letters of several kinds."""
    path = tmp_path / "workbook.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("Figures")
        sheet.write_row(0, 0, ["a", "b"])
        sheet.write_number(4, 1, 0.125, book.add_format({"num_format": "0.00%"}))
        raised, struck = book.add_format({"font_script": 1}), book.add_format({"font_strikeout": True})
        sheet.write_rich_string(6, 0, "110", raised, "1")
        sheet.write_rich_string(6, 1, struck, "90", " 95")
        sheet.write_number(7, 0, 12, struck)
        sheet.write_datetime(7, 1, date(2026, 11, 1), book.add_format({"num_format": "dd.mm.yyyy"}))
    return path


def test_rows_keep_their_numbers_and_cells_their_formats(written: Path) -> None:
    check(written)
    with opened(written) as (sheet,):
        rows = {row.number: row for row in sheet.rows()}
    assert list(rows) == [1, 5, 7, 8]
    formats = {
        (row.number, column): (sheet.styles[style].number_format, sheet.styles[style].struck)
        for row in rows.values()
        for column, style in row.styles.items()
    }
    assert formats == {(5, 2): ("0.00%", False), (8, 1): ("General", True), (8, 2): ("dd.mm.yyyy", False)}
    assert [str(value) for value in rows[8].values.values()] == ["12", "2026-11-01 00:00:00"]


def test_a_text_with_raised_or_struck_letters_keeps_its_runs(written: Path) -> None:
    with opened(written) as (sheet,):
        first, second = next(row for row in sheet.rows() if row.number == 7).values.values()
    assert isinstance(first, MarkedText)
    assert isinstance(second, MarkedText)
    assert (first, first.runs) == ("110¹", (Run("110"), Run("¹", position="superscript")))
    assert (second, second.runs) == ("90 95", (Run("90", struck=True), Run(" 95")))


def _held(kinds: list[str], values: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[str, str]]:
    """The attribute of a kind of cell and its value, which may be missing."""
    return st.tuples(st.sampled_from(kinds), st.just("") | values.map("<v>{}</v>".format))


HELD = st.one_of(
    _held(["", ' t="n"'], st.integers(-(10**20), 10**20) | st.floats()),
    _held([' t="s"'], st.sampled_from(["0", "1", "2", "3", "9", "-1", "x"])),
    _held([' t="str"'], TEXTS.map(escape)),
    _held([' t="b"'], st.sampled_from(["0", "1", "true", "2"])),
    _held([' t="e"'], st.sampled_from(["#REF!", ""])),
    st.tuples(st.just(' t="inlineStr"'), TEXTS.map(lambda text: f"<is><t>{escape(text)}</t></is>")),
)
STYLES = st.sampled_from(["", ' s="0"', ' s="1"', ' s="2"', ' s="3"', ' s="4"'])
FORMULAS = st.sampled_from(["", "<f>1+1</f>", "<f>A1&amp;B1</f>"])
CELLS = st.builds(lambda style, formula, held: (style + held[0], formula + held[1]), STYLES, FORMULAS, HELD)


def _sheet(rows: list[list[tuple[str, str]]]) -> bytes:
    body = ""
    for number, row in enumerate(rows, start=1):
        inside = "".join(
            f'<c r="{chr(65 + index)}{number}"{attributes}>{content}</c>'
            for index, (attributes, content) in enumerate(row)
        )
        body += f'<row r="{number}">{inside}</row>'
    return f'<worksheet xmlns="{MAIN.strip()}"><sheetData>{body}</sheetData></worksheet>'.encode()


def _pieces(data: bytes, size: int) -> Iterator[bytes]:
    return (data[start : start + size] for start in range(0, len(data), size))


def _read(data: bytes, size: int = 1_000_000) -> list[tuple[object, ...]] | str:
    try:
        return [_shown(row) for row in SheetRows("S", SHARED).read(_pieces(data, size))]
    except WorkbookDamaged as damage:
        return f"{damage.code} {damage.row} {damage.column}"


def _shown(row: RawRow) -> tuple[object, ...]:
    return row.number, repr(row.values), row.formulas, row.styles


@given(st.lists(st.lists(CELLS, max_size=5), max_size=4), st.integers(1, 400))
def test_pieces_of_any_size_give_the_same_rows(rows: list[list[tuple[str, str]]], size: int) -> None:
    assert _read(_sheet(rows), size) == _read(_sheet(rows))


@pytest.mark.parametrize(
    "beginning",
    [
        f"<!-- <sheetData>{ONE_CELL.replace('7', '9')}</sheetData> -->",
        '<x y="&lt;sheetData>"/>',
        "<extLst><ext><x><row/></x></ext></extLst>",
    ],
)
def test_what_only_looks_like_rows_is_passed_over(beginning: str) -> None:
    data = f'<worksheet xmlns="{MAIN.strip()}">{beginning}<sheetData>{ONE_CELL}</sheetData></worksheet>'
    assert _read(data.encode()) == [(1, "{1: 7}", {}, {})]


@pytest.mark.parametrize(
    "body", ["<sheetData/><sheetData/>", "<x><sheetData/></x><sheetData/>", "<x/>", "<sheetData><x/></sheetData>"]
)
def test_a_sheet_with_no_rows_of_its_own_or_more_than_one_list_of_them_is_damaged(body: str) -> None:
    assert _read(f'<worksheet xmlns="{MAIN.strip()}">{body}</worksheet>'.encode()) == "file-damaged None None"


def test_rows_of_another_namespace_are_no_rows() -> None:
    main = MAIN.strip()
    data = f'<w:worksheet xmlns:w="{main}"><sheetData>{ONE_CELL}</sheetData></w:worksheet>'
    assert _read(data.encode()) == "file-damaged None None"


def test_where_the_xml_breaks_off_the_cell_before_is_named() -> None:
    data = f'<worksheet xmlns="{MAIN.strip()}"><sheetData>{ONE_CELL}<row r="2"><c r="A2"><v>1<x>'
    assert _read(data.encode()) == "file-damaged 2 1"
