"""The rows of a data sheet: each with its look, and cells with exactly the values of the record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, cast

from openpyxl.cell.cell import Cell
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from bukhara.model.columns import Holds
from bukhara.office_files import xml_text
from bukhara.workbook.columns import ACCEPTED_COLOUR, CONFIRM_COLOUR, Column, Sheet
from bukhara.workbook.writing.cell_texts import CellTexts
from bukhara.workbook.writing.looks import BOX, LETTERS, OPEN_COLOUR, RULE, WRAP
from bukhara.workbook.writing.openpyxl_internals import set_style, style_of

FIRST_ROW = 3
_LONGEST = 32_767


class RowLook(StrEnum):
    """The look of a row in the sheet."""

    ACCEPTED = "accepted"
    CONFIRM = "confirm"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class SheetLine:
    """The values of one row in column order, and its look."""

    values: tuple[object, ...]
    look: RowLook


_FILLS = {
    RowLook.ACCEPTED: PatternFill("solid", start_color=ACCEPTED_COLOUR),
    RowLook.CONFIRM: PatternFill("solid", start_color=CONFIRM_COLOUR),
    RowLook.OPEN: PatternFill("solid", start_color=OPEN_COLOUR),
}
_COLOURS = {RowLook.ACCEPTED: "595959", RowLook.CONFIRM: "595959", RowLook.OPEN: "000000"}
_FONTS = {look: Font(name=LETTERS, size=11, color=colour) for look, colour in _COLOURS.items()}


def write_lines(worksheet: Worksheet, sheet: Sheet, lines: Sequence[SheetLine], texts: CellTexts) -> None:
    """Write the lines as rows from `FIRST_ROW` on; no text ever becomes a formula, a number or a date."""
    styles: dict[tuple[RowLook, bool, str], Any] = {}
    for number, line in enumerate(lines, start=FIRST_ROW):
        for index, (column, value) in enumerate(zip(sheet.columns, line.values, strict=True), start=1):
            given = value is not None and str(value) != ""
            cell = cast("Cell", worksheet.cell(number, index))
            if given:
                _fill(cell, texts.text(column.key, value))
            known = (line.look, given, _format_of(value, column))
            if known not in styles:
                styles[known] = _style(worksheet, *known)
            set_style(cell, styles[known])


def _style(worksheet: Worksheet, look: RowLook, given: bool, number_format: str) -> Any:  # noqa: FBT001
    """Return a style of the workbook with these attributes, without a cell in a sheet."""
    cell = Cell(worksheet, row=1, column=1)
    cell.alignment = WRAP
    cell.border = BOX if look is RowLook.OPEN else RULE
    cell.number_format = number_format
    cell.fill = _FILLS[look]
    # what is prepared in a row to be answered is there to be read
    cell.font = _FONTS[RowLook.ACCEPTED if given else look]
    return style_of(cell)


def _format_of(value: object, column: Column) -> str:
    if isinstance(value, date):
        return "yyyy-mm-dd"
    # in a cell with the format of a day a year that is typed becomes a day of 1905
    is_typed = column.holds in (Holds.NUMBER, Holds.DAY)
    return "General" if isinstance(value, int | float) or is_typed else "@"


def _fill(cell: Cell, value: object) -> None:
    if isinstance(value, date):
        cell.value = value
    elif isinstance(value, int | float):
        whole = float(value).is_integer() and abs(value) < 1e15
        # as a number openpyxl writes sixteen digits, one less than some numbers need
        cell.value = str(int(value) if whole else value)
        cell.data_type = "n"
    else:
        cell.value = plain(str(value))
        cell.data_type = "s"


def plain(text: str) -> str:
    """Return a text in the form that a cell can store: no control characters, at most 32,767 characters."""
    return xml_text(text.replace("\r\n", "\n").replace("\r", "\n"))[:_LONGEST]
