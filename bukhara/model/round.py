"""What a round leaves in the record: who was asked, what a state replied, what was decided about a difference."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class ReplyKind(StrEnum):
    """What a state does with an item as it is going to be shown; `item_objection` is to the item itself."""

    COMMENT = "comment"
    CORRECTION = "correction"
    CONFIRMATION = "confirmation"
    OBJECTION = "objection"
    ITEM_OBJECTION = "item_objection"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One state was sent the questions of a round; `items` joins item ids with a blank, empty for all."""

    round_id: str
    country: str
    title: str
    title_ru: str
    items: str
    sent: date
    due: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """A state's own words about an item, or about one indicator of it; printed beside the status."""

    reply_id: str
    country: str
    item: str
    indicator: str
    kind: ReplyKind
    words: str
    lang: str
    translation: str
    body: str
    document_number: str
    given_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided about a difference between sources: `status` is open, explained or decided.

    `first_value` and `second_value` are the two numbers that it was decided about: it holds for no others.
    """

    difference: str
    country: str
    status: str
    reason: str
    decided_by: str
    decided_on: date
    first_value: float
    second_value: float
