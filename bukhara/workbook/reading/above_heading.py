"""Rows of data above the headings, where sorting or pasting moved them: they would be lost."""

from collections.abc import Sequence
from datetime import datetime

from bukhara.workbook.letters import folded
from bukhara.workbook.reading.headers import matches
from bukhara.workbook.reading.ledger import CellPlace, Ledger
from bukhara.workbook.reading.lookups import Lookups

_HEADINGS, _FEW, _MANY = 3, 3, 5


def note_rows_above(
    title: str, rows: Sequence[Sequence[object]], names: dict[str, str], lookups: Lookups, ledger: Ledger
) -> None:
    """Add a finding for each row of data above the headings, `names`, but not for a title or other headings."""
    for number, row in enumerate(rows, start=1):
        filled = {column: cell for column, cell in enumerate(row, start=1) if str(cell or "").strip()}
        if matches(row, names) < _HEADINGS and _is_data(tuple(filled.values()), lookups):
            column, value = next(iter(filled.items()))
            ledger.add("row-above-heading", CellPlace(sheet=title, row=number, column=column, value=value))


def _is_data(cells: Sequence[object], lookups: Lookups) -> bool:
    texts = [folded(cell) for cell in cells if isinstance(cell, str)]
    known = (lookups.countries, lookups.items, lookups.indicators, lookups.sources)
    named = any(text in table for text in texts for table in known)
    counted = any(isinstance(cell, int | float | datetime) for cell in cells)
    return (len(cells) >= _FEW and named) or (len(cells) >= _MANY and counted)
