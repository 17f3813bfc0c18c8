"""One answer that came by letter or e-mail, as it was typed in; it is checked and published like a workbook."""

from dataclasses import dataclass
from datetime import date

from bukhara.model.draft import Origin
from bukhara.model.observation import Observation
from bukhara.model.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterAnswer:
    """One answer and the letter that contains it: its `row` has no source yet, and it is checked like a workbook's.

    Of what was said at a panel the number is that of the session. `answers_round`: whether somebody said that a letter
    which is older than the request answers it, "yes" or "no". One that `confirms` has no words of its own.
    `act` is the id of a statement of a public source, about an act on file that it answers.
    """

    row: Statement | Observation
    body: str
    document_number: str = ""
    date: date
    origin: Origin = Origin.ANSWER
    answers_round: str = ""
    confirms: bool = False
    act: str = ""

    @property
    def at_panel(self) -> bool:
        """Whether it was said at a panel."""
        return self.origin is Origin.PANEL

    @property
    def lang(self) -> str:
        """The language of its words; of a figure it is English."""
        return self.row.lang if isinstance(self.row, Statement) else "en"
