"""The receipt of a workbook: the result for each cell. Codes only, so that it can be shown in any language."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pydantic import TypeAdapter

from bukhara.model.finding import Finding


class Fate(StrEnum):
    """The result for a cell, in the order in which it is shown; `noted` ones are stored, with a remark."""

    REFUSED = "refused"
    NOT_STORED = "not_stored"
    CHANGED = "changed"
    REMOVED = "removed"
    ACCEPTED = "accepted"
    NOTED = "noted"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class ReceiptCell:
    """One cell: its column, its address (`B7`, empty if unknown), its stored value and its value in the workbook."""

    column: str
    place: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptEntry:
    """Cells of one fate: a row of the workbook, a run of confirmed rows, or the cell that a finding is about.

    `subject` are the columns that identify the subject of a row; `rows` counts the rows of a run.
    """

    fate: Fate
    sheet: str = ""
    place: str = ""
    rows: int = 1
    kind: str = ""
    subject: tuple[tuple[str, str], ...] = ()
    cells: tuple[ReceiptCell, ...] = ()
    reason: str = ""
    finding: Finding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The result of a workbook. Without a `release`, nothing was published.

    `at` is in UTC; `base` is the release that the workbook was made from; `confirmed_by` is the account that published
    it despite warnings of the check, empty without warnings.
    """

    release: int | None
    draft: int | None
    subject: str
    who: str
    at: datetime
    note: str
    file_name: str
    file_hash: str
    base: int | None
    entries: tuple[ReceiptEntry, ...]
    approved_by: str = ""
    confirmed_by: str = ""
    changed: bool = True

    def of(self, fate: Fate) -> tuple[ReceiptEntry, ...]:
        """Return the entries of a fate, in the order of the workbook."""
        return tuple(entry for entry in self.entries if entry.fate is fate)

    def count(self, fate: Fate) -> int:
        """Return the number of rows, or findings, of a fate."""
        return sum(entry.rows for entry in self.of(fate))


_RECEIPT = TypeAdapter(Receipt)


def to_text(receipt: Receipt) -> str:
    """Return a receipt as JSON, for storage."""
    return _RECEIPT.dump_json(receipt).decode()


def from_text(text: str) -> Receipt:
    """Return the receipt of a JSON text that `to_text` made; raise ValueError for any other text."""
    return _RECEIPT.validate_json(text)
