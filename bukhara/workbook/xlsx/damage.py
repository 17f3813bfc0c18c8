"""What stops the reading of a workbook altogether; the reader makes a finding of it."""

from __future__ import annotations


class WorkbookDamaged(Exception):
    """A part of the file cannot be read: the finding's code, and where it is."""

    def __init__(
        self,
        code: str = "file-damaged",
        *,
        sheet: str = "",
        row: int | None = None,
        column: int | None = None,
        **values: str,
    ) -> None:
        super().__init__(code)
        self.code, self.sheet, self.row, self.column, self.values = code, sheet, row, column, values
