"""A workbook or one answer that is not published yet; nothing of it is in the record."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class DraftState(StrEnum):
    """The state of a draft; `published` is final, `withdrawn` after a day."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


class Origin(StrEnum):
    """How a draft was received."""

    WORKBOOK = "workbook"
    ANSWER = "answer"
    PANEL = "panel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One draft; times are UTC, `publish_at` is the end of the embargo, `zone` the time zone in which it was set.

    `base` is the release from which the workbook was made; without one, the newest release when it was received.
    `size` is that of the file in bytes, `moved_at` the time of the last step, None before the first one.
    `subject` is a country code, REG, statistics or partners; it is empty if the file could not be read.
    """

    draft_id: int
    subject: str
    origin: Origin
    state: DraftState
    file_name: str
    file_hash: str
    created_by: str
    created_at: datetime
    base: int | None = None
    note: str = ""
    publish_at: datetime | None = None
    zone: str = ""
    submitted_by: str = ""
    approved_by: str = ""
    approved_at: datetime | None = None
    release: int | None = None
    version: int = 1
    size: int | None = None
    moved_at: datetime | None = None

    @property
    def is_returned(self) -> bool:
        """Whether it was sent for review and sent back to its author."""
        return self.state is DraftState.DRAFT and bool(self.submitted_by)
