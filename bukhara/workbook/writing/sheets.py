"""Writes one data sheet of the template: hidden key row, labels, rows; texts stay texts."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

from bukhara.workbook.columns import Holds
from bukhara.workbook.writing.printing import set_up_printing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

    from bukhara.i18n.words import Words
    from bukhara.workbook.columns import Column, Sheet

FIRST_ROW = 3
ACCEPTED_COLOUR, CONFIRM_COLOUR, OPEN_COLOUR = "F2F2F2", "FFF2CC", "FFFFFF"
_HEAD = PatternFill("solid", start_color="1F4E79")
LETTERS = "Calibri"
_HEAD_FONT = Font(name=LETTERS, bold=True, color="FFFFFF")
_LINE = Border(bottom=Side("hair", color="BFBFBF"))
_THIN = Side("thin", color="BFBFBF")
BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_WRAP = Alignment(vertical="top", wrap_text=True)
# characters that XML 1.0 cannot hold; a lone surrogate cannot be written either
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 32_767
# a table of thousands is not read row by row
_LINKED_ROWS = 2000


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


@dataclass(frozen=True, slots=True)
class Explained:
    """The question behind an indicator, and where on the sheet `Read me` it stands."""

    location: str
    text: str


_FILLS = {
    Look.ACCEPTED: PatternFill("solid", start_color=ACCEPTED_COLOUR),
    Look.CONFIRM: PatternFill("solid", start_color=CONFIRM_COLOUR),
    Look.OPEN: PatternFill("solid", start_color=OPEN_COLOUR),
}
_COLOURS = {Look.ACCEPTED: "595959", Look.CONFIRM: "595959", Look.OPEN: "000000"}
_FONTS = {look: Font(name=LETTERS, size=11, color=colour) for look, colour in _COLOURS.items()}


def write_sheet(
    worksheet: Worksheet,
    sheet: Sheet,
    lines: Sequence[Line],
    words: Words,
    *,
    explained: Mapping[str, Explained] | None = None,
) -> None:
    """Fill a worksheet: keys in row 1 (hidden), labels in row 2, `lines` from row 3.

    `explained` says where the question of an indicator stands: its cells lead there.
    """
    worksheet.title = sheet.title
    for index, column in enumerate(sheet.columns, start=1):
        worksheet.cell(1, index, column.key)
        heading = worksheet.cell(2, index, words(column.label))
        heading.fill, heading.font, heading.alignment = _HEAD, _HEAD_FONT, _WRAP
        worksheet.column_dimensions[get_column_letter(index)].width = column.width
    worksheet.row_dimensions[1].hidden = True
    worksheet.row_dimensions[2].height = 48
    worksheet.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}{FIRST_ROW}"
    _write_lines(worksheet, sheet, lines)
    if explained and len(lines) <= _LINKED_ROWS:
        _lead_to_questions(worksheet, sheet, explained)
    last = max(worksheet.max_row, FIRST_ROW)
    worksheet.auto_filter.ref = f"A2:{get_column_letter(len(sheet.columns))}{last}"
    set_up_printing(worksheet, sheet, words)


def _write_lines(worksheet: Worksheet, sheet: Sheet, lines: Sequence[Line]) -> None:
    styles: dict[tuple[Look, bool, str], Cell | MergedCell] = {}
    for number, line in enumerate(lines, start=FIRST_ROW):
        for index, (column, value) in enumerate(zip(sheet.columns, line.values, strict=True), start=1):
            given = value is not None and value != ""
            # in a grey row what is empty stays white; a row to be answered shows all its boxes
            if not given and line.look is Look.ACCEPTED:
                continue
            cell = worksheet.cell(number, index)
            if given:
                _write_value(cell, value)
            known = (line.look, given, _format_of(value, column))
            _dress(cell, styles.setdefault(known, cell), known)


def _dress(cell: Cell | MergedCell, pattern: Cell | MergedCell, known: tuple[Look, bool, str]) -> None:
    """Give a cell its style; the first cell of each style is the pattern of the others, which is many times faster."""
    if cell is not pattern:
        cell._style = copy(pattern._style)  # type: ignore[union-attr]  # noqa: SLF001
        return
    look, given, number_format = known
    cell.alignment = _WRAP
    cell.border = BOX if look is Look.OPEN else _LINE
    cell.number_format = number_format
    prepared = given and look is Look.OPEN
    cell.fill = _FILLS[Look.ACCEPTED if prepared else look]
    cell.font = _FONTS[Look.ACCEPTED if prepared else look]


def _format_of(value: object, column: Column) -> str:
    if isinstance(value, date) or column.holds is Holds.DAY:
        return "yyyy-mm-dd"
    return "General" if isinstance(value, int | float) or column.holds is Holds.NUMBER else "@"


def _write_value(cell: Cell | MergedCell, value: object) -> None:
    """Write a number, a day or a text into a cell; no text ever becomes a formula, a number or a date."""
    if isinstance(value, date):
        cell.value = value
    elif isinstance(value, int | float):
        cell.value = int(value) if float(value).is_integer() and abs(value) < 1e15 else value
    else:
        cell.value = plain(str(value))
        cell.data_type = "s"


def _lead_to_questions(worksheet: Worksheet, sheet: Sheet, explained: Mapping[str, Explained]) -> None:
    index = next(place for place, column in enumerate(sheet.columns, start=1) if column.holds is Holds.INDICATOR)
    for number in range(FIRST_ROW, worksheet.max_row + 1):
        cell = worksheet.cell(number, index)
        question = explained.get(str(cell.value))
        if question is not None:
            cell.hyperlink = Hyperlink(ref=cell.coordinate, location=question.location, tooltip=question.text[:255])


def plain(text: str) -> str:
    """Return a text as a cell can hold it: no control characters, at most 32,767 characters."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))[:_LONGEST]
