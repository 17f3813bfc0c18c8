"""The rows of a data sheet as text: cell by cell the library that writes workbooks takes six times as long."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from openpyxl.cell.cell import Cell
from openpyxl.styles import Font, PatternFill
from openpyxl.utils.datetime import to_excel

from bukhara.workbook.columns import Holds
from bukhara.workbook.writing.looks import ACCEPTED_COLOUR, BOX, CONFIRM_COLOUR, LETTERS, OPEN_COLOUR, RULE, WRAP
from bukhara.workbook.xlsx.grid import column_letters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from openpyxl.worksheet.worksheet import Worksheet

    from bukhara.workbook.columns import Column, Sheet

FIRST_ROW = 3
# characters that XML 1.0 cannot hold; a lone surrogate cannot be written either
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 32_767


class Look(StrEnum):
    """How a row stands in the sheet."""

    ACCEPTED = "accepted"
    CONFIRM = "confirm"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Line:
    """The values of one row in column order, and how it looks."""

    values: tuple[object, ...]
    look: Look


_FILLS = {
    Look.ACCEPTED: PatternFill("solid", start_color=ACCEPTED_COLOUR),
    Look.CONFIRM: PatternFill("solid", start_color=CONFIRM_COLOUR),
    Look.OPEN: PatternFill("solid", start_color=OPEN_COLOUR),
}
_COLOURS = {Look.ACCEPTED: "595959", Look.CONFIRM: "595959", Look.OPEN: "000000"}
_FONTS = {look: Font(name=LETTERS, size=11, color=colour) for look, colour in _COLOURS.items()}


def row_texts(worksheet: Worksheet, sheet: Sheet, lines: Sequence[Line]) -> dict[int, str]:
    """Return the rows by number. The worksheet gets their styles, and a last cell: by it the library knows its size."""
    if not lines:
        return {}
    worksheet.cell(FIRST_ROW + len(lines) - 1, len(sheet.columns))
    styles: dict[tuple[Look, bool, str], int] = {}
    texts = {}
    for number, line in enumerate(lines, start=FIRST_ROW):
        cells = []
        for index, (column, value) in enumerate(zip(sheet.columns, line.values, strict=True), start=1):
            given = value is not None and value != ""
            # in a grey row what is empty stays white; a row to be answered shows all its boxes
            if not given and line.look is Look.ACCEPTED:
                continue
            known = (line.look, given, _format_of(value, column))
            if known not in styles:
                styles[known] = _style(worksheet, *known)
            cells.append(f'<c r="{column_letters(index)}{number}" s="{styles[known]}"{_held(value) if given else "/>"}')
        texts[number] = f'<row r="{number}">{"".join(cells)}</row>'
    return texts


def _style(worksheet: Worksheet, look: Look, given: bool, number_format: str) -> int:  # noqa: FBT001
    """Return the number of a style: that of a cell, which belongs nowhere, when it is dressed."""
    cell = Cell(worksheet, row=1, column=1)
    prepared = given and look is Look.OPEN
    cell.alignment = WRAP
    cell.border = BOX if look is Look.OPEN else RULE
    cell.number_format = number_format
    cell.fill = _FILLS[Look.ACCEPTED if prepared else look]
    cell.font = _FONTS[Look.ACCEPTED if prepared else look]
    return cell.style_id


def _format_of(value: object, column: Column) -> str:
    if isinstance(value, date) or column.holds is Holds.DAY:
        return "yyyy-mm-dd"
    return "General" if isinstance(value, int | float) or column.holds is Holds.NUMBER else "@"


def _held(value: object) -> str:
    """Return what a cell holds: a number, a day or a text; no text ever becomes a formula, a number or a date."""
    if isinstance(value, date):
        return f"><v>{to_excel(value)}</v></c>"  # type: ignore[no-untyped-call]
    if isinstance(value, int | float):
        whole = float(value).is_integer() and abs(value) < 1e15
        return f"><v>{int(value) if whole else value}</v></c>"
    text = plain(str(value))
    kept = ' xml:space="preserve"' if text != text.strip() else ""
    return f' t="inlineStr"><is><t{kept}>{escape(text)}</t></is></c>'


def plain(text: str) -> str:
    """Return a text as a cell can hold it: no control characters, at most 32,767 characters."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))[:_LONGEST]
