"""The word for each code, the same on every page. `N_` marks messages for extraction by `make words`."""

from enum import Enum

from bukhara.i18n.words import Words
from bukhara.model.access import Role
from bukhara.model.codes import (
    AnswerRow,
    Basis,
    BodyKind,
    CodingStatus,
    Contest,
    EvidenceGrade,
    IndicatorType,
    Kind,
    PeriodBasis,
    Qualifier,
    SourceClass,
    State,
    Status,
)
from bukhara.model.period import PeriodType


def N_(message: str) -> str:  # noqa: N802  (gettext's own name for "extract me")
    """Mark a message for extraction into the catalogues; return it unchanged."""
    return message


def plural(one: str, many: str) -> tuple[str, str]:
    """Mark a message and its plural for extraction into the catalogues; return both unchanged."""
    return one, many


_MEMBERS: tuple[tuple[Enum, str], ...] = (
    (Status.IN_PLACE, N_("in place")),
    (Status.UNDER_WAY, N_("under way")),
    (Status.PLANNED, N_("planned")),
    (Status.CHALLENGE, N_("challenge named")),
    (Status.CONTINUING, N_("activity reported")),
    (Status.NOT_ASKED, N_("not covered")),
    (State.VALUE, N_("value")),
    (State.NOT_APPLICABLE, N_("not applicable")),
    (State.NOT_AVAILABLE, N_("not available from the authority")),
    (State.NOT_ASKED, N_("not covered by the report")),
    (State.NOT_REPORTED, N_("requested, no answer yet")),
    (State.SUPPRESSED, N_("withheld by the disclosure rule")),
    (Qualifier.EXACT, N_("exact")),
    (Qualifier.AT_LEAST, N_("at least")),
    (Qualifier.ABOUT, N_("about")),
    (Qualifier.RANGE, N_("range")),
    (Qualifier.CHANGE_PERCENT, N_("change in per cent, base not given")),
    (Kind.IMPLEMENTATION, N_("implementation")),
    (Kind.CHALLENGE, N_("challenge named")),
    (Kind.NEED, N_("need named")),
    (Kind.SUPPORT_REQUEST, N_("support asked for")),
    (Kind.RECOMMENDATION, N_("recommendation")),
    (Kind.FIGURE, N_("figure")),
    (AnswerRow.LAST_ANSWER, N_("last accepted answer")),
    (AnswerRow.NEW_ANSWER, N_("answer in this round")),
    (AnswerRow.CORRECTION, N_("correction of the last answer")),
    (SourceClass.CONFERENCE_REPORT, N_("conference report")),
    (SourceClass.STATE_SUBMISSION, N_("submission of the state")),
    (SourceClass.PARTNER, N_("partner organisation")),
    (SourceClass.CIVIL_SOCIETY, N_("civil society")),
    (SourceClass.INTERNATIONAL_STATISTICS, N_("international statistics")),
    (SourceClass.DESK_RESEARCH, N_("desk research")),
    (SourceClass.EXERCISE, N_("exercise, invented")),
    (EvidenceGrade.ASSERTION, N_("assertion")),
    (EvidenceGrade.STATEMENT_ON_RECORD, N_("statement on record")),
    (EvidenceGrade.PRIMARY_DOCUMENT, N_("primary document")),
    (CodingStatus.PROVISIONAL, N_("not confirmed by the state")),
    (CodingStatus.CONFIRMED, N_("confirmed by the state")),
    (CodingStatus.OBJECTED, N_("the state sees it differently")),
    (Contest.OBJECTION, N_("the state sees it differently")),
    (Contest.DIFFERENCE, N_("sources differ")),
    (Contest.CODING, N_("two coders read it differently")),
    (PeriodBasis.STATED, N_("period as stated")),
    (PeriodBasis.INFERRED, N_("period inferred")),
    (PeriodBasis.NOT_STATED, N_("period not stated")),
    (Basis.ATTESTED, N_("part of the Declaration, according to the report")),
    (Basis.PRESENTED, N_("presented by a state as implementation of the Declaration")),
    (Basis.THEME, N_("theme of national policy in the report")),
    (Basis.CONCLUSION, N_("conclusion of the Third conference")),
    (Basis.CONTEXT, N_("context, not monitored")),
    (BodyKind.STATE, N_("state body")),
    (BodyKind.CIVIL_SOCIETY, N_("civil society")),
    (BodyKind.INTERNATIONAL, N_("international organisation")),
    (BodyKind.FOREIGN_STATE, N_("body of another state")),
    (BodyKind.PROJECT, N_("project")),
    (IndicatorType.MILESTONE, N_("milestone")),
    (IndicatorType.ACTIVITY, N_("continuing activity")),
    (IndicatorType.FACT, N_("fact")),
    (IndicatorType.MEASURE, N_("measure")),
    (Role.VIEWER, N_("reader")),
    (Role.COMMISSION, N_("commission of a state")),
    (Role.ORGANISER, N_("organiser")),
    (Role.SECRETARIAT, N_("secretariat")),
    (Role.ADMIN, N_("administrator")),
    (PeriodType.YEAR, N_("year")),
    (PeriodType.HALF_YEAR, N_("half-year")),
    (PeriodType.MONTHS, N_("months")),
    (PeriodType.MULTI_YEAR, N_("several years")),
    (PeriodType.DAY, N_("day")),
    (PeriodType.OPEN, N_("open period")),
    (PeriodType.NOT_STATED, N_("period not stated")),
)

# Two lists can have the same code ("not_asked"), so the list is part of the key.
CODES: dict[tuple[type[Enum], str], str] = {(type(member), member.value): word for member, word in _MEMBERS}

PLAIN: dict[str, str] = {
    "trafficking": N_("trafficking in persons (strict)"),
    "trafficking_minors": N_("trafficking in minors"),
    "trafficking_and_related": N_("trafficking and related offences together"),
    "trafficking_and_forced_labour": N_("trafficking and forced labour together"),
    "deprivation_of_liberty": N_("unlawful deprivation of liberty for exploitation"),
    "prostitution_enticement": N_("enticement into prostitution"),
    "pimping_brothel": N_("pimping and running a brothel"),
    "illegal_labour_migration": N_("organising illegal labour migration"),
    "prostitution_promotion": N_("promoting prostitution"),
    "kidnapping": N_("kidnapping"),
    "kidnapping_for_marriage": N_("kidnapping for marriage"),
    "forced_labour": N_("forced labour"),
    "sexual_exploitation": N_("sexual exploitation"),
    "other_exploitation": N_("other forms of exploitation"),
    "complaint": N_("complaint"),
    "registered": N_("registered"),
    "investigated": N_("investigated"),
    "sent_to_court": N_("sent to court"),
    "prosecuted": N_("prosecuted"),
    "convicted": N_("convicted"),
    "terminated": N_("terminated"),
    "identified": N_("identified"),
    "assisted": N_("assisted"),
    "repatriated": N_("repatriated"),
    "formal_contact": N_("brought into formal contact"),
    "female": N_("female"),
    "male": N_("male"),
    "other": N_("other"),
    "minor": N_("minors"),
    "adult": N_("adults"),
    "police": N_("police"),
    "prosecutor": N_("prosecutors"),
    "border_service": N_("border service"),
    "court": N_("court"),
    "state_other": N_("other state body"),
    "state": N_("state"),
    "civil_society": N_("civil society"),
    "international": N_("international organisation"),
    "foreign_state": N_("body of another state"),
    "national": N_("national"),
    "regional": N_("regional"),
    "abroad": N_("abroad"),
    "not_stated": N_("not stated"),
    "law_and_policy": N_("law and policy"),
    "training": N_("training"),
    "direct_assistance": N_("direct assistance"),
    "information_campaign": N_("information campaign"),
    "tools_and_handbooks": N_("tools and handbooks"),
    "equipment_and_data": N_("equipment and data"),
    "coordination_and_networks": N_("coordination and networks"),
    "investigation_support": N_("support to investigation"),
    "funding": N_("funding"),
    "detected": N_("detected"),
    "rescued": N_("rescued"),
    "initiated": N_("initiated"),
    "other_step": N_("other steps"),
    "labour_exploitation": N_("labour exploitation"),
    "foreign": N_("citizens of other states"),
    "held": N_("held"),
    "planned": N_("planned"),
    "unknown": N_("not known"),
    "ended": N_("expired"),
    "no_step": N_("no step reported"),
    "mentioned": N_("mentioned"),
    "last_reported": N_("last reported"),
    "none": N_("none"),
    "partly": N_("partly"),
    "origin": N_("origin"),
    "transit": N_("transit"),
    "destination": N_("destination"),
    "place_of_offence": N_("place of the offence"),
    "returned_from": N_("returned from"),
    "forced_begging": N_("forced begging"),
    "events": N_("events of trafficking"),
    "victims": N_("victims"),
    "perpetrators": N_("perpetrators"),
    "reporting_entities": N_("reporting entities"),
    "count": N_("count"),
    "percent": N_("per cent"),
    "mention": N_("mention"),
}

SHORT: dict[str, str] = {
    "challenge": N_("challenge"),
    "continuing": N_("ongoing"),
    "not_reported": N_("no answer yet"),
    "not_available": N_("not available"),
    "suppressed": N_("withheld"),
    "ended": N_("expired"),
    "no_step": N_("no step"),
}
"""The words of a narrow cell, where they are shorter than the word of the code."""

_BY_VALUE: dict[str, str] = {
    **{state.value: CODES[State, state.value] for state in State},
    **{status.value: CODES[Status, status.value] for status in Status},
    **PLAIN,
}


def short_label(words: Words, code: str) -> str:
    """Return the word for the mark of a narrow cell."""
    return words(SHORT[code]) if code in SHORT else label(words, code)


def label(words: Words, code: Enum | str) -> str:
    """Return the word for a code in the language of the reader; an unlisted code without its underscores."""
    message = CODES.get((type(code), code.value)) if isinstance(code, Enum) else _BY_VALUE.get(code)
    return words(message) if message else str(code).replace("_", " ")
