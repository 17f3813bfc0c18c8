"""The rows of a table of another make as text, from .csv or .xlsx: UNODC's file, the list of articles."""

import csv
import re
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from openpyxl import load_workbook

from bukhara.errors import Refused
from bukhara.workbook.container import precheck
from bukhara.workbook.refusals import REFUSALS, WorkbookDamaged

_LIMITS = precheck.Limits(file_bytes=64 * precheck.MEGABYTE, inflated_bytes=512 * precheck.MEGABYTE)
"""The file of the whole world is larger than any workbook that a state sends."""
_DAY = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
_WRITTEN_DAYS, _MONTHS = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%d/%m/%Y"), 12


def table(path: Path) -> Iterator[list[str]]:
    """Yield the rows as text; leading rows of a .csv may be empty too."""
    if path.suffix.lower() != ".xlsx":
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            yield from ([cell.strip() for cell in row] for row in csv.reader(file))
        return
    try:
        precheck.check(path, _LIMITS)
    except WorkbookDamaged as damage:
        raise Refused(REFUSALS[damage.code].format(**damage.values)) from damage
    with closing(load_workbook(path, read_only=True, data_only=True)) as book:
        sheet = book.worksheets[0]
        # UNODC's portal writes that the sheet is the cell A1 alone
        sheet.reset_dimensions()
        for row in sheet.iter_rows(values_only=True):
            yield [_text(cell) for cell in row]


def _text(cell: object) -> str:
    if isinstance(cell, datetime | date):
        return cell.isoformat()[:10]
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell).strip()


def day_in(text: str) -> date | None:
    """Return the day that a cell above the heading names, or None."""
    found = _DAY.search(text)
    try:
        if found:
            return date(*map(int, found.groups()))
    except ValueError:
        return None
    for form in _WRITTEN_DAYS:
        try:
            day = datetime.strptime(text, form).date()  # noqa: DTZ007  (a day, without a time)
        except ValueError:
            continue
        # 05/06/2025 can be read in two ways: the day of the edition is then asked for
        return None if "/" in text and day.day <= _MONTHS else day
    return None
