"""Rounds as the secretariat tracks them (not published), and their records: requests, replies and decisions."""

from dataclasses import dataclass
from datetime import date, datetime

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
