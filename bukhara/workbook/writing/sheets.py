"""Writes one data sheet of the template: hidden key row, labels, rows; texts remain texts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from bukhara.i18n.words import Words
from bukhara.model.columns import Holds
from bukhara.workbook.columns import Sheet
from bukhara.workbook.writing.cell_texts import CellTexts
from bukhara.workbook.writing.lines import FIRST_ROW, SheetLine, write_lines
from bukhara.workbook.writing.looks import HEAD, HEAD_FONT, WRAP, set_up_printing

# a table of thousands is not read row by row
_LINKED_ROWS = 2000


@dataclass(frozen=True, slots=True)
class Explained:
    """The question behind an indicator, and its cell on the sheet `Read me`."""

    location: str
    text: str


def write_sheet(
    worksheet: Worksheet,
    sheet: Sheet,
    lines: Sequence[SheetLine],
    texts: CellTexts,
    *,
    explained: Mapping[str, Explained] | None = None,
) -> None:
    """Fill a worksheet: keys in row 1 (hidden), labels in row 2, the lines from row 3 on.

    `explained` has the question of each indicator: its cells link to it.
    """
    worksheet.title = texts.words(sheet.title)
    folded = False
    for index, column in enumerate(sheet.columns, start=1):
        worksheet.cell(1, index, column.key)
        heading = worksheet.cell(2, index, texts.words(column.label))
        heading.fill, heading.font, heading.alignment = HEAD, HEAD_FONT, WRAP
        letter = get_column_letter(index)
        worksheet.column_dimensions[letter] = found = ColumnDimension(worksheet, letter, width=column.width)
        found.collapsed, folded = folded, _is_folded(sheet, index, texts.words)
        found.hidden, found.outlineLevel = folded, int(folded)
    worksheet.column_dimensions[get_column_letter(len(sheet.columns) + 1)].collapsed = folded
    worksheet.row_dimensions[1].hidden = True
    worksheet.row_dimensions[2].height = 48
    worksheet.freeze_panes = f"{get_column_letter(sheet.frozen + 1)}{FIRST_ROW}"
    write_lines(worksheet, sheet, lines, texts)
    if explained and len(lines) <= _LINKED_ROWS:
        _lead_to_questions(worksheet, sheet, lines, explained)
    last = max(worksheet.max_row, FIRST_ROW)
    worksheet.auto_filter.ref = f"A2:{get_column_letter(len(sheet.columns))}{last}"
    set_up_printing(worksheet, sheet, texts.words)


def _is_folded(sheet: Sheet, index: int, words: Words) -> bool:
    """Return whether a column is seldom needed; most translations are for those who do not read English."""
    is_translation = sheet.columns[index - 1].key == "statement_translation"
    return index > (sheet.shown or index) or (is_translation and words.language == "en")


def _lead_to_questions(
    worksheet: Worksheet, sheet: Sheet, lines: Sequence[SheetLine], explained: Mapping[str, Explained]
) -> None:
    index = next(place for place, column in enumerate(sheet.columns) if column.holds is Holds.INDICATOR)
    for number, line in enumerate(lines, start=FIRST_ROW):
        question = explained.get(str(line.values[index]))
        if question is not None:
            cell = worksheet.cell(number, index + 1)
            cell.hyperlink = Hyperlink(ref=cell.coordinate, location=question.location, tooltip=question.text[:255])
