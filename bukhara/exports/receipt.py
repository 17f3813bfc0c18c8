"""The receipt of a workbook: who published it, when, why, and what the check found; a table of changes follows.

It holds codes only, so that it can be shown in any language. Its rows are those in which two releases differ.
"""

import json
from dataclasses import dataclass, field
from datetime import date, datetime

from pydantic import TypeAdapter

from bukhara.model.finding import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """The head of a receipt.

    `at` is in UTC; `base` is the release that the workbook was made from; `confirmed_by` is the account that published
    it despite warnings of the check, empty without warnings. `left` counts the rows that were left as they were;
    `places` are the rows of the workbook (`Statements!4`) by the ids of the rows that differ. `confirmed` are the items
    and questions that the state confirmed in it, or figures by their ids. `early` is why it was published before
    the day that the state was `promised`.
    """

    release: int
    draft: int | None
    subject: str
    who: str
    at: datetime
    note: str
    file_name: str
    file_hash: str
    base: int | None
    findings: tuple[Finding, ...] = ()
    left: int = 0
    places: dict[str, str] = field(default_factory=dict)
    confirmed: tuple[tuple[str, str], ...] = ()
    promised: dict[str, date] = field(default_factory=dict)
    early: str = ""
    approved_by: str = ""
    confirmed_by: str = ""
    changed: bool = True


_RECEIPT = TypeAdapter(Receipt)


def to_text(receipt: Receipt) -> str:
    """Return a receipt as JSON, for storage."""
    return _RECEIPT.dump_json(receipt).decode()


def from_text(text: str) -> Receipt:
    """Return the receipt of a JSON text that `to_text` made; raise ValueError for any other text.

    Before December 2026 a receipt kept an entry for each row and finding.
    """
    kept = json.loads(text)
    entries = kept.pop("entries", ())
    if entries:
        kept["findings"] = [each["finding"] for each in entries if each["finding"]]
        kept["left"] = sum(each["rows"] for each in entries if each["fate"] == "confirmed")
    return _RECEIPT.validate_python(kept)
