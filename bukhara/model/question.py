"""A question of the secretariat about a submitted answer, and the answer of the state; not published."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CellQuestion:
    """A question about a theme in a draft; without `answered_at` it waits for the state.

    Without an `item` it is the reason why the draft was sent back; it has a `country` if a commission was told.
    """

    question_id: int = 0
    draft_id: int
    country: str
    item: str = ""
    words: str
    asked_by: str
    asked_at: datetime
    answer: str = ""
    answered_by: str = ""
    answered_at: datetime | None = None
