"""The questions as a Word form."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Cm

from bukhara.i18n.words import words_of
from bukhara.model.codes import ActKind, SourceClass, WorkbookKind
from bukhara.model.statement import Statement
from bukhara.model.text import Text
from tests.unit.workbook.forms import contents
from tests.unit.workbook.small_framework import BODY, LETTER, REPORT
from wings.word_form.clearance_form import word_form
from wings.word_form.word_text import form_in

KAZ = contents(WorkbookKind.TRACKER)


def _form(language: str = "en", **changes: Any) -> Any:
    return Document(io.BytesIO(word_form(replace(KAZ, **changes), words_of(language))))


def _rows(form: Any) -> dict[str, list[str]]:
    cells = [[cell.text for cell in row.cells] for table in form.tables[:-1] for row in table.rows[1:]]
    return {row[0].split(".")[0] + "." + row[0].split(".")[1]: row for row in cells}


def test_only_a_form_of_this_version_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    form = _form()
    form.save(path)
    assert form_in(path) is not None
    mark, _, *others = form.core_properties.keywords.split()
    form.core_properties.keywords = " ".join((mark, "2", *others))
    form.save(path)
    assert form_in(path) is None


def test_every_question_is_in_the_table_of_its_item() -> None:
    form = _form()
    headings = [paragraph.text for paragraph in form.paragraphs if paragraph.style.name == "Heading 2"]
    assert headings == ["BD-2. BD-2", "BD-8b. BD-8b", "BD-12. BD-12", "Agreed by"]
    assert list(_rows(form)) == ["BD-2.2", "BD-8b.1", "BD-12.1"]


def test_the_last_accepted_answer_is_beside_with_its_source() -> None:
    question, last, answer, ticks = _rows(_form())["BD-8b.1"]
    assert question == "BD-8b.1. About BD-8b.1"
    assert last.split("\n") == ["A draft exists. (under way)", "Report of the Third International Conference, L211"]
    assert (answer.strip(), ticks.split("\n")[0]) == ("", "☐ Unchanged")


def test_a_question_without_an_answer_cannot_be_left_unchanged() -> None:
    _, last, _, ticks = _rows(_form())["BD-2.2"]
    assert last == "not covered"
    assert ticks.split("\n") == ["☐ not applicable", "☐ not available from the authority"]


def test_institutions_sign_with_a_letter_and_no_person() -> None:
    table = _form().tables[-1]
    assert [cell.text for cell in table.rows[0].cells] == ["Institution", "Number of the document", "Date"]
    assert table.rows[1].cells[0].text == BODY


def test_it_names_country_round_and_release_on_a4() -> None:
    form = _form()
    stated = "\n".join(paragraph.text for paragraph in form.paragraphs)
    assert "Round: Round of 2026" in stated
    assert "Made from release: 7." in stated
    assert {round(side.cm, 1) for side in (form.sections[0].page_width, form.sections[0].page_height)} == {29.7, 21.0}
    assert form.sections[0].page_width > Cm(29)


def test_headings_of_a_table_are_repeated_and_rows_are_not_torn() -> None:
    table = _form().tables[0]
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert "w:cantSplit" in table.rows[1]._tr.xml


def test_the_same_contents_give_the_same_form() -> None:
    once, twice = (word_form(KAZ, words_of("ru")) for _ in range(2))
    assert once == twice


def test_two_acts_of_one_name_are_two_lines_and_one_that_the_state_answered_is_none() -> None:
    public = replace(REPORT, source_id="desk-1", source_class=SourceClass.DESK_RESEARCH)
    plan = replace(
        KAZ.statements[0], act_kind=ActKind.PLAN, act_name=Text((("en", "CIS programme"),)), source_id=public.source_id
    )
    at_panel = replace(public, source_id="panel-1", source_class=SourceClass.PANEL)
    plans = [replace(plan, valid_until=end) for end in ("2013", "2018")]

    def lines(*more: Statement, language: str = "en") -> list[str]:
        form = _form(language, statements=(*KAZ.statements, *plans, *more), sources=(*KAZ.sources, public, at_panel))
        return [line for line in _rows(form)["BD-8b.1"][3].split("\n") if "CIS programme" in line]

    assert lines(language="ru")[1] == "☐ CIS programme (по 2013 год включительно): не действует."
    both = [
        f"☐ CIS programme (until the end of {year}): {said}."
        for year in (2013, 2018)
        for said in ("in force", "not in force")
    ]
    assert lines() == both
    assert lines(replace(plans[0], source_id=LETTER.source_id)) == both[2:]
    assert lines(replace(plans[0], source_id=at_panel.source_id)) == both  # not confirmed by a document
