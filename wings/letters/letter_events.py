"""What letters to states tell of, and who marked one as sent."""

from dataclasses import dataclass
from datetime import date, datetime

from bukhara.model.messages import N_, Named
from bukhara.model.text import Text


class LetterKind(Named):
    """The event that a letter tells of, and what the letter is."""

    REQUEST = "request", N_("request for answers")
    REMINDER = "reminder", N_("reminder")
    RECEIVED = "received", N_("receipt of answers")
    APPROVED = "approved", N_("approval of answers")
    NOT_APPROVED = "not_approved", N_("approval taken back")
    WITHDRAWN = "withdrawn", N_("answers withdrawn")
    SENT_BACK = "sent_back", N_("answers sent back")
    PUBLISHED = "published", N_("publication, with the receipt")
    TAKEN_BACK = "taken_back", N_("publication taken back")
    OBJECTION = "objection", N_("answer to an objection")
    QUESTION = "question", N_("question about an answer")
    SAID = "said_at_panel", N_("what was said at a panel, to be confirmed")


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterMark:
    """A letter to a state that a person marked as sent: when, and who."""

    letter_id: str
    kind: LetterKind
    country: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterEvent:
    """An event of which a state is told, `since` a day; `key` names it among those of its kind.

    `asked` and `due` are the days of the request, of whose questions `given` are answered; `moment` is the time of
    publication. `item` is what an objection was about; `measure` is what it counts if it is a figure.
    """

    kind: LetterKind
    country: str
    since: date
    key: str
    round_id: str = ""
    round_name: Text | None = None
    asked: date | None = None
    due: date | None = None
    given: int = 0
    of: int = 0
    draft_id: int = 0
    file_name: str = ""
    moment: datetime | None = None
    zone: str = ""
    release: int | None = None
    item: str = ""
    measure: str = ""
    quote: str = ""

    @property
    def letter_id(self) -> str:
        """The name of the letter in addresses and in the store."""
        return f"{self.kind}-{self.key}"
