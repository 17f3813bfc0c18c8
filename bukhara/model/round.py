"""Rounds as the secretariat tracks them (not published), and their records: requests, replies and decisions."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bukhara.model.access import Role
from bukhara.model.messages import N_, Named
from bukhara.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class StageDays:
    """How many days each stage of a round has; 0 where nobody said.

    For answers, for questions about them, and for the last word of the state on its page; then it is published.
    """

    answers: int = 0
    questions: int = 0
    last_word: int = 0


NO_LENGTHS = StageDays()


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round of questions; an empty `items` means all items."""

    round_id: str
    title: Text
    items: tuple[str, ...]
    created_at: datetime
    created_by: str
    closed: bool = False
    days: StageDays = NO_LENGTHS

    def publication_day(self, due: date | None) -> date | None:
        """Return the first day of publication that a state is told with its day of answer; None without lengths."""
        length = self.days.questions + self.days.last_word
        return due + timedelta(days=length) if due and length else None


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundProgress:
    """The dates of one round in one state; `cleared_by` is a body. Contact, note and clearance are internal.

    `language` is that of the contact.
    """

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
    language: str = ""


class RoundEventKind(Named):
    """What happened in a round in one state."""

    ASKED = "asked", N_("asked")
    REMINDED = "reminded", N_("reminded")
    RECEIVED = "received", N_("received")
    CLEARED = "cleared", N_("cleared")
    SUBMITTED = "submitted", N_("sent for review")
    SENT_BACK = "sent_back", N_("sent back")
    APPROVED = "approved", N_("approved")
    PUBLISHED = "published", N_("published")
    TAKEN_BACK = "taken_back", N_("taken back")
    WITHDRAWN = "withdrawn", N_("withdrawn")
    COMPLETE = "complete", N_("the state says that this is all")
    CONFIRMED = "confirmed", N_("confirmed what is public")
    OBJECTED = "objected", N_("objected to what is public")
    DECIDED = "decided", N_("decided on an objection or a difference")
    CLOSED = "closed", N_("round closed")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundEvent:
    """One thing that happened; without a `day` it takes back what was noted, or said, before.

    `until` is the day of answer of a request, `role` that of the person `by` whom it was, `answers` the questions that
    a draft answers besides what was public when it was sent for review.
    """

    event_id: int = 0
    round_id: str
    country: str
    kind: RoundEventKind
    at: datetime
    day: date | None
    until: date | None = None
    role: str = ""
    by: str = ""
    draft_id: int = 0
    answers: str = ""

    @property
    def role_message(self) -> str:
        """The name of the role."""
        return Role(self.role).message if self.role in set(Role) else N_("by the program")

    @property
    def days(self) -> dict[str, date | None]:
        """The fields of `RoundProgress` that it sets; what was taken back is neither received nor cleared any more."""
        kind = RoundEventKind
        if self.kind is kind.ASKED:
            return {"sent": self.day, "due": self.until}
        if self.kind is kind.TAKEN_BACK:
            return {"received": None, "cleared": None}
        noted = self.kind in (kind.REMINDED, kind.RECEIVED, kind.CLEARED) and not self.draft_id
        return {self.kind.value: self.day} if noted else {}


class RoundStage(Named):
    """The last step of a state in a round, in the same words for the state and for the secretariat."""

    NOT_SENT = "not_sent", N_("not sent yet")
    SENT = "sent", N_("sent, answer awaited")
    DUE = "due", N_("answer awaited, its day has passed")
    REMINDED = "reminded", N_("reminded, answer awaited")
    SENT_BACK = "sent_back", N_("sent back to the state, answer awaited")
    RECEIVED = "received", N_("received, to be cleared")
    PARTLY = "partly", N_("answered in part")
    PUBLISHED = "published", N_("answered and published")
    CLEARED = "cleared", N_("cleared")


class RoundStep(Named):
    """The stages of a round that have a length, and the publication after them, each with its day in words."""

    ANSWERS = "answers", N_("answers until {day}")
    QUESTIONS = "questions", N_("questions about them until {day}")
    LAST_WORD = "last_word", N_("last word of the state until {day}")
    PUBLICATION = "publication", N_("publication from {day} on")


class ReplyKind(Named):
    """The kind of a reply to an item as it will be shown; `item_objection` objects to the item itself."""

    COMMENT = "comment", N_("Reply of the state: comment")
    CORRECTION = "correction", N_("Reply of the state: correction")
    CONFIRMATION = "confirmation", N_("Reply of the state: confirmed")
    OBJECTION = "objection", N_("Reply of the state: it sees this differently")
    ITEM_OBJECTION = "item_objection", N_("Reply of the state: it objects to this theme as such")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """The request of a round to one state, as it is stored.

    `items` has item ids separated by spaces, and is empty for all items.
    """

    round_id: str
    country: str
    title: Text
    items: str
    sent: date
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The reply of a state to an item, to one of its indicators or to a figure, shown beside it in its own words.

    `item` is the id of the item, or that of the figure.
    `seen` is the fingerprint of what the state saw when it replied (`progress/seen_content.py`).
    """

    reply_id: str
    country: str
    item: str
    indicator: str
    kind: ReplyKind
    words: str
    lang: str
    translation: Text
    body: str
    document_number: str
    given_on: date
    seen: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """The decision on a difference between sources; `status` is open, explained or decided.

    It applies only while the two numbers of the difference are `first_value` and `second_value`. The decision to keep a
    coding after an objection has the id of the reply as `difference`, and no numbers (0).
    """

    difference: str
    country: str
    status: str
    reason: str
    decided_by: str
    decided_on: date
    first_value: float
    second_value: float
