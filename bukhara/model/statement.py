"""Statements of institutions about items. One row of a tracker each."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from bukhara.model.codes import ACTS, ActKind, ActText, CodingStatus, EvidenceGrade, Kind, Status, StepOutcome
from bukhara.model.columns import (
    LANGUAGES,
    AnswerState,
    AskedOn,
    CountryCode,
    Holds,
    IndicatorId,
    Locator,
    Note,
    Partner,
    Quote,
    RevisionReason,
    Role,
    SourceId,
    column,
    later,
    names,
    values_of,
)
from bukhara.model.derived import Identified
from bukhara.model.messages import N_
from bukhara.model.text import NO_TEXT, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Identified):
    """One statement with its body, source and quote; only statements of a round have a `level`."""

    country: CountryCode
    # an indicator belongs to one item
    item: Annotated[str, column(N_("Item"), holds=Holds.ITEM)]
    indicator: IndicatorId
    kind: Annotated[Kind, column(N_("Kind of statement"), Role.SUBJECT)]
    state: AnswerState
    status: Annotated[Status | None, column(N_("Status"), Role.ANSWER)] = None
    level: Annotated[float | None, column(N_("Level"), Role.ANSWER)] = None
    since: Annotated[str, column(N_("Since"), Role.ANSWER, holds=Holds.PARTIAL_DATE)] = ""
    valid_until: Annotated[str, column(N_("Valid until"), Role.ANSWER, holds=Holds.PARTIAL_DATE)] = ""
    statement: Annotated[str, column(N_("Statement"), Role.ANSWER, Role.PROSE)] = ""
    lang: Annotated[str, column(N_("Language of the statement"), Role.BESIDE, words=LANGUAGES)] = "en"
    statement_translation: Annotated[Text, column(N_("Translation of the statement"), Role.BESIDE, Role.PROSE)] = (
        NO_TEXT
    )
    body: Annotated[str, column(N_("Body"), Role.SUBJECT, Role.BODY)] = ""
    partner: Partner = ""
    evidence_grade: Annotated[EvidenceGrade | None, column(N_("Grade of evidence"))] = None
    source_id: SourceId = ""
    source_locator: Locator = ""
    quote: Quote = ""
    asked_on: AskedOn = None
    next_step: Annotated[str, column(N_("Next step"), Role.PROSE)] = ""
    due_date: Annotated[date | None, column(N_("Due date"))] = None
    lead: Annotated[str, column(N_("Lead institution"), Role.BODY, Role.LATER)] = ""
    promised_document: Annotated[str, column(N_("Document promised"), Role.PROSE, Role.LATER)] = ""
    step_outcome: Annotated[StepOutcome | None, column(N_("What became of the last step"), Role.LATER)] = None
    revision_reason: RevisionReason = ""
    note: Note = ""
    topics: Annotated[str, column(N_("Topics"), Role.REMARK, Role.LATER, holds=Holds.TOPICS)] = ""
    act_kind: Annotated[ActKind | None, column(N_("Kind of act"), Role.BESIDE, Role.LATER)] = None
    act_name: Annotated[Text, column(N_("Short name of the act"), Role.BESIDE, Role.PROSE, Role.LATER)] = NO_TEXT
    act_text: Annotated[ActText | None, column(N_("Where the text of the act stands"), Role.BESIDE, Role.LATER)] = None
    coding_status: Annotated[CodingStatus, column(N_("Confirmation by the state"), Role.BESIDE)] = (
        CodingStatus.PROVISIONAL
    )

    @property
    def evidence_id(self) -> str:
        """The stable id, made from the country, indicator, kind, body, partner and citation."""
        if kept := self.kept_identifier:
            return kept
        return self.identifier("e", "|".join((*_subject(self), *_citation(self), *later(self))))

    @property
    def names_challenge_only(self) -> bool:
        """Whether it names a challenge, and neither a status nor a level."""
        return self.status is Status.CHALLENGE and self.level is None

    @property
    def is_offered(self) -> bool:
        """Whether its state may confirm it if a public source has it: no event, and no act that marks no cell."""
        return self.act_text is not ActText.UNMARKED and self.act_kind in (None, *ACTS)

    def text_in(self, language: str) -> tuple[str, str]:
        """Return the text and its language: the translation into `language` if there is one, else the original."""
        return self.statement_translation.beside(self.statement, self.lang, language)


SUBJECT = names(Statement, Role.SUBJECT)
"""The columns that say what a statement is about."""
CITATION = names(Statement, Role.CITATION)
"""The columns that say where a row is from; figures have the same ones."""
STEP = ("next_step", "due_date", "lead", "promised_document", "step_outcome")
"""The columns of a next step: what, by when, who leads, which document will show it, and what became of the last."""
_subject = values_of(*(name for name in SUBJECT if name not in names(Statement, Role.LATER)))
_citation = values_of(*CITATION)
