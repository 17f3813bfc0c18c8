"""Observations: figures with their unit, period, body and source. One row of statistics or partners each."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated

from bukhara.model.codes import PeriodBasis, Qualifier
from bukhara.model.columns import (
    AnswerState,
    AskedOn,
    CountryCode,
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
from bukhara.model.period import Period

MASKED, MASKED_TEXT = (0.0, 4.0), "<5"
"""The range that a publisher means by "<5"; zero is within it."""
PERCENT = "percent"
"""The unit of a share and of a change in per cent."""
PER_MONTH = "count_per_month"
"""The unit of a monthly rate, which is only drawn; no figure is stored with it."""
PRELIMINARY = "Preliminary, as printed."
"""What the note of a figure says that its source prints as preliminary."""
MENTION = "mention"
"""The unit of one passage that names something: neither a person nor a volume, so it is never compared or added."""
STATE_BODIES = frozenset({"police", "prosecutor", "border_service", "court", "state_other", "state"})
"""The identifying bodies that are organs of a state; their victims are never added to those of other bodies."""
# the words of open lists: other words are accepted, too
_UNIT = "count percent mention rate ratio index years months days hours usd eur per_100000"
_COUNTING_UNIT = (
    "activity advocate banner beneficiary body broadcast brochure case coordinator document event group "
    "initiative instrument media_article meeting mention message migrant network offence organisation "
    "periodical_article person plan publication pupil service staff state treaty victim web_article "
    "working_group workshop"
)
_STAGE = (
    "registered detected initiated investigated prosecuted sent_to_court convicted terminated identified "
    "rescued assisted repatriated formal_contact complaint planned destination origin transit "
    "place_of_offence returned_from"
)
_OFFENCE_CLASS = (
    "trafficking trafficking_and_related trafficking_minors trafficking_and_forced_labour sexual_exploitation "
    "prostitution_enticement pimping_brothel deprivation_of_liberty illegal_labour_migration "
    "prostitution_promotion kidnapping kidnapping_for_marriage"
)
_SEX = "female male other total all both unknown not_stated"
_AGE_GROUP = "adult minor total all unknown not_stated"
_FORM_OF_EXPLOITATION = "sexual_exploitation labour_exploitation forced_labour other_exploitation"
_CITIZENSHIP = "foreign unknown not_stated"
_IDENTIFYING_BODY = "police prosecutor border_service state_other civil_society international"
_TERRITORIAL_SCOPE = "national regional abroad not_stated"
_KIND_OF_SUPPORT = (
    "training coordination_and_networks law_and_policy tools_and_handbooks information_campaign "
    "direct_assistance funding investigation_support equipment_and_data"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(Identified):
    """One figure, or one missing figure with the state that explains it; zero is a value."""

    country: CountryCode
    indicator: IndicatorId
    value: Annotated[float | None, column(N_("Value"), Role.ANSWER)]
    state: AnswerState
    qualifier: Annotated[Qualifier | None, column(N_("Qualifier"), Role.ANSWER)] = None
    value_low: Annotated[float | None, column(N_("Lowest value"), Role.ANSWER)] = None
    value_high: Annotated[float | None, column(N_("Highest value"), Role.ANSWER)] = None
    unit: Annotated[str, column(N_("Unit"), Role.COUNTED, words=_UNIT)] = ""
    counting_unit: Annotated[str, column(N_("Counting unit"), Role.COUNTED, words=_COUNTING_UNIT)] = ""
    stage: Annotated[str, column(N_("Stage"), Role.COUNTED, words=_STAGE)] = ""
    offence_class: Annotated[str, column(N_("Class of offence"), Role.COUNTED, words=_OFFENCE_CLASS)] = ""
    legal_article: Annotated[str, column(N_("Article of law"), Role.COUNTED)] = ""
    sex: Annotated[str, column(N_("Sex"), Role.COUNTED, Role.BREAKDOWN, words=_SEX)] = ""
    age_group: Annotated[str, column(N_("Age group"), Role.COUNTED, Role.BREAKDOWN, words=_AGE_GROUP)] = ""
    form_of_exploitation: Annotated[
        str, column(N_("Form of exploitation"), Role.COUNTED, Role.BREAKDOWN, words=_FORM_OF_EXPLOITATION)
    ] = ""
    citizenship: Annotated[
        str, column(N_("Citizenship"), Role.COUNTED, Role.BREAKDOWN, Role.PLACE, words=_CITIZENSHIP)
    ] = ""
    identifying_body: Annotated[str, column(N_("Identifying body"), Role.COUNTED, words=_IDENTIFYING_BODY)] = ""
    territorial_scope: Annotated[str, column(N_("Territory"), Role.COUNTED, Role.PLACE, words=_TERRITORIAL_SCOPE)] = ""
    period_start: Annotated[date | None, column(N_("Period from"), Role.PERIOD)] = None
    period_end: Annotated[date | None, column(N_("Period to"), Role.PERIOD)] = None
    period_label: Annotated[str, column(N_("Period as published"), Role.PROSE)] = ""
    period_basis: Annotated[PeriodBasis, column(N_("Basis of the period"))] = PeriodBasis.NOT_STATED
    reporter: Annotated[str, column(N_("Reporting body"), Role.BODY)] = ""
    asked_on: AskedOn = None
    source_id: SourceId = ""
    source_locator: Locator = ""
    quote: Quote = ""
    revision_reason: RevisionReason = ""
    note: Note = ""
    partner: Partner = ""
    kind_of_support: Annotated[str, column(N_("Kind of support"), Role.SUBJECT, words=_KIND_OF_SUPPORT)] = ""

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
    def is_preliminary(self) -> bool:
        """Whether the source prints the figure as preliminary."""
        return PRELIMINARY in self.note

    @property
    def is_international(self) -> bool:
        """Whether the figure is one of international statistics, which are shown for one state at a time."""
        return is_international(self.indicator)

    @property
    def is_mention(self) -> bool:
        """Whether a source names the fact without a number."""
        return self.unit == MENTION

    @property
    def observation_id(self) -> str:
        """The stable id, made from what the figure counts, its country, period, reporter and citation."""
        if kept := self.kept_identifier:
            return kept
        period = self.period
        change = "change" if self.qualifier is Qualifier.CHANGE_PERCENT else ""
        time = (change, period.type.value, str(period.months or ""))
        about = (self.country, self.indicator, *_what(self), *time, *_breakdowns(self), period.code)
        citation = (self.partner, self.kind_of_support, self.reporter, *_citation(self))
        return self.identifier("o", "|".join((*about, *citation, *later(self))))


def is_international(measure: str) -> bool:
    """Return whether a measure, by its id, is one that is printed in international statistics."""
    return measure.startswith("CTX-unodc-")


@lru_cache(4096)
def _period(start: date | None, end: date | None) -> Period:
    """Return the period; figures of one period share it, so that its kind is computed once."""
    return Period(start, end)


COUNTED = names(Observation, Role.COUNTED)
"""The columns that say what a figure counts, in the order of workbooks and open data."""
BREAKDOWNS = names(Observation, Role.BREAKDOWN)
"""The columns that break a figure down into parts."""
WHAT = tuple(name for name in COUNTED if name not in BREAKDOWNS)
"""The columns that describe a figure as a whole."""
_LATER = names(Observation, Role.LATER)
_what = values_of(*(name for name in WHAT if name not in _LATER))
_breakdowns = values_of(*(name for name in BREAKDOWNS if name not in _LATER))
_citation = values_of(*names(Observation, Role.CITATION))
