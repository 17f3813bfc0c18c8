"""Makes a workbook of a table that was copied from Excel, Word or a letter: the cells are the texts as copied."""

import re

import openpyxl
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, TYPE_STRING

from bukhara.workbook.writing.files import packed

# Excel puts quotes around a cell of several lines; other quotes belong to the text
_SEVERAL_LINES = re.compile(r'(?:^|(?<=[\t\n]))"(?:[^"]|"")*\n(?:[^"]|"")*"(?=[\t\n]|$)')


def pasted(text: str) -> bytes | None:
    """Return an .xlsx file with one sheet of the copied cells; None for a text without columns.

    Args:
        text: lines of cells with a tab between them, as Excel and browsers copy a table.
    """
    rows = _rows(text)
    if all(len(row) == 1 for row in rows):
        return None
    book = openpyxl.Workbook()
    for number, row in enumerate(rows, 1):
        for column, cell in enumerate(row, 1):
            if shown := ILLEGAL_CHARACTERS_RE.sub("", cell).strip():
                # what begins with "=" stays a text
                book.worksheets[0].cell(number, column, shown).data_type = TYPE_STRING
    return packed(book)


def _rows(text: str) -> list[list[str]]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    joined = _SEVERAL_LINES.sub(lambda found: found[0][1:-1].replace('""', '"').replace("\n", " "), lines)
    return [line.split("\t") for line in joined.split("\n")]
