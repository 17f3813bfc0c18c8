"""The columns of the data sheets: keys, labels, aliases, contents. Nothing is read or written here."""

from dataclasses import dataclass, replace
from enum import StrEnum

from bukhara.i18n.changes import COLUMNS
from bukhara.model.codes import (
    AnswerRow,
    EvidenceGrade,
    Kind,
    PeriodBasis,
    Qualifier,
    SourceClass,
    State,
    Status,
    WorkbookKind,
)
from bukhara.model.observation import COUNTED


class Holds(StrEnum):
    """The type of the cells of a column."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    PARTIAL_DATE = "partial_date"
    CODE = "code"
    COUNTRY = "country"
    ITEM = "item"
    INDICATOR = "indicator"
    SOURCE = "source"
    TOPICS = "topics"


class Access(StrEnum):
    """Who may open a source."""

    PUBLIC = "public"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: machine key, English label (a message id), and other names that people use.

    A column that is `template_only` is read but not stored, and may be absent without a finding. One that is
    `shown_only` helps the person who fills the form in; its cells are not read. A column that was added `later` may be
    absent, too.
    """

    key: str
    label: str
    aliases: tuple[str, ...]
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
    {"country", "item", "indicator", "kind", "partner", "kind_of_support", "asked_on", "answer_row", "answered_on"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One data sheet: its title in every language, its columns in order, and the number of frozen columns.

    A row that fills only the `prepared` columns is a question without an answer. `implied` are a column, another
    one that is empty, and its value where the first is filled: a number is an answer.
    """

    title: str
    aliases: tuple[str, ...]
    columns: tuple[Column, ...]
    kind: WorkbookKind | None = None
    frozen: int = 3
    prepared: frozenset[str] = _PREPARED
    implied: tuple[tuple[str, str, str], ...] = ()


def _c(key: str, aliases: str, holds: Holds = Holds.TEXT, **more: object) -> Column:
    column = Column(key=key, label=COLUMNS[key], aliases=tuple(aliases.split("|")), holds=holds)
    return replace(column, **more)  # type: ignore[arg-type]


_COUNTRY = _c("country", "страна|государство", Holds.COUNTRY, required=True, filled=True, width=9)
_INDICATOR = _c("indicator", "показатель", Holds.INDICATOR, required=True, filled=True, width=12)
_MEASURE = replace(_INDICATOR, width=24)
_STATE = _c(
    "state",
    "состояние ответа|state of the value|состояние значения",
    Holds.CODE,
    codes=State,
    required=True,
    filled=True,
)
_PARTNER = _c("partner", "партнёр|партнер", width=24)
_ASKED_ON = _c("asked_on", "дата запроса|запрошено", Holds.DAY)
_CITATION = (
    _c("source_id", "источник|source id", Holds.SOURCE, required=True, width=20),
    _c("source_locator", "место в источнике|line|строка", width=14),
    _c("quote", "цитата", width=44),
)
_REMARKS = (
    _c("revision_reason", "причина изменения|причина правки", width=24),
    _c("note", "примечание|comment|комментарий", width=30),
)

STATEMENTS = Sheet(
    title="Statements",
    aliases=("сообщения", "утверждения", "заявления"),
    kind=WorkbookKind.TRACKER,
    columns=(
        _COUNTRY,
        _c("item", "пункт|theme|тема", Holds.ITEM, required=True, width=9),
        _INDICATOR,
        _c("kind", "вид сообщения|вид", Holds.CODE, codes=Kind, required=True, filled=True, width=16),
        _STATE,
        _c("status", "статус|состояние выполнения", Holds.CODE, codes=Status, required=True),
        _c("level", "уровень", Holds.NUMBER, width=8),
        _c("since", "с какого времени|действует с", Holds.PARTIAL_DATE, width=12),
        _c("valid_until", "действует до|срок действия", Holds.PARTIAL_DATE, width=12),
        _c("statement", "текст сообщения|сообщение|утверждение", required=True, width=50),
        _c("lang", "язык сообщения|язык", width=13),
        _c("statement_translation", "перевод сообщения|перевод", width=50),
        _c("body", "орган|учреждение|организация", width=30),
        _PARTNER,
        _c("evidence_grade", "вид подтверждения|степень подтверждения", Holds.CODE, codes=EvidenceGrade, width=20),
        *_CITATION,
        _ASKED_ON,
        _c("next_step", "следующий шаг", width=30),
        _c("due_date", "срок исполнения|срок", Holds.DAY),
        *_REMARKS,
        _c("topics", "topic|сквозные вопросы", Holds.TOPICS, later=True, width=26),
        _c("answer_row", "эта строка|вид строки", Holds.CODE, codes=AnswerRow, template_only=True, width=22),
        _c("answered_on", "дата ответа|отвечено", Holds.DAY, template_only=True, width=12),
    ),
)

_FIGURE = (
    _c("value", "значение|число|number", Holds.NUMBER, required=True, width=10),
    _STATE,
    _c("qualifier", "уточнение|точность", Holds.CODE, codes=Qualifier),
    _c("value_low", "нижняя граница|от", Holds.NUMBER, width=10),
    _c("value_high", "верхняя граница|до", Holds.NUMBER, width=10),
    _c("unit", "единица измерения|единица", required=True),
    _c("counting_unit", "единица учёта|единица учета"),
    _c("stage", "стадия|этап"),
    _c("offence_class", "вид преступления|категория преступления"),
    _c("legal_article", "статья закона|статья"),
    _c("sex", "пол", width=8),
    _c("age_group", "возрастная группа|возраст"),
    _c("form_of_exploitation", "вид эксплуатации|форма эксплуатации", width=18),
    _c("citizenship", "гражданство"),
    _c("identifying_body", "кем выявлено|кто выявил", width=24),
    _c("territorial_scope", "территория", width=18),
    _c("period_start", "начало периода|период с", Holds.DAY, required=True, width=12),
    _c("period_end", "конец периода|период по", Holds.DAY, required=True, width=12),
    _c("period_label", "период в источнике|период|period as printed", width=18),
    _c("period_basis", "основание периода", Holds.CODE, codes=PeriodBasis),
    _c("reporter", "кто сообщил|сообщивший орган", width=30),
    _ASKED_ON,
    *_CITATION,
    *_REMARKS,
)
_SUPPORT = _c("kind_of_support", "вид поддержки|вид помощи", width=20)

STATISTICS = Sheet(
    title="Statistics",
    aliases=("статистика",),
    kind=WorkbookKind.STATISTICS,
    columns=(_COUNTRY, _MEASURE, *_FIGURE),
    frozen=2,
)
_ASKED = ("value", "state", "period_start", "period_end", "source_id", "note")


def _figures_of_a_state() -> tuple[Column, ...]:
    """Return the columns of Statistics: the question, the answer, then what is seldom needed."""
    question = _c("question", "вопрос|показатель словами", shown_only=True, width=40)
    wide = {"stage": 18, "offence_class": 26, "counting_unit": 16}
    by_key = {each.key: replace(each, width=wide.get(each.key, each.width)) for each in _FIGURE}
    first = (_COUNTRY, _MEASURE, question)
    preset = ("stage", "offence_class", "identifying_body", "counting_unit", "reporter")
    order = dict.fromkeys((*preset, *_ASKED, *by_key))
    return (*first, *(by_key[key] for key in order))


FIGURES = Sheet(
    title="Figures",
    aliases=("цифры", "показатели", "данные"),
    kind=WorkbookKind.STATISTICS,
    columns=_figures_of_a_state(),
    prepared=_PREPARED | {"question", "period_basis", "reporter", *COUNTED},
    implied=(("value", "state", State.VALUE.value),),
)
"""The figures that a state is asked for, beside the statements of its tracker."""
PARTNERS = Sheet(
    title="Partners",
    aliases=("партнёры", "партнеры"),
    kind=WorkbookKind.PARTNERS,
    columns=(_COUNTRY, replace(_PARTNER, required=True, filled=True), _SUPPORT, _MEASURE, *_FIGURE),
    frozen=4,
)
SOURCES = Sheet(
    title="Sources",
    aliases=("источники",),
    frozen=1,
    columns=(
        _c("source_id", "источник|source id|обозначение источника", required=True, filled=True, width=24),
        _c("source_class", "вид источника", Holds.CODE, codes=SourceClass, required=True, filled=True, width=20),
        _c("title", "название|заглавие", required=True, filled=True, width=50),
        _c("body", "орган|организация", required=True, filled=True, width=30),
        _c("document_number", "номер документа|номер письма"),
        _c("date", "дата", Holds.DAY, required=True, filled=True, width=12),
        _c("language", "язык", width=10),
        _c("access", "доступ", Holds.CODE, codes=Access, width=10),
        _c("address", "адрес|ссылка|url", width=36),
        _c("checksum", "контрольная сумма", width=20),
        _c("dataset", "набор данных|data set", later=True, width=16),
    ),
)

DATA_SHEETS = (STATEMENTS, STATISTICS, PARTNERS)
ALL_SHEETS = (*DATA_SHEETS, FIGURES, SOURCES)
# the fill of a row that holds an accepted answer, and of one that is to be confirmed
ACCEPTED_COLOUR, CONFIRM_COLOUR = "F2F2F2", "FFF2CC"
README_TITLE = "Read me"
LISTS_TITLE = "Lists"
FINDINGS_TITLE = "Findings"
COLUMN_OF = {column.key: column for sheet in ALL_SHEETS for column in sheet.columns}
TEMPLATE_ONLY = frozenset(key for key, column in COLUMN_OF.items() if column.template_only)
LABEL_OF = {key: column.label for key, column in COLUMN_OF.items()}


def sheet_of(kind: WorkbookKind) -> Sheet:
    """Return the data sheet of a kind of workbook."""
    return next(sheet for sheet in DATA_SHEETS if sheet.kind is kind)


def columns_of(kind: WorkbookKind) -> dict[str, str]:
    """Return key -> label (a message id) of the columns of a kind of workbook, in order."""
    return {column.key: column.label for column in sheet_of(kind).columns}
