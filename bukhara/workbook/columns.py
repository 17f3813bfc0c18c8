"""The columns of the data sheets: which, in what order, and how they are filled. Nothing is read or written here."""

from dataclasses import dataclass, replace
from enum import StrEnum

from bukhara.model import columns
from bukhara.model.codes import AnswerRow, PeriodBasis, State, WorkbookKind
from bukhara.model.columns import Holds, Role
from bukhara.model.messages import N_
from bukhara.model.observation import COUNTED, Observation
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.workbook.column_names import NAMING


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: machine key, label and hint (message ids), and other names that people use.

    A column that is `template_only` is read but not stored, and may be absent without a finding. One that is
    `shown_only` helps the person who fills the form in; its cells are not read. A column that was added `later` may be
    absent, too.
    """

    key: str
    label: str
    aliases: tuple[str, ...]
    hint: str
    holds: Holds = Holds.TEXT
    codes: type[StrEnum] | None = None
    required: bool = False
    filled: bool = False
    template_only: bool = False
    shown_only: bool = False
    later: bool = False
    width: int = 14


# what a prepared row holds before anybody has answered it
_PREPARED = frozenset(
    {
        "country", "item", "indicator", "question", "kind", "lang", "partner", "kind_of_support", "source_id",
        "asked_on", "answer_row", "answered_on",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: its title (a message id) and other names, its columns in order, and the number of frozen columns.

    Only the first columns are `shown` when a template is opened; the others are folded. A row that fills only the
    `prepared` columns is a question without an answer. `implied` are a column, another one that is empty, and its value
    where the first is filled: a number is an answer, and its period is stated.
    """

    title: str
    aliases: tuple[str, ...]
    columns: tuple[Column, ...]
    kind: WorkbookKind | None = None
    frozen: int = 3
    shown: int | None = None
    prepared: frozenset[str] = _PREPARED
    implied: tuple[tuple[str, str, str], ...] = ()


def _column(found: columns.Column, **more: bool) -> Column:
    naming = NAMING[found.name]
    return Column(
        key=found.name,
        label=found.label,
        aliases=tuple(naming.aliases.split("|")),
        hint=naming.hint,
        holds=found.holds,
        codes=found.codes,
        later=Role.LATER in found.roles,
        width=naming.width,
        **more,
    )


def _columns(record: type, required: str, filled: str = "") -> dict[str, Column]:
    """Return the columns of a record that workbooks have, in the order of its fields; `filled` ones are `required`."""
    needed = {*required.split(), *filled.split()}
    return {
        each.name: _column(each, required=each.name in needed, filled=each.name in filled.split())
        for each in columns.columns_of(record)
        if each.name in NAMING
    }


_STATEMENT = _columns(Statement, "item status statement source_id", "country indicator kind state")
_OBSERVATION = _columns(Observation, "value unit period_start period_end source_id", "country indicator state")
_SOURCE = _columns(Source, "", "source_id source_class title body date")
_SOURCE["source_id"] = replace(_SOURCE["source_id"], width=24)
_MEASURE = replace(_OBSERVATION["indicator"], width=24)
_ABOUT = ("country", "indicator", "partner", "kind_of_support")
_FIGURE = tuple(each for key, each in _OBSERVATION.items() if key not in _ABOUT)

_QUESTION = _column(columns.Column("question", N_("Question"), Holds.TEXT), shown_only=True)
_ANSWER_ROW = _column(columns.Column("answer_row", N_("This row is"), Holds.CODE, codes=AnswerRow), template_only=True)
_ANSWERED_ON = _column(columns.Column("answered_on", N_("Answered on"), Holds.DAY), template_only=True)


def _in_order(first: str, *known: Column) -> tuple[Column, ...]:
    """Return the columns: the question with what belongs to its answer, then what is seldom needed."""
    by_key = {each.key: each for each in known}
    return tuple(by_key[key] for key in dict.fromkeys((*first.split(), *by_key)))


_ANSWER = (
    "indicator question answer_row kind state status statement statement_translation source_id since valid_until "
    "next_step due_date lead promised_document step_outcome revision_reason note"
)
STATEMENTS = Sheet(
    title=N_("Statements"),
    aliases=("сообщения", "утверждения", "заявления"),
    kind=WorkbookKind.TRACKER,
    columns=_in_order(_ANSWER, *_STATEMENT.values(), _QUESTION, _ANSWER_ROW, _ANSWERED_ON),
    frozen=2,
    shown=len(_ANSWER.split()),
    implied=(("statement", "state", State.VALUE.value),),
)
STATISTICS = Sheet(
    title=N_("Statistics"),
    aliases=("статистика",),
    kind=WorkbookKind.STATISTICS,
    columns=(_OBSERVATION["country"], _MEASURE, *_FIGURE, _ANSWER_ROW),
    frozen=2,
)
_ASKED = (
    "indicator question answer_row value qualifier state period_start period_end source_id reporter note "
    "revision_reason"
)
FIGURES = Sheet(
    title=N_("Figures"),
    aliases=("цифры", "показатели", "данные"),
    kind=WorkbookKind.STATISTICS,
    columns=_in_order(_ASKED, _OBSERVATION["country"], _OBSERVATION["indicator"], _QUESTION, _ANSWER_ROW, *_FIGURE),
    frozen=2,
    shown=len(_ASKED.split()),
    prepared=_PREPARED | {"period_basis", "reporter", *COUNTED},
    implied=(
        ("value", "state", State.VALUE.value),
        ("period_start", "period_basis", PeriodBasis.STATED.value),
        ("period_end", "period_basis", PeriodBasis.STATED.value),
    ),
)
"""The figures that a state is asked for, beside the statements of its tracker."""
PARTNERS = Sheet(
    title=N_("Partners"),
    aliases=("партнёры", "партнеры"),
    kind=WorkbookKind.PARTNERS,
    columns=(
        _OBSERVATION["country"],
        replace(_OBSERVATION["partner"], required=True, filled=True),
        _OBSERVATION["kind_of_support"],
        _MEASURE,
        *_FIGURE,
        _ANSWER_ROW,
    ),
    frozen=4,
)
_SOURCES = "source_id source_class title body document_number date language access address"
SOURCES = Sheet(
    title=N_("Sources"),
    aliases=("источники",),
    columns=_in_order(_SOURCES, *_SOURCE.values()),
    frozen=1,
    shown=len(_SOURCES.split()),
    prepared=frozenset(("source_id", "source_class", "title", "title_translation", "language", "access")),
)

DATA_SHEETS = (STATEMENTS, STATISTICS, PARTNERS)
# made by this program, and not read
README = Sheet(title=N_("Read me"), aliases=("прочитайте", "прочти меня", "инструкция"), columns=())
LISTS = Sheet(title="Lists", aliases=(), columns=())
FINDINGS = Sheet(title=N_("Findings"), aliases=(), columns=())
ALL_SHEETS = (*DATA_SHEETS, FIGURES, SOURCES, README, LISTS, FINDINGS)
# the fill of a row that holds an accepted answer, and of one that is to be confirmed
ACCEPTED_COLOUR, CONFIRM_COLOUR = "F2F2F2", "FFF2CC"
COLUMN_OF = {column.key: column for sheet in ALL_SHEETS for column in sheet.columns}
TEMPLATE_ONLY = frozenset(key for key, column in COLUMN_OF.items() if column.template_only)
LABEL_OF = {key: column.label for key, column in COLUMN_OF.items()}


def sheet_of(kind: WorkbookKind) -> Sheet:
    """Return the data sheet of a kind of workbook."""
    return next(sheet for sheet in DATA_SHEETS if sheet.kind is kind)


def columns_of(kind: WorkbookKind) -> dict[str, str]:
    """Return key -> label (a message id) of the columns of a kind of workbook, in order."""
    return {column.key: column.label for column in sheet_of(kind).columns}
