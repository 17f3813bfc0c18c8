"""Puts the rows of a sheet into another order, as somebody does who sorts it."""

from copy import copy
from pathlib import Path

from openpyxl import load_workbook


def reordered(path: Path, title: str, first_row: int) -> Path:
    """Turn the rows of a sheet round, from `first_row` on, and save under another name."""
    workbook = load_workbook(path)
    sheet = workbook[title]
    rows = [[(c.value, c.data_type, copy(c._style)) for c in row] for row in sheet.iter_rows(min_row=first_row)]
    for number, row in enumerate(reversed(rows), start=first_row):
        for column, (value, data_type, style) in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            cell.value, cell._style = value, style
            if data_type == "s":
                cell.data_type = "s"
    made = path.with_name(f"turned-{path.name}")
    workbook.save(made)
    return made
