"""Letters to states: the event that each tells of, and how far it is on its way."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from urllib.parse import quote, urlencode

from bukhara.model.text import Text


class LetterKind(StrEnum):
    """The event that a letter tells of."""

    REQUEST = "request"
    REMINDER = "reminder"
    RECEIVED = "received"
    APPROVED = "approved"
    PUBLISHED = "published"
    TAKEN_BACK = "taken_back"
    OBJECTION = "objection"
    QUESTION = "question"
    ANSWERED = "answered"
    SAID = "said_at_panel"


class LetterState(StrEnum):
    """How far a letter is.

    One that was cut off in sending stays `sending`: nobody knows whether it has arrived. One that `failed` was not
    sent, and is tried again; one that was `refused` waits for a person.
    """

    TO_SEND = "to_send"
    SENDING = "sending"
    FAILED = "failed"
    REFUSED = "refused"
    SENT = "sent"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterMark:
    """How far a letter to a state is: since when, by whom, and why it could not be sent."""

    letter_id: str
    kind: LetterKind
    country: str
    state: LetterState
    at: datetime
    by: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterEvent:
    """An event of which a state is told, `since` a day; the other fields are filled where its letter has them.

    `asked` and `due` are the days of the request, `moment` is the time of publication. `item` is what an objection was
    about; `measure` is what it counts if it is a figure.
    """

    letter_id: str
    kind: LetterKind
    country: str
    since: date
    round_id: str = ""
    round_name: Text | None = None
    asked: date | None = None
    due: date | None = None
    draft_id: int = 0
    file_name: str = ""
    moment: datetime | None = None
    zone: str = ""
    release: int | None = None
    item: str = ""
    measure: str = ""
    quote: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A subject and a text in one language; `to` is the address of an office, empty where none is known."""

    lang: str
    subject: str
    body: str
    to: str = ""

    @property
    def mailto(self) -> str:
        """The address that opens the letter in the program for mail."""
        return f"mailto:{quote(self.to)}?" + urlencode({"subject": self.subject, "body": self.body}, quote_via=quote)
