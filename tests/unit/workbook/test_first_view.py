"""What a civil servant sees who opens the workbook of a state: few columns, questions in words, one letter to write."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl.utils import get_column_letter

from bukhara.i18n.words import words_of
from bukhara.model.codes import PeriodBasis, SourceClass, State, Status, WorkbookKind
from bukhara.workbook import Question, WorkbookContents, read
from bukhara.workbook.columns import STATEMENTS, Sheet
from bukhara.workbook.writing.marks import marked
from bukhara.workbook.writing.template import write
from tests.bad.baseline import FRAMEWORK as REAL
from tests.filled_in import FilledIn
from tests.unit.workbook.forms import FIGURES, codes, contents, loaded, saved
from tests.unit.workbook.small_framework import BODY, FRAMEWORK

OPEN = (
    Question(country="KAZ", item="BD-2", indicator="BD-2.2"),
    Question(country="KAZ", item="BD-12", indicator="BD-12.1"),
)
LANGUAGES = pytest.mark.parametrize("language", ["en", "ru"])


def _template(language: str, **changes: Any) -> bytes:
    given = contents(WorkbookKind.TRACKER)
    wanted = WorkbookContents(
        kind=given.kind, framework=FRAMEWORK, country="KAZ", statements=given.statements, sources=given.sources,
        base_release=7, **{"questions": OPEN} | changes,
    )  # fmt: skip
    return write(wanted, words_of(language))


def _folded(worksheet: Any, sheet: Sheet) -> list[str]:
    """Return the columns that are hidden in a group, as Excel shows the sheet."""
    sizes = worksheet.column_dimensions
    hidden = {n for each in sizes.values() if each.hidden and each.outlineLevel for n in range(each.min, each.max + 1)}
    return [column.key for n, column in enumerate(sheet.columns, start=1) if n in hidden]


@LANGUAGES
def test_what_is_seldom_needed_is_folded_and_read_without_a_warning(language: str, tmp_path: Path) -> None:
    path = saved(tmp_path, _template(language))
    sheet = loaded(path)[words_of(language)("Statements")]
    folded = _folded(sheet, STATEMENTS)
    assert ("statement_translation" in folded) == (language == "en")
    assert {"country", "item", "level", "lang", "quote"} <= set(folded)
    assert not {"indicator", "question", "state", "status", "statement", "source_id"} & set(folded)
    assert set(codes(read(path, FRAMEWORK))) == {"rows-unanswered"}
    # a laptop of 1366 pixels shows everything up to the source; translations are wider
    width = sum(column.width * 7 + 5 for column in STATEMENTS.columns[:9] if column.key != "statement_translation")
    assert width < 1366 - 50


def test_a_column_that_somebody_hides_is_still_pointed_out(tmp_path: Path) -> None:
    path = saved(tmp_path, _template("en"))
    book = loaded(path)
    book["Statements"].column_dimensions["G"].hidden = True
    book.save(path)
    found = [each for each in read(path, FRAMEWORK).findings if each.code == "hidden-columns"]
    assert [(each.sheet, each.values["columns"]) for each in found] == [("Statements", "G")]


def test_a_finding_in_a_folded_column_unfolds_it(tmp_path: Path) -> None:
    path = saved(tmp_path, _template("en"))
    book = loaded(path)
    letter = get_column_letter([column.key for column in STATEMENTS.columns].index("level") + 1)
    book["Statements"][f"{letter}5"] = "much"
    book.save(path)
    path.write_bytes(marked(path.read_bytes(), read(path, FRAMEWORK).findings, words_of("en")))
    assert "level" not in _folded(loaded(path)["Statements"], STATEMENTS)


@LANGUAGES
def test_questions_are_in_words_beside_their_codes_and_say_what_counts(language: str) -> None:
    kind = WorkbookKind.TRACKER
    filled = FilledIn(write(WorkbookContents(kind=kind, framework=REAL, country="KAZ"), words_of(language)))
    indicators = {each.id: each for each in REAL.indicators}
    for row in filled.rows():
        asked = indicators[filled.value(row, "indicator")]
        text = filled.value(row, "question")
        assert asked.name.in_(language) in text
        assert asked.conditions is None or asked.conditions.in_place.in_(language) in text


@LANGUAGES
def test_one_letter_is_written_once_and_every_answer_has_it(language: str, tmp_path: Path) -> None:
    filled = FilledIn(_template(language))
    words = words_of(language)
    for row, text in zip(filled.rows(state=None), ("A law is in force.", "Принят закон."), strict=True):
        filled.write(row, kind=words("implementation"), state=words("answer given"), statement=text, lang=None)
        filled.write(row, status=words("in place"), lang=words("English") if text.isascii() else words("Russian"))
    sources = filled.on("Sources")
    sources.write(3, body=BODY, document_number="12/3", date=date(2026, 5, 1))
    reading = read(filled.save(tmp_path / "back.xlsx"), FRAMEWORK)
    assert reading.findings == ()
    new = [each for each in reading.statements if each.source_id == "kaz-answer-8"]
    assert [(each.state, each.status) for each in new] == [(State.VALUE, Status.IN_PLACE)] * 2
    letter = reading.sources[0]
    assert (letter.source_class, letter.body, letter.access) == (SourceClass.STATE_SUBMISSION, BODY, "internal")


@LANGUAGES
def test_a_row_that_somebody_adds_is_of_the_state_the_theme_and_the_language_of_the_file(
    language: str, tmp_path: Path
) -> None:
    filled, words, text = FilledIn(_template(language)), words_of(language), {"en": "A law.", "ru": "Принят закон."}
    answer = {"kind": words("implementation"), "state": words("answer given"), "statement": text[language]}
    filled.add(indicator="BD-2.2", source_id="kaz-letter-2026", **answer)
    reading = read(filled.save(tmp_path / "back.xlsx"), FRAMEWORK)
    assert set(codes(reading)) == {"rows-unanswered"}
    added = reading.statements[-1]
    assert (added.country, added.item, added.lang) == ("KAZ", "BD-2", language)


def test_a_figure_that_somebody_adds_has_the_state_of_the_file_and_a_period_that_is_stated(tmp_path: Path) -> None:
    question = replace(FIGURES[0], value=None, state=State.NOT_ASKED, quote="", source_locator="")
    filled = FilledIn(_template("ru", figure_questions=(question,)), "Figures")
    day = {"period_start": date(2025, 1, 1), "period_end": date(2025, 12, 31)}
    filled.add(indicator="CTX-registered", value=5, unit="число", source_id="kaz-letter-2026", **day)
    reading = read(filled.save(tmp_path / "back.xlsx"), FRAMEWORK)
    assert set(codes(reading)) == {"rows-unanswered"}
    assert [(each.country, each.period_basis) for each in reading.observations] == [("KAZ", PeriodBasis.STATED)]


def test_an_answer_whose_letter_was_forgotten_is_an_error_at_the_letter(tmp_path: Path) -> None:
    filled = FilledIn(_template("ru"))
    filled.write(filled.rows(state=None)[0], kind="implementation", state="value", statement="Принят закон.")
    found = read(filled.save(tmp_path / "back.xlsx"), FRAMEWORK).findings
    places = {(each.code, each.sheet, each.column, each.row) for each in found if each.code == "missing-value"}
    assert places == {("missing-value", "Источники", key, 3) for key in ("body", "date")}


def test_without_questions_and_for_the_region_no_letter_is_prepared() -> None:
    kind = WorkbookKind.TRACKER
    region = WorkbookContents(kind=kind, framework=FRAMEWORK, country="REG", questions=OPEN[:1])
    for content in (_template("en", questions=()), write(region, words_of("en"))):
        sources = FilledIn(content, "Sources")
        assert [row for row in sources.rows() if "-answer-" in str(sources.value(row, "source_id"))] == []
