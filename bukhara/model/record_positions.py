"""The positions of records in the sheets of a workbook; the records themselves do not contain them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RecordPositions:
    """One sheet: the letter of each column by its key, and the row number of each record in reading order."""

    sheet: str
    columns: tuple[tuple[str, str], ...]
    rows: tuple[int, ...]

    def letter(self, column: str) -> str:
        """Return the letter of a column, or an empty string if the sheet does not have it."""
        return dict(self.columns).get(column, "")
