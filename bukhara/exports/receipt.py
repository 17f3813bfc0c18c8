"""The receipt of a workbook: what became of each cell. Codes only, so that it can be read out in any language."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from pydantic import TypeAdapter

from bukhara.model.finding import Finding


class Fate(StrEnum):
    """What became of cells, in the order in which it is told; `noted` ones are stored, with a remark."""

    REFUSED = "refused"
    NOT_STORED = "not_stored"
    CHANGED = "changed"
    REMOVED = "removed"
    ACCEPTED = "accepted"
    NOTED = "noted"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its column, its place (`B7`, empty where it is not known), what was held and what it says."""

    column: str
    place: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Cells of one fate: a row of the workbook, a run of confirmed rows, or the cell that a finding is about.

    `subject` are the columns that say what a row is about; `rows` counts the rows of a run.
    """

    fate: Fate
    sheet: str = ""
    place: str = ""
    rows: int = 1
    kind: str = ""
    subject: tuple[tuple[str, str], ...] = ()
    cells: tuple[Cell, ...] = ()
    reason: str = ""
    finding: Finding | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What became of a workbook; `at` is UTC, `base` what it was made from; `release` None: nothing was published.

    `confirmed_by` published it with what the check had noticed; empty where it noticed nothing.
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
    entries: tuple[Entry, ...]
    approved_by: str = ""
    confirmed_by: str = ""
    changed: bool = True

    def of(self, fate: Fate) -> tuple[Entry, ...]:
        """Return the entries of a fate, in the order of the workbook."""
        return tuple(entry for entry in self.entries if entry.fate is fate)

    def count(self, fate: Fate) -> int:
        """Return how many rows, or findings, have a fate."""
        return sum(entry.rows for entry in self.of(fate))


_RECEIPT = TypeAdapter(Receipt)


def to_text(receipt: Receipt) -> str:
    """Return a receipt as JSON, to be kept."""
    return _RECEIPT.dump_json(receipt).decode()


def from_text(text: str) -> Receipt:
    """Return the receipt of a JSON text that `to_text` made; ValueError for any other."""
    return _RECEIPT.validate_json(text)
