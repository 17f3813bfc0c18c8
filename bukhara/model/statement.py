"""Statements of institutions about items. One row of a tracker each."""

from dataclasses import dataclass
from datetime import date

from bukhara.model.codes import CodingStatus, EvidenceGrade, Kind, State, Status
from bukhara.model.identity import Identified


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement(Identified):
    """One statement with its body, source and quote; only statements of a round have a `level`."""

    country: str
    item: str
    indicator: str
    kind: Kind
    state: State
    status: Status | None = None
    level: float | None = None
    since: str = ""
    valid_until: str = ""
    statement: str = ""
    lang: str = "en"
    statement_translation: str = ""
    body: str = ""
    partner: str = ""
    evidence_grade: EvidenceGrade | None = None
    source_id: str = ""
    source_locator: str = ""
    quote: str = ""
    asked_on: date | None = None
    next_step: str = ""
    due_date: date | None = None
    revision_reason: str = ""
    note: str = ""
    topics: str = ""
    coding_status: CodingStatus = CodingStatus.PROVISIONAL

    @property
    def evidence_id(self) -> str:
        """The stable id, made from the country, indicator, kind, body, partner and citation."""
        if kept := self.kept_identifier:
            return kept
        parts = (self.country, self.indicator, self.kind, self.body, self.partner, self.source_id)
        key = "|".join((*parts, self.source_locator, self.quote))
        return self.identifier("e", key)

    def text_in(self, language: str) -> tuple[str, str]:
        """Return the text and its language: the translation if it is in `language`, else the original statement.

        English statements have a translation into Russian, all others one into English.
        """
        translated = "ru" if self.lang == "en" else "en"
        if self.statement_translation and language == translated:
            return self.statement_translation, translated
        return self.statement, self.lang
