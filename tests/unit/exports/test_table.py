"""The table of a chart as a file: what is on the screen, and nothing that a spreadsheet runs."""

import csv
import io
import re
import zipfile
from datetime import date

import openpyxl
import pytest

from bukhara.charts.chart import Cell, Chart, Table
from bukhara.exports.table import to_csv, to_xlsx
from bukhara.model.codes import State
from tests.unit.exports.sample import FORMULAS

HOSTILE = [*FORMULAS, "{=1}", "https://example.org", "mailto:a@b.c", "internal:Data!A1"]


DAY = date(2023, 7, 28)


def chart(*cells: Cell, **changes: object) -> Chart:
    table = Table(tuple(f"c{n}" for n, _ in enumerate(cells)), (cells,))
    return Chart(**{"id": "x", "title": "Title", "subtitle": "Place", "table": table, "source": "Source", **changes})


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def read_xlsx(content: bytes) -> list[list[object]]:
    return [list(row) for row in openpyxl.load_workbook(io.BytesIO(content))["Data"].values]


def test_csv_begins_with_a_byte_order_mark_and_is_utf_8() -> None:
    content = to_csv(chart(Cell("Казахстан")))
    assert content.startswith(b"\xef\xbb\xbf")
    assert read_csv(content)[1] == ["Казахстан"]


@pytest.mark.parametrize("payload", FORMULAS)
def test_text_in_csv_does_not_run(payload) -> None:
    assert read_csv(to_csv(chart(Cell(payload))))[1] == ["'" + payload]


@pytest.mark.parametrize("field", ["title", "subtitle", "source"])
def test_what_is_under_the_table_does_not_run_in_csv(field) -> None:
    lines = [row[0] for row in read_csv(to_csv(chart(Cell("a"), **{field: "=1"}))) if row]
    assert "# =1" in lines


def test_the_heading_of_a_column_does_not_run_in_csv() -> None:
    assert read_csv(to_csv(chart(table=Table(("=1",), ()))))[0] == ["'=1"]


@pytest.mark.parametrize(
    ("payload", "where"),
    [*((each, "cell") for each in HOSTILE), *(("=1+1", w) for w in ("title", "subtitle", "source", "notes", "column"))],
)
def test_text_in_xlsx_is_text(payload, where) -> None:
    places = {
        "cell": chart(Cell(payload)),
        "column": chart(table=Table((payload,), ())),
        "notes": chart(Cell("a"), notes=(payload,)),
    }
    content = to_xlsx(places.get(where) or chart(Cell("a"), **{where: payload}), DAY)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        texts = {name: parts.read(name).decode() for name in parts.namelist()}
    assert not any("<f>" in text or "<f " in text for text in texts.values())
    assert "<hyperlink" not in texts["xl/worksheets/sheet1.xml"]
    assert 'TargetMode="External"' not in "".join(texts.values())
    shown_here = [re.sub(r"_x000D_|\r", "\n", str(value)) for row in read_xlsx(content) for value in row]
    assert payload.replace("\r", "\n") in shown_here


@pytest.mark.parametrize("value", [0.0, 5.0, -2.5])
def test_a_number_is_a_number_in_both_files(value) -> None:
    both = chart(Cell("shown", value))
    assert read_csv(to_csv(both))[1] == [f"{value:g}"]
    assert read_xlsx(to_xlsx(both, DAY))[4][0] == value


@pytest.mark.parametrize("state", [state for state in State if state is not State.VALUE])
def test_a_gap_is_its_words_and_never_a_zero(state) -> None:
    both = chart(Cell(f"words of {state}", None, state))
    assert read_csv(to_csv(both))[1] == [f"words of {state}"]
    assert read_xlsx(to_xlsx(both, DAY))[4][0] == f"words of {state}"


def test_title_place_source_and_notes_travel_with_the_table() -> None:
    whole = chart(Cell("a"), notes=("First note", "Second note"))
    shown_here = ["Title", "Place", "Source", "First note", "Second note"]
    assert [row[0] for row in read_csv(to_csv(whole))[2:]] == [f"# {line}" for line in shown_here]
    column = [row[0] for row in read_xlsx(to_xlsx(whole, DAY))]
    assert [value for value in column if value in shown_here] == shown_here


def test_a_workbook_is_of_the_day_of_the_chart_and_not_of_the_clock() -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(chart(Cell("a")), DAY)))
    assert book.properties.created.date() == DAY
