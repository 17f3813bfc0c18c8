"""Codes of the field, the same word in YAML, workbook, store, API and page."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """State of a value: stored, never inferred (method 0)."""

    VALUE = "value"
    NOT_APPLICABLE = "not_applicable"
    NOT_AVAILABLE = "not_available"
    NOT_ASKED = "not_asked"
    NOT_REPORTED = "not_reported"
    SUPPRESSED = "suppressed"


class Qualifier(StrEnum):
    """How exact a printed number is."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    ABOUT = "about"
    RANGE = "range"
    CHANGE_PERCENT = "change_percent"


class Status(StrEnum):
    """Status of a milestone, in the order in which the stronger one is kept."""

    IN_PLACE = "in_place"
    UNDER_WAY = "under_way"
    PLANNED = "planned"
    CHALLENGE = "challenge"
    CONTINUING = "continuing"
    NOT_ASKED = "not_asked"


class Kind(StrEnum):
    """What a statement is."""

    IMPLEMENTATION = "implementation"
    CHALLENGE = "challenge"
    NEED = "need"
    RECOMMENDATION = "recommendation"
    FIGURE = "figure"


class SourceClass(StrEnum):
    """Who stands behind a source."""

    CONFERENCE_REPORT = "conference_report"
    STATE_SUBMISSION = "state_submission"
    PARTNER = "partner"
    CIVIL_SOCIETY = "civil_society"
    DESK_RESEARCH = "desk_research"
    EXERCISE = "exercise"


class EvidenceGrade(StrEnum):
    """What a level may rest on (method 2)."""

    ASSERTION = "assertion"
    STATEMENT_ON_RECORD = "statement_on_record"
    PRIMARY_DOCUMENT = "primary_document"


class CodingStatus(StrEnum):
    """Whether the state has looked at the coding."""

    PROVISIONAL = "provisional"
    CONFIRMED = "confirmed"
    OBJECTED = "objected"


class PeriodBasis(StrEnum):
    """Where a period comes from."""

    STATED = "stated"
    INFERRED = "inferred"
    NOT_STATED = "not_stated"


class Basis(StrEnum):
    """What ties an item to the Declaration."""

    ATTESTED = "attested"
    PRESENTED = "presented"
    THEME = "theme"
    CONCLUSION = "conclusion"


class Scope(StrEnum):
    """Whether an item is each country's or the region's."""

    COUNTRY = "country"
    REGION = "region"


class ItemKind(StrEnum):
    """Whether an item can be completed."""

    MILESTONE = "milestone"
    CONTINUING = "continuing"


class IndicatorType(StrEnum):
    """What an indicator asks for."""

    MILESTONE = "milestone"
    ACTIVITY = "activity"
    FACT = "fact"
    MEASURE = "measure"


class BodyKind(StrEnum):
    """What kind of institution spoke."""

    STATE = "state"
    CIVIL_SOCIETY = "civil_society"
    INTERNATIONAL = "international"
    FOREIGN_STATE = "foreign_state"
    PROJECT = "project"


class ReadingKind(StrEnum):
    """A reading carries statuses; only a round carries levels."""

    READING = "reading"
    ROUND = "round"


class Severity(StrEnum):
    """Whether a finding stops a workbook."""

    ERROR = "error"
    WARNING = "warning"


class WorkbookKind(StrEnum):
    """The three workbooks of the template."""

    TRACKER = "tracker"
    STATISTICS = "statistics"
    PARTNERS = "partners"
