"""Writes one data sheet of the template: hidden key row, labels, rows; texts stay texts."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from bukhara.workbook.columns import Holds

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from bukhara.i18n.words import Words
    from bukhara.workbook.columns import Column, Sheet

FIRST_ROW = 3
_HEAD = PatternFill("solid", start_color="1F4E79")
_HEAD_FONT = Font(bold=True, color="FFFFFF")
_PREFILLED = PatternFill("solid", start_color="F2F2F2")
_PREFILLED_FONT = Font(color="595959")
_TO_CONFIRM = PatternFill("solid", start_color="FFF2CC")
_LINE = Border(bottom=Side("hair", color="BFBFBF"))
_WRAP = Alignment(vertical="top", wrap_text=True)
# characters that XML 1.0 cannot hold; a lone surrogate cannot be written either
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 32_767


def write_sheet(
    worksheet: Worksheet,
    sheet: Sheet,
    rows: Iterable[Sequence[object]],
    words: Words,
    *,
    to_confirm: Container[int] = (),
) -> None:
    """Fill a worksheet: keys in row 1 (hidden), labels in row 2, `rows` in column order from row 3.

    `to_confirm` are the places (from 0) of the rows that stand on yellow: from other public sources.
    """
    worksheet.title = sheet.title
    for index, column in enumerate(sheet.columns, start=1):
        worksheet.cell(1, index, column.key)
        heading = worksheet.cell(2, index, words(column.label))
        heading.fill, heading.font, heading.alignment = _HEAD, _HEAD_FONT, _WRAP
        worksheet.column_dimensions[get_column_letter(index)].width = column.width
    worksheet.row_dimensions[1].hidden = True
    worksheet.row_dimensions[2].height = 32
    worksheet.freeze_panes = f"D{FIRST_ROW}"
    for number, row in enumerate(rows, start=FIRST_ROW):
        for index, (column, value) in enumerate(zip(sheet.columns, row, strict=True), start=1):
            if value is not None and value != "":
                write_value(worksheet.cell(number, index), value, column)
                if number - FIRST_ROW in to_confirm:
                    worksheet.cell(number, index).fill = _TO_CONFIRM
    last = max(worksheet.max_row, FIRST_ROW)
    worksheet.auto_filter.ref = f"A2:{get_column_letter(len(sheet.columns))}{last}"


def write_value(cell: Cell | MergedCell, value: object, column: Column) -> None:
    """Write a number, a day or a text into a cell; no text ever becomes a formula, a number or a date."""
    if isinstance(value, date):
        cell.value = value
        cell.number_format = "yyyy-mm-dd"
    elif isinstance(value, int | float):
        cell.value = int(value) if float(value).is_integer() and abs(value) < 1e15 else value
    else:
        cell.value = plain(str(value))
        cell.data_type = "s"
        if column.holds is not Holds.NUMBER:
            cell.number_format = "@"
    cell.alignment = _WRAP
    cell.border = _LINE
    cell.fill, cell.font = _PREFILLED, _PREFILLED_FONT


def plain(text: str) -> str:
    """Return a text as a cell can hold it: no control characters, at most 32,767 characters."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))[:_LONGEST]
