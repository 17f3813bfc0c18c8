"""The words for the codes of a column: shown in drop-downs and cells, and read back in every language.

An open list is a column of free text; its known words are offered and recognised, others are accepted too.
"""

from collections.abc import Iterator
from functools import cache

from bukhara.i18n.changes import COLUMNS, field_text
from bukhara.i18n.codes import word_in
from bukhara.i18n.words import Words, words_of
from bukhara.model.codes import Access, AnswerRow, EvidenceGrade, Kind, SourceClass, State, Status
from bukhara.model.languages import ORIGINALS
from bukhara.model.messages import N_
from bukhara.model.observation import BREAKDOWNS
from bukhara.workbook.columns import COLUMN_OF
from bukhara.workbook.heading_vocabulary import OF_GAPS, TOTAL, vocabulary
from bukhara.workbook.letters import folded, matched

# the character means the same as the word
_SYMBOLS = {"unit": {"%": "percent"}}
WORDS: dict[str, dict[str, str]] = {
    key: {folded(w): w for w in column.words} | _SYMBOLS.get(key, {}) for key, column in COLUMNS.items() if column.words
}
LABELLED = (*(key for key, column in COLUMN_OF.items() if column.codes), *WORDS)
# where a form needs another word than a page, or a page has none
_OF_FORMS: dict[tuple[str, str], str] = {
    ("state", State.VALUE): N_("answer given"),
    ("access", Access.PUBLIC): N_("public"),
    ("access", Access.INTERNAL): N_("internal"),
    ("access", Access.BY_BODY): N_("internal; the page by body is public"),
    **{(key, code): name for code, name in ORIGINALS.items() for key in ("lang", "language")},
}
# other words that ministries write for the same thing; none of them fits two codes of its column
_SYNONYMS: dict[tuple[str, str], str] = {
    ("state", State.VALUE): "есть данные|имеются сведения|имеются данные|сведения есть|ответ дан|есть ответ",
    ("state", State.NOT_APPLICABLE): "неприменимо|не применяется",
    ("state", State.NOT_ASKED): "not covered by the report|в отчёте не освещено",
    ("state", State.NOT_REPORTED): "ответ ожидается",
    ("status", Status.IN_PLACE): "внедрено|имеется|выполнено|implemented",
    (
        "status",
        Status.UNDER_WAY,
    ): "частично|частично выполнено|partly|выполняется|осуществляется|в работе|в стадии выполнения",
    ("status", Status.PLANNED): "планируется",
    ("status", Status.CHALLENGE): "трудность|имеется трудность|challenge",
    ("status", Status.CONTINUING): "ведётся работа|работа ведётся",
    ("answer_row", AnswerRow.CONFIRMED): "по-прежнему верно|подтверждаем|подтверждаю|still right|confirmed",
    ("answer_row", AnswerRow.IN_FORCE): "действует|акт действует|в силе|in force",
    ("answer_row", AnswerRow.NOT_IN_FORCE): "не действует|акт не действует|утратил силу|not in force",
    ("kind", Kind.IMPLEMENTATION): "выполнение|реализация",
    ("kind", Kind.CHALLENGE): "трудность|challenge",
    ("kind", Kind.NEED): "потребность|need",
    ("kind", Kind.FIGURE): "цифра|показатель",
    ("source_class", SourceClass.STATE_SUBMISSION): "ответ государства|письмо государства|представление государства",
    (
        "evidence_grade",
        EvidenceGrade.STATEMENT_ON_RECORD,
    ): "сообщение, занесённое в отчёт|сообщение на официальном мероприятии",
    ("offence_class", "trafficking_and_related"): "торговля людьми вместе со смежными преступлениями",
    ("identifying_body", "police"): "полиция|милиция",
    ("sex", "female"): "лица женского пола",
    ("sex", "male"): "лица мужского пола",
}


def label_of(column: str, code: str, words: Words) -> str:
    """Return the word for a code of a column; the code itself where it has no word or the word fits two codes."""
    label = _label(column, code, words)
    return label if labels_of(column, (words.language,)).get(matched(label)) == code else code


@cache
def labels_of(column: str, languages: tuple[str, ...]) -> dict[str, str]:
    """Return the code of each word of a column, folded by `matched`, in these languages and English."""
    codes = codes_of(column)
    taken = {matched(code): code for code in codes}
    found: dict[str, set[str]] = {}
    for code in codes:
        spoken = [words_of(language) for language in ("en", *languages)]
        labels = [each(column, code, words) for each in (_label, _page_label) for words in spoken]
        for label in (*labels, *_SYNONYMS.get((column, code), "").split("|"), *_in_headings(column, code)):
            found.setdefault(matched(label), set()).add(code)
    sole = {label: next(iter(fitting)) for label, fitting in found.items() if label and len(fitting) == 1}
    return {label: code for label, code in sole.items() if taken.get(label, code) == code}


def _in_headings(column: str, code: str) -> Iterator[str]:
    """Yield the words of ministries' tables for a part of a breakdown or a gap, also with a full stop: `муж.`."""
    meaning = TOTAL if code == "total" else code if column == "state" else f"{column}:{code}"
    words = vocabulary(OF_GAPS if column == "state" else "") if column in (*BREAKDOWNS, "state") else {}
    for phrase in (" ".join(each).replace(" / ", "/") for each, meanings in words.items() if meanings == (meaning,)):
        yield from (phrase, f"{phrase}.")


def codes_of(column: str) -> tuple[str, ...]:
    """Return the codes of a closed list, or the known words of an open one; empty for free text."""
    closed = COLUMN_OF[column].codes
    return tuple(code.value for code in closed) if closed else tuple(dict.fromkeys(WORDS.get(column, {}).values()))


def with_words(column: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the codes of a column that have a word in one of these languages: the others are read, not offered."""

    def has_word(code: str) -> bool:
        return any(_label(column, code, words_of(each)) != code.replace("_", " ") for each in languages)

    return tuple(code for code in codes_of(column) if has_word(code))


def _label(column: str, code: str, words: Words) -> str:
    own = _OF_FORMS.get((column, code))
    return words(own) if own else _page_label(column, code, words)


def _page_label(column: str, code: str, words: Words) -> str:
    closed = COLUMN_OF[column].codes
    return words(word_in(closed, code)) if closed else field_text(column, code, words)
