"""The closed lists of codes; a code is the same word in YAML, workbook, store, API and page."""

from enum import StrEnum


class State(StrEnum):
    """The six states of a value; a state is stored and never inferred (method 0)."""

    VALUE = "value"
    NOT_APPLICABLE = "not_applicable"
    NOT_AVAILABLE = "not_available"
    NOT_ASKED = "not_asked"
    NOT_REPORTED = "not_reported"
    SUPPRESSED = "suppressed"


class Qualifier(StrEnum):
    """The precision of a printed number."""

    EXACT = "exact"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    ABOUT = "about"
    RANGE = "range"
    CHANGE_PERCENT = "change_percent"

    @property
    def is_open_ended(self) -> bool:
        """Whether the number has no upper end."""
        return self in (Qualifier.MORE_THAN, Qualifier.AT_LEAST)


class Status(StrEnum):
    """The status of a milestone; where two statuses apply, the one listed first is kept."""

    IN_PLACE = "in_place"
    UNDER_WAY = "under_way"
    PLANNED = "planned"
    CHALLENGE = "challenge"
    CONTINUING = "continuing"
    NOT_ASKED = "not_asked"


class Kind(StrEnum):
    """The kind of a statement."""

    IMPLEMENTATION = "implementation"
    CHALLENGE = "challenge"
    NEED = "need"
    SUPPORT_REQUEST = "support_request"
    RECOMMENDATION = "recommendation"
    FIGURE = "figure"


class StepOutcome(StrEnum):
    """What a state says became of the next step that it announced before."""

    KEPT = "kept"
    MOVED = "moved"
    DROPPED = "dropped"


class AnswerRow(StrEnum):
    """What a row of a template is: the last answer, the next one, a correction, or one to be taken out."""

    LAST_ANSWER = "last_answer"
    NEW_ANSWER = "new_answer"
    CORRECTION = "correction"
    TAKEN_OUT = "taken_out"


class SourceClass(StrEnum):
    """The kind of author that published a source."""

    CONFERENCE_REPORT = "conference_report"
    STATE_SUBMISSION = "state_submission"
    PARTNER = "partner"
    CIVIL_SOCIETY = "civil_society"
    INTERNATIONAL_STATISTICS = "international_statistics"
    DESK_RESEARCH = "desk_research"
    EXERCISE = "exercise"
    PANEL = "panel"


OWN_WORDS = frozenset({SourceClass.STATE_SUBMISSION, SourceClass.EXERCISE})
"""The classes of sources in which a state itself answers."""


UNCONFIRMED = frozenset({SourceClass.DESK_RESEARCH, SourceClass.PANEL})
"""The classes of sources that the secretariat writes down in its own words; a state confirms by its own document."""


class Access(StrEnum):
    """Who may open a source."""

    PUBLIC = "public"
    INTERNAL = "internal"


class SourceText(StrEnum):
    """What of the text of a source can be read here; the last two are the reason why nothing can."""

    PASSAGES = "passages"
    QUOTED = "quoted"
    OWN_WORDS = "own_words"
    COPY = "copy"
    REWORDED = "reworded"
    UNUSED = "unused"


class EvidenceGrade(StrEnum):
    """The grade of the evidence for a level, the weakest first (method 2)."""

    ASSERTION = "assertion"
    STATEMENT_ON_RECORD = "statement_on_record"
    PRIMARY_DOCUMENT = "primary_document"


class CodingStatus(StrEnum):
    """Whether the state has objected to a coding, not confirmed it, or confirmed or given it; from `Position`."""

    OBJECTED = "objected"
    PROVISIONAL = "provisional"
    CONFIRMED = "confirmed"


class Position(StrEnum):
    """Who said a status, and what the state has said of it; from the least to the most settled.

    The state disagrees; it was said at a panel and the state has not confirmed it; a published report says it and the
    state has not confirmed it; it is not what the state replied to; the state has confirmed it; the state gave it in
    its own answer.
    """

    DISAGREES = "disagrees"
    CHANGED = "changed_since_reply"
    PANEL = "said_at_panel"
    REPORT = "read_in_report"
    CONFIRMED = "confirmed"
    OWN_ANSWER = "own_answer"


CODING_OF = {
    Position.DISAGREES: CodingStatus.OBJECTED,
    Position.CHANGED: CodingStatus.PROVISIONAL,
    Position.PANEL: CodingStatus.PROVISIONAL,
    Position.REPORT: CodingStatus.PROVISIONAL,
    Position.CONFIRMED: CodingStatus.CONFIRMED,
    Position.OWN_ANSWER: CodingStatus.CONFIRMED,
}
"""The coding status of each position, in three words."""


class Contest(StrEnum):
    """Why a status or a figure is contested."""

    OBJECTION = "objection"
    DIFFERENCE = "difference"
    CODING = "coding"


class PeriodBasis(StrEnum):
    """How the period of a figure is known."""

    STATED = "stated"
    INFERRED = "inferred"
    NOT_STATED = "not_stated"


class Basis(StrEnum):
    """How an item is linked to the Declaration."""

    ARTICLE = "article"
    ATTESTED = "attested"
    PRESENTED = "presented"
    THEME = "theme"
    CONCLUSION = "conclusion"
    CONTEXT = "context"


class Scope(StrEnum):
    """Whether an item is followed for each state or for the region as a whole."""

    COUNTRY = "country"
    REGION = "region"


class ItemKind(StrEnum):
    """Whether an item can be completed or is continuing work; context has no status."""

    MILESTONE = "milestone"
    CONTINUING = "continuing"
    CONTEXT = "context"


class IndicatorType(StrEnum):
    """The kind of answer that an indicator asks for."""

    MILESTONE = "milestone"
    ACTIVITY = "activity"
    FACT = "fact"
    MEASURE = "measure"


class BodyKind(StrEnum):
    """The kind of an institution."""

    STATE = "state"
    CIVIL_SOCIETY = "civil_society"
    INTERNATIONAL = "international"
    FOREIGN_STATE = "foreign_state"
    PROJECT = "project"


class ReadingKind(StrEnum):
    """Whether answers were coded from a report (statuses only) or asked for in a round (statuses and levels)."""

    READING = "reading"
    ROUND = "round"


class Severity(StrEnum):
    """The severity of a finding: an error keeps a workbook from being published, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class WorkbookKind(StrEnum):
    """The three kinds of workbook that a state or partner fills in."""

    TRACKER = "tracker"
    STATISTICS = "statistics"
    PARTNERS = "partners"
