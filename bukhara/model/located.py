"""Where the records of a workbook stood in its sheet; the record itself does not know."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Located:
    """One sheet: the letter of each column by its key, and the row number of each record in the order of reading."""

    sheet: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[int, ...]

    def letter(self, column: str) -> str:
        """Return the letter of a column; empty where the sheet does not have it."""
        return dict(self.columns).get(column, "")
