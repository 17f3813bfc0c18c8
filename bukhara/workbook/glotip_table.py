"""The rows of a table of another make as text, from .csv or .xlsx: UNODC's file, the list of articles."""

import csv
from pathlib import Path

import pandas as pd

from bukhara.errors import Refused
from bukhara.workbook.container import precheck
from bukhara.workbook.refusals import REFUSALS, WorkbookDamaged

_LIMITS = precheck.Limits(file_bytes=64 * precheck.MEGABYTE, inflated_bytes=512 * precheck.MEGABYTE)
"""The file of the whole world is larger than any workbook that a state sends."""


def table(path: Path) -> tuple[str, list[list[str]]]:
    """Return the name of the first sheet, empty for a .csv, and its rows as text; raise Refused for a damaged file."""
    if path.suffix.lower() != ".xlsx":
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            return "", [[cell.strip() for cell in row] for row in csv.reader(file)]
    try:
        precheck.check(path, _LIMITS)
    except WorkbookDamaged as damage:
        raise Refused(REFUSALS[damage.code].format(**damage.values)) from damage
    with pd.ExcelFile(path, engine="openpyxl") as book:
        cells = book.parse(0, header=None, dtype=str, keep_default_na=False).fillna("")
        return str(book.sheet_names[0]), [[cell.strip() for cell in row] for row in cells.to_numpy().tolist()]
