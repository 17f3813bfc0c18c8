"""The closed lists of codes; a code is the same word in YAML, workbook, store, API and page."""

from enum import StrEnum

from bukhara.model.messages import N_, Named


class State(Named):
    """The six states of a value; a state is stored and never inferred (method 0)."""

    VALUE = "value", N_("value")
    NOT_APPLICABLE = "not_applicable"
    NOT_AVAILABLE = "not_available"
    NOT_ASKED = "not_asked"
    NOT_REPORTED = "not_reported"
    SUPPRESSED = "suppressed"


class Qualifier(Named):
    """The precision of a printed number."""

    EXACT = "exact", N_("exact")
    MORE_THAN = "more_than", N_("more than")
    AT_LEAST = "at_least", N_("at least")
    ABOUT = "about", N_("about")
    RANGE = "range", N_("range")
    CHANGE_PERCENT = "change_percent", N_("change in per cent, base not given")

    @property
    def is_open_ended(self) -> bool:
        """Whether the number has no upper end."""
        return self in (Qualifier.MORE_THAN, Qualifier.AT_LEAST)


class Status(Named):
    """The status of a milestone; where two statuses apply, the one listed first is kept."""

    IN_PLACE = "in_place"
    UNDER_WAY = "under_way"
    PLANNED = "planned"
    CHALLENGE = "challenge"
    CONTINUING = "continuing"
    NOT_ASKED = "not_asked"


class Kind(Named):
    """The kind of a statement."""

    IMPLEMENTATION = "implementation", N_("implementation")
    CHALLENGE = "challenge", N_("challenge named")
    NEED = "need", N_("need named")
    SUPPORT_REQUEST = "support_request", N_("support asked for")
    RECOMMENDATION = "recommendation", N_("recommendation")
    FIGURE = "figure", N_("figure")


class StepOutcome(Named):
    """What a state says became of the next step that it announced before."""

    KEPT = "kept", N_("done as announced")
    MOVED = "moved", N_("moved to another day")
    DROPPED = "dropped", N_("dropped")


class AnswerRow(Named):
    """What a row of a template is: the last answer, confirmed, the next one, an act ticked, a correction, taken out."""

    LAST_ANSWER = "last_answer", N_("last accepted answer")
    CONFIRMED = "confirmed", N_("still right: we confirm it")
    NEW_ANSWER = "new_answer", N_("answer in this round")
    IN_FORCE = "in_force", N_("this act is in force")
    NOT_IN_FORCE = "not_in_force", N_("this act is not in force")
    CORRECTION = "correction", N_("correction of the last answer")
    TAKEN_OUT = "taken_out", N_("to be taken out of the record")


class SourceClass(Named):
    """The kind of author that published a source."""

    CONFERENCE_REPORT = "conference_report", N_("conference report")
    STATE_SUBMISSION = "state_submission", N_("submission of the state")
    PARTNER = "partner", N_("partner organisation")
    CIVIL_SOCIETY = "civil_society", N_("civil society")
    INTERNATIONAL_STATISTICS = "international_statistics", N_("international statistics")
    DESK_RESEARCH = "desk_research", N_("desk research")
    EXERCISE = "exercise", N_("exercise, invented")
    PANEL = "panel", N_("said at the panel")


OWN_WORDS = frozenset({SourceClass.STATE_SUBMISSION, SourceClass.EXERCISE})
"""The classes of sources in which a state itself answers."""


UNCONFIRMED = frozenset({SourceClass.DESK_RESEARCH, SourceClass.PANEL})
"""The classes of sources that the secretariat writes down in its own words; a state confirms by its own document."""


class Access(StrEnum):
    """Who may open a source."""

    PUBLIC = "public"
    INTERNAL = "internal"
    BY_BODY = "internal_by_body"


class SourceText(Named):
    """What of the text of a source can be read here; the last two are the reason why nothing can."""

    PASSAGES = "passages", N_("the cited passages are here")
    QUOTED = "quoted", N_("each row has its quote")
    OWN_WORDS = "own_words", N_("the rows are the state's own answer")
    COPY = "copy", N_("a copy is kept here, the rows are in our words")
    REWORDED = "reworded", N_("its text is not here, the rows are in our words")
    UNUSED = "unused", N_("nothing is used from it")


class EvidenceGrade(Named):
    """The grade of the evidence for a level, the weakest first (method 2)."""

    ASSERTION = "assertion", N_("assertion")
    STATEMENT_ON_RECORD = "statement_on_record", N_("statement on record")
    PRIMARY_DOCUMENT = "primary_document", N_("primary document")


class ActKind(Named):
    """What an act on file is, in the order in which acts are shown; the first four can mark a cell."""

    LAW = "law", N_("law or act")
    PLAN = "plan", N_("plan")
    BODY = "body", N_("procedure or body")
    AGREEMENT = "agreement", N_("agreement")
    FIGURE = "figure", N_("figure")
    EVENT = "event", N_("event")
    ANNOUNCEMENT = "announcement", N_("announcement")


ACTS = (ActKind.LAW, ActKind.PLAN, ActKind.BODY, ActKind.AGREEMENT)


class ActText(Named):
    """Where the text of an act is; one not read to name trafficking, or told by another state, marks no cell."""

    OFFICIAL = "official", N_("text at an official publication")
    REPORTED = "reported", N_("reported by others")
    UNMARKED = "unmarked", N_("marks no cell")


class CodingStatus(Named):
    """Whether the state has objected to a coding, not confirmed it, or confirmed or given it; from `Position`."""

    OBJECTED = "objected", N_("objection by the state")
    PROVISIONAL = "provisional", N_("not confirmed by the state")
    CONFIRMED = "confirmed", N_("confirmed by the state")


class Position(Named):
    """Who said a status, and what the state has said of it; from the least to the most settled.

    The state disagrees; it was said at a panel and the state has not confirmed it; a published report says it and the
    state has not confirmed it; it is not what the state replied to; the state has confirmed it; the state gave it in
    its own answer.
    """

    DISAGREES = "disagrees", N_("the state disagrees")
    CHANGED = "changed_since_reply", N_("changed since the state's reply")
    PANEL = "said_at_panel", N_("said at the panel, not confirmed")
    REPORT = "read_in_report", N_("read in a published report, not confirmed by the state")
    CONFIRMED = "confirmed", N_("confirmed by the state")
    OWN_ANSWER = "own_answer", N_("the state's own answer")


CODING_OF = {
    Position.DISAGREES: CodingStatus.OBJECTED,
    Position.CHANGED: CodingStatus.PROVISIONAL,
    Position.PANEL: CodingStatus.PROVISIONAL,
    Position.REPORT: CodingStatus.PROVISIONAL,
    Position.CONFIRMED: CodingStatus.CONFIRMED,
    Position.OWN_ANSWER: CodingStatus.CONFIRMED,
}
"""The coding status of each position, in three words."""


class Contest(Named):
    """Why a status or a figure is contested."""

    OBJECTION = "objection", N_("objection by the state")
    DIFFERENCE = "difference", N_("sources differ")
    CODING = "coding", N_("two coders read it differently")


class PeriodBasis(Named):
    """How the period of a figure is known."""

    STATED = "stated", N_("period as stated")
    INFERRED = "inferred", N_("period inferred")
    NOT_STATED = "not_stated", N_("period not stated")


class Basis(Named):
    """How an item is linked to the Declaration."""

    ARTICLE = "article", N_("article of the Declaration")
    ATTESTED = "attested", N_("part of the Declaration, according to the report")
    PRESENTED = "presented", N_("presented by a state as implementation of the Declaration")
    THEME = "theme", N_("theme of national policy in the report")
    CONCLUSION = "conclusion", N_("conclusion of the Third conference")
    CONTEXT = "context", N_("context, not monitored")


class Scope(StrEnum):
    """Whether an item is followed for each state or for the region as a whole."""

    COUNTRY = "country"
    REGION = "region"


class ItemKind(StrEnum):
    """Whether an item can be completed or is continuing work; context has no status."""

    MILESTONE = "milestone"
    CONTINUING = "continuing"
    CONTEXT = "context"


class IndicatorType(Named):
    """The kind of answer that an indicator asks for."""

    MILESTONE = "milestone", N_("milestone")
    ACTIVITY = "activity", N_("continuing activity")
    FACT = "fact", N_("fact")
    MEASURE = "measure", N_("measure")


class BodyKind(Named):
    """The kind of an institution."""

    STATE = "state", N_("state body")
    CIVIL_SOCIETY = "civil_society", N_("civil society")
    INTERNATIONAL = "international", N_("international organisation")
    FOREIGN_STATE = "foreign_state", N_("body of another state")
    PROJECT = "project", N_("project")


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
