"""Findings: errors and warnings about an input as data; the message catalogue has their sentences."""

from dataclasses import dataclass, field

from bukhara.model.codes import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One error or warning about one cell, row or file; `values` fill the sentence of `code`.

    `origin` is the cell of another table (`Figures!C3`) or the question (`BD-4.1`) that the row answers.
    """

    code: str
    severity: Severity
    sheet: str = ""
    cell: str | None = None
    row: int | None = None
    column: str = ""
    value: str = ""
    values: dict[str, str] = field(default_factory=dict)
    origin: str = ""

    @property
    def reference(self) -> str:
        """The sheet and the cell, like `Statements!B7`; the one that is known, or an empty text."""
        return "!".join(part for part in (self.sheet, self.cell) if part)
