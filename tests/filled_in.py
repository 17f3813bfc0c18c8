"""A workbook as it lies before a clerk: cells are found and filled in by the keys of their columns."""

import io
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook

from bukhara.i18n.words import words_of

KEYS, FIRST = 1, 3
"""The row with the keys, and the first row of data."""


class FilledIn:
    """One sheet of a workbook; `on` leads to another sheet of the same one."""

    def __init__(self, content: bytes | Workbook, title: str = "Statements") -> None:
        """Open a workbook at a sheet."""
        self.book = load_workbook(io.BytesIO(content)) if isinstance(content, bytes) else content
        self.sheet = self.book[title if title in self.book.sheetnames else words_of("ru")(title)]
        self.column = {cell.value: cell.column for cell in self.sheet[KEYS]}

    def on(self, title: str) -> "FilledIn":
        """Return another sheet."""
        return FilledIn(self.book, title)

    def value(self, row: int, key: str) -> Any:
        """Return the value of a cell."""
        return self.sheet.cell(row, self.column[key]).value

    def rows(self, **wanted: object) -> list[int]:
        """Return the rows whose columns hold these values; None for an empty cell."""
        numbers = range(FIRST, self.sheet.max_row + 1)
        return [n for n in numbers if all(self.value(n, key) == value for key, value in wanted.items())]

    def write(self, row: int, /, **cells: object) -> None:
        """Fill in cells of a row."""
        for key, value in cells.items():
            self.sheet.cell(row, self.column[key]).value = value

    def add(self, **cells: object) -> int:
        """Fill in a row below the others and return its number."""
        row = self.sheet.max_row + 1
        self.write(row, **cells)
        return row

    def saved(self) -> bytes:
        """Return the workbook as it is sent."""
        out = io.BytesIO()
        self.book.save(out)
        return out.getvalue()

    def save(self, path: Path) -> Path:
        """Write the workbook to a file."""
        self.book.save(path)
        return path
