"""One answer that came by letter or e-mail, as it was typed in; it is checked and published like a workbook."""

from dataclasses import dataclass
from datetime import date

from bukhara.model.draft import Origin
from bukhara.model.observation import Observation


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterAnswer:
    """One answer and the letter that contains it; codes are kept as sent and checked like those of a workbook.

    Of what was said at a panel the number is that of the session.
    With a `figure` (a row of statistics or partners), `item`, `indicator`, `state` and `statement` are ignored.
    """

    country: str
    item: str = ""
    indicator: str = ""
    kind: str = "implementation"
    state: str = ""
    status: str = ""
    since: str = ""
    statement: str = ""
    lang: str = "en"
    next_step: str = ""
    due_date: date | None = None
    lead: str = ""
    promised_document: str = ""
    step_outcome: str = ""
    body: str
    document_number: str = ""
    date: date
    revision_reason: str = ""
    origin: Origin = Origin.ANSWER
    figure: Observation | None = None

    @property
    def at_panel(self) -> bool:
        """Whether it was said at a panel."""
        return self.origin is Origin.PANEL
