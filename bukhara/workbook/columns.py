"""The columns of the data sheets: keys, labels, aliases, contents. Nothing is read or written here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from bukhara.model.codes import (
    EvidenceGrade,
    Kind,
    PeriodBasis,
    Qualifier,
    SourceClass,
    State,
    Status,
    WorkbookKind,
)
from bukhara.workbook.marker import N_


class Holds(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    NUMBER = "number"
    DAY = "day"
    PARTIAL_DATE = "partial_date"
    CODE = "code"
    COUNTRY = "country"
    ITEM = "item"
    INDICATOR = "indicator"
    SOURCE = "source"


class Access(StrEnum):
    """Who may open a source."""

    PUBLIC = "public"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: machine key, English label (a message id), other names people give it."""

    key: str
    label: str
    aliases: tuple[str, ...]
    holds: Holds = Holds.TEXT
    codes: type[StrEnum] | None = None
    required: bool = False
    filled: bool = False
    width: int = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One data sheet: its title in every language, its columns in order, how many of them stay in view."""

    title: str
    aliases: tuple[str, ...]
    columns: tuple[Column, ...]
    kind: WorkbookKind | None = None
    frozen: int = 3


def _c(key: str, label: str, aliases: str, holds: Holds = Holds.TEXT, **more: object) -> Column:
    column = Column(key=key, label=label, aliases=tuple(aliases.split("|")), holds=holds)
    return replace(column, **more)  # type: ignore[arg-type]


_COUNTRY = _c("country", N_("Country"), "страна|государство", Holds.COUNTRY, required=True, filled=True, width=9)
_INDICATOR = _c("indicator", N_("Indicator"), "показатель", Holds.INDICATOR, required=True, filled=True, width=12)
_MEASURE = replace(_INDICATOR, width=24)
_STATE = _c(
    "state",
    N_("State of the answer"),
    "состояние ответа|state of the value|состояние значения",
    Holds.CODE,
    codes=State,
    required=True,
    filled=True,
)
_PARTNER = _c("partner", N_("Partner"), "партнёр|партнер", width=24)
_ASKED_ON = _c("asked_on", N_("Asked on"), "дата запроса|запрошено", Holds.DAY)
_CITATION = (
    _c("source_id", N_("Source"), "источник|source id", Holds.SOURCE, required=True, width=20),
    _c("source_locator", N_("Place in the source"), "место в источнике|line|строка", width=14),
    _c("quote", N_("Quote"), "цитата", width=44),
)
_REMARKS = (
    _c("revision_reason", N_("Reason for the change"), "причина изменения|причина правки", width=24),
    _c("note", N_("Note"), "примечание|comment|комментарий", width=30),
)

STATEMENTS = Sheet(
    title="Statements",
    aliases=("сообщения", "утверждения", "заявления"),
    kind=WorkbookKind.TRACKER,
    columns=(
        _COUNTRY,
        _c("item", N_("Item"), "пункт|theme|тема", Holds.ITEM, required=True, width=9),
        _INDICATOR,
        _c(
            "kind",
            N_("Kind of statement"),
            "вид сообщения|вид",
            Holds.CODE,
            codes=Kind,
            required=True,
            filled=True,
            width=16,
        ),
        _STATE,
        _c("status", N_("Status"), "статус|состояние выполнения", Holds.CODE, codes=Status, required=True),
        _c("level", N_("Level"), "уровень", Holds.NUMBER, width=8),
        _c("since", N_("Since"), "с какого времени|действует с", Holds.PARTIAL_DATE, width=12),
        _c("valid_until", N_("Valid until"), "действует до|срок действия", Holds.PARTIAL_DATE, width=12),
        _c("statement", N_("Statement"), "текст сообщения|сообщение|утверждение", required=True, width=50),
        _c("lang", N_("Language of the statement"), "язык сообщения|язык", width=13),
        _c("statement_translation", N_("Translation of the statement"), "перевод сообщения|перевод", width=50),
        _c("body", N_("Body"), "орган|учреждение|организация", width=30),
        _PARTNER,
        _c(
            "evidence_grade",
            N_("Grade of evidence"),
            "вид подтверждения|степень подтверждения",
            Holds.CODE,
            codes=EvidenceGrade,
            width=20,
        ),
        *_CITATION,
        _ASKED_ON,
        _c("next_step", N_("Next step"), "следующий шаг", width=30),
        _c("due_date", N_("Due date"), "срок исполнения|срок", Holds.DAY),
        *_REMARKS,
    ),
)

_FIGURE = (
    _c("value", N_("Value"), "значение|число|number", Holds.NUMBER, required=True, width=10),
    _STATE,
    _c("qualifier", N_("Qualifier"), "уточнение|точность", Holds.CODE, codes=Qualifier),
    _c("value_low", N_("Lowest value"), "нижняя граница|от", Holds.NUMBER, width=10),
    _c("value_high", N_("Highest value"), "верхняя граница|до", Holds.NUMBER, width=10),
    _c("unit", N_("Unit"), "единица измерения|единица", required=True),
    _c("counting_unit", N_("Counting unit"), "единица учёта|единица учета"),
    _c("stage", N_("Stage"), "стадия"),
    _c("offence_class", N_("Class of offence"), "вид преступления|категория преступления"),
    _c("legal_article", N_("Article of law"), "статья закона|статья"),
    _c("sex", N_("Sex"), "пол", width=8),
    _c("age_group", N_("Age group"), "возрастная группа|возраст"),
    _c("form_of_exploitation", N_("Form of exploitation"), "вид эксплуатации|форма эксплуатации", width=18),
    _c("citizenship", N_("Citizenship"), "гражданство"),
    _c("identifying_body", N_("Identifying body"), "кем выявлено|кто выявил", width=24),
    _c("territorial_scope", N_("Territory"), "территория", width=18),
    _c("period_start", N_("Period from"), "начало периода|период с", Holds.DAY, required=True, width=12),
    _c("period_end", N_("Period to"), "конец периода|период по", Holds.DAY, required=True, width=12),
    _c("period_label", N_("Period as printed"), "период в источнике|период", width=18),
    _c("period_basis", N_("Basis of the period"), "основание периода", Holds.CODE, codes=PeriodBasis),
    _c("reporter", N_("Reporting body"), "кто сообщил|сообщивший орган", width=30),
    _ASKED_ON,
    *_CITATION,
    *_REMARKS,
)
_SUPPORT = _c("kind_of_support", N_("Kind of support"), "вид поддержки|вид помощи", width=20)

STATISTICS = Sheet(
    title="Statistics",
    aliases=("статистика",),
    kind=WorkbookKind.STATISTICS,
    columns=(_COUNTRY, _MEASURE, *_FIGURE),
    frozen=2,
)
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
        _c(
            "source_id",
            N_("Source"),
            "источник|source id|обозначение источника",
            required=True,
            filled=True,
            width=24,
        ),
        _c(
            "source_class",
            N_("Class of source"),
            "вид источника",
            Holds.CODE,
            codes=SourceClass,
            required=True,
            filled=True,
            width=20,
        ),
        _c("title", N_("Title"), "название|заглавие", required=True, filled=True, width=50),
        _c("body", N_("Body"), "орган|организация", required=True, filled=True, width=30),
        _c("document_number", N_("Number of the document"), "номер документа|номер письма"),
        _c("date", N_("Date"), "дата", Holds.DAY, required=True, filled=True, width=12),
        _c("language", N_("Language"), "язык", width=10),
        _c("access", N_("Access"), "доступ", Holds.CODE, codes=Access, width=10),
        _c("address", N_("Address"), "адрес|ссылка|url", width=36),
        _c("checksum", N_("Checksum"), "контрольная сумма", width=20),
    ),
)

DATA_SHEETS = (STATEMENTS, STATISTICS, PARTNERS)
README_TITLE = "Read me"
LISTS_TITLE = "Lists"
FINDINGS_TITLE = "Findings"
LABEL_OF = {column.key: column.label for sheet in (*DATA_SHEETS, SOURCES) for column in sheet.columns}


def sheet_of(kind: WorkbookKind) -> Sheet:
    """Return the data sheet of a kind of workbook."""
    return next(sheet for sheet in DATA_SHEETS if sheet.kind is kind)


def columns_of(kind: WorkbookKind) -> dict[str, str]:
    """Return key -> label (a message id) of the columns of a kind of workbook, in order."""
    return {column.key: column.label for column in sheet_of(kind).columns}
