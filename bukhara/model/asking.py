"""Rounds as the secretariat tracks them: which states were asked, when, and what arrived. Nothing is published."""

from dataclasses import dataclass
from datetime import date, datetime

from bukhara.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round of questions; an empty `items` means all items."""

    round_id: str
    title: Text
    items: tuple[str, ...]
    created_at: datetime
    created_by: str
    closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundProgress:
    """The dates of one round in one state; `cleared_by` is a body. Contact, note and clearance are internal."""

    round_id: str
    country: str
    sent: date | None = None
    due: date | None = None
    reminded: date | None = None
    received: date | None = None
    cleared: date | None = None
    cleared_by: str = ""
    contact: str = ""
    note: str = ""
