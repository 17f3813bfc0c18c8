"""Observations: figures with their unit, period, body and source. One row of statistics or partners each."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bukhara.model.codes import PeriodBasis, Qualifier, State
from bukhara.model.identity import Identified
from bukhara.model.period import Period

BREAKDOWNS = ("sex", "age_group", "form_of_exploitation", "citizenship")
"""The columns that break a figure down into parts."""
COUNTED = (
    *("unit", "counting_unit", "stage", "offence_class", "legal_article", *BREAKDOWNS, "identifying_body"),
    "territorial_scope",
)
"""The columns that say what a figure counts, in the order of workbooks and open data."""
MASKED, MASKED_TEXT = (0.0, 4.0), "<5"
"""The range that a publisher means by "<5"; zero is within it."""
INTERNATIONAL = "CTX-unodc-"
"""How the ids of measures begin that are printed in international statistics."""
PERCENT = "percent"
"""The unit of a share and of a change in per cent."""
MENTION = "mention"
"""The unit of one passage that names something: neither a person nor a volume, so it is never compared or added."""
STATE_BODIES = frozenset({"police", "prosecutor", "border_service", "court", "state_other", "state"})
"""The identifying bodies that are organs of a state; their victims are never added to those of other bodies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(Identified):
    """One figure, or one missing figure with the state that explains it; zero is a value."""

    country: str
    indicator: str
    value: float | None
    state: State
    qualifier: Qualifier | None = None
    value_low: float | None = None
    value_high: float | None = None
    unit: str = ""
    counting_unit: str = ""
    stage: str = ""
    offence_class: str = ""
    legal_article: str = ""
    sex: str = ""
    age_group: str = ""
    form_of_exploitation: str = ""
    citizenship: str = ""
    identifying_body: str = ""
    territorial_scope: str = ""
    period_start: date | None = None
    period_end: date | None = None
    period_label: str = ""
    period_basis: PeriodBasis = PeriodBasis.NOT_STATED
    reporter: str = ""
    asked_on: date | None = None
    source_id: str = ""
    source_locator: str = ""
    quote: str = ""
    revision_reason: str = ""
    note: str = ""
    partner: str = ""
    kind_of_support: str = ""

    @property
    def period(self) -> Period:
        """The period that the figure is about."""
        return _period(self.period_start, self.period_end)

    @property
    def is_masked(self) -> bool:
        """Whether the publisher printed "<5" instead of the number; no sum, share or rate uses such a figure."""
        ends = (self.value_low, self.value_high)
        return self.qualifier is Qualifier.RANGE and self.value is None and ends == MASKED and self.quote == MASKED_TEXT

    @property
    def is_international(self) -> bool:
        """Whether the figure is one of international statistics, which are shown for one state at a time."""
        return self.indicator.startswith(INTERNATIONAL)

    @property
    def is_mention(self) -> bool:
        """Whether a source names the fact without a number."""
        return self.unit == MENTION

    @property
    def comparability_key(self) -> str:
        """The key that must be equal for two figures to share an axis; `|` joins its parts."""
        parts = (
            self.indicator,
            self.unit,
            self.counting_unit,
            self.stage,
            self.offence_class,
            self.legal_article,
            self.identifying_body,
            self.territorial_scope,
            "change" if self.qualifier is Qualifier.CHANGE_PERCENT else "",
            self.period.type.value,
            str(self.period.months or ""),
        )
        return "|".join(parts)

    @property
    def observation_id(self) -> str:
        """The stable id, made from what the figure counts, its country, period, reporter and citation."""
        if kept := self.kept_identifier:
            return kept
        breakdown = (self.sex, self.age_group, self.form_of_exploitation, self.citizenship)
        citation = (self.reporter, self.source_id, self.source_locator, self.quote)
        parts = (self.country, self.comparability_key, *breakdown, self.period.code)
        key = "|".join((*parts, self.partner, self.kind_of_support, *citation))
        return self.identifier("o", key)


@lru_cache(4096)
def _period(start: date | None, end: date | None) -> Period:
    """Return the period; figures of one period share it, so that its kind is computed once."""
    return Period(start, end)
