"""Rounds as the secretariat keeps them: who was asked, when, and what came back. Internal: none of it is published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round of questions; without `items` every item is asked."""

    round_id: str
    title: str
    title_ru: str
    items: tuple[str, ...]
    created_at: datetime
    created_by: str
    closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What became of a round in one state; `cleared_by` is a body. Contact, note and clearance stay inside."""

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
