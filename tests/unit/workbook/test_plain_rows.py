"""Rows taken by pattern and rows taken by the parser are the same rows, whatever their cells hold."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bukhara.workbook.xlsx.damage import WorkbookDamaged
from bukhara.workbook.xlsx.number_formats import Format
from bukhara.workbook.xlsx.sheet_rows import RawRow, SheetRows, Surroundings
from bukhara.workbook.xlsx.small_parts import MAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMATS = (Format(), Format(date=True), Format(differs=True), Format(decimals=0), Format(struck=True))
AROUND = Surroundings(texts=["KAZ", "", "женщины", "A\nB"], formats=FORMATS)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12)


@st.composite
def cells(draw: st.DrawFn) -> tuple[str, str]:
    """The attributes and the content of a cell."""
    style = draw(st.sampled_from(["", ' s="0"', ' s="1"', ' s="2"', ' s="3"', ' s="4"']))
    formula = draw(st.sampled_from(["", "<f>1+1</f>", "<f>A1&amp;B1</f>"]))
    kind, stored = draw(
        st.one_of(
            st.tuples(st.sampled_from(["", ' t="n"']), st.one_of(st.integers(-(10**20), 10**20), st.floats()).map(str)),
            st.tuples(st.just(' t="s"'), st.sampled_from(["0", "1", "2", "3", "9", "-1", "x"])),
            st.tuples(st.just(' t="str"'), TEXTS.map(escape)),
            st.tuples(st.just(' t="b"'), st.sampled_from(["0", "1", "true", "2"])),
            st.tuples(st.just(' t="e"'), st.sampled_from(["#REF!", ""])),
        )
    )
    inline = draw(st.booleans())
    if inline:
        return f'{style} t="inlineStr"', f"{formula}<is><t>{escape(draw(TEXTS))}</t></is>"
    return style + kind, f"{formula}<v>{stored}</v>" if stored or draw(st.booleans()) else ""


def _sheet(rows: list[list[tuple[str, str]]], blank: str = " ") -> bytes:
    body = ""
    for number, row in enumerate(rows, start=1):
        inside = "".join(
            f'<c{blank}r="{chr(65 + place)}{number}"{attributes}>{content}</c>'
            for place, (attributes, content) in enumerate(row)
        )
        body += f'<row r="{number}">{inside}</row>'
    return f'<worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'.encode()


def _pieces(data: bytes, size: int) -> Iterator[bytes]:
    return (data[start : start + size] for start in range(0, len(data), size))


def _walked(data: bytes, size: int = 1_000_000) -> list[tuple[object, ...]] | str:
    try:
        return [_said(row) for row in SheetRows("S", AROUND).walked(_pieces(data, size))]
    except WorkbookDamaged as damage:
        return f"{damage.code} {damage.row} {damage.column}"


def _said(row: RawRow) -> tuple[object, ...]:
    return row.number, repr(row.values), row.formulas, row.altered, row.struck


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(cells(), max_size=5), max_size=4), st.integers(1, 400))
def test_both_ways_give_the_same_rows(rows: list[list[tuple[str, str]]], size: int) -> None:
    plain, parsed = _walked(_sheet(rows)), _walked(_sheet(rows, blank="  "))
    assert plain == parsed
    assert _walked(_sheet(rows), size) == plain


@pytest.mark.parametrize(
    "beginning",
    [f'<worksheet xmlns="{MAIN}"><!-- <sheetData><row r="1"><c r="A1"><v>9</v></c></row></sheetData> -->',
     f'<worksheet xmlns="{MAIN}"><x y="&lt;sheetData>"/>'],
)  # fmt: skip
def test_a_beginning_that_only_looks_like_rows_is_none(beginning: str) -> None:
    data = f'{beginning}<sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData></worksheet>'
    assert _walked(data.encode()) == [(1, "{1: 7}", {}, set(), set())]


def test_rows_of_another_namespace_are_no_rows() -> None:
    data = f'<w:worksheet xmlns:w="{MAIN}"><sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData></w:worksheet>'
    assert _walked(data.encode()) == "file-damaged None None"
