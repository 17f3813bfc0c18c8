"""What becomes a draft besides a template: an answer by letter, open data sent back, a form with headings of its own."""

import io
import json
from datetime import date

import openpyxl
import pytest
from openpyxl import load_workbook

from bukhara.errors import DraftConflict, Refused
from bukhara.exports import records
from bukhara.exports.to_xlsx import to_xlsx
from bukhara.model.answer import LetterAnswer
from bukhara.model.codes import PeriodBasis, SourceClass, State
from bukhara.model.draft import Origin
from bukhara.model.observation import Observation
from bukhara.service import Service
from bukhara.service.drafts.typed_answer import typed_answer
from tests.filled_in import FIRST, KEYS, FilledIn
from tests.unit.service.little_data import FRAMEWORK, statement
from tests.unit.service.small_record import KAZ, LENA, UZB, corrected, fresh, workbook

ITEM = next(item for item in FRAMEWORK.items if item.milestones)


def answer(**changes: str) -> LetterAnswer:
    typed = {"country": "KAZ", "indicator": ITEM.milestones[0].id, "state": "value", "status": "under_way"}
    typed |= {"since": "2026-05", "statement": "A plan was drafted.", "lang": "en", "date": "2026-11-20"}
    typed |= {"body": "Ministry of Internal Affairs", "document_number": "12/345"}
    return typed_answer(typed | changes, FRAMEWORK)


def test_an_answer_is_a_draft_of_its_state_and_its_letter_is_the_source(service: Service) -> None:
    draft = service.drafts.answer(KAZ, answer())
    assert (draft.origin, draft.subject, draft.base) == (Origin.ANSWER, "KAZ", 1)
    service.drafts.publish(LENA, draft.draft_id, "by letter")
    (source,) = (each for each in service.stored_contents(2).sources if each.document_number == "12/345")
    found = (source.source_class, source.access, source.date, source.title)
    title = "Kazakhstan, letter 12/345 of 20 November 2026"
    assert found == (SourceClass.STATE_SUBMISSION, "internal", date(2026, 11, 20), title)
    rows = [row for row in service.stored_contents(2).statements if row.source_id == source.source_id]
    assert [(row.statement, row.since, row.status) for row in rows] == [("A plan was drafted.", "2026-05", "under_way")]


def test_the_title_of_a_letter_is_in_its_language(service: Service) -> None:
    draft = service.drafts.answer(KAZ, answer(lang="ru", statement="План составлен.", document_number=""))
    service.drafts.publish(LENA, draft.draft_id, "by letter")
    titles = {each.title: str(each.title_translation) for each in service.stored_contents(2).sources}
    assert titles["Казахстан, письмо от 20 ноября 2026 года"] == "Kazakhstan, letter of 20 November 2026"


def test_an_answer_leaves_every_other_row_as_it_was(service: Service) -> None:
    service.drafts.publish(LENA, service.drafts.answer(LENA, answer()).draft_id, "by letter")
    assert set(service.stored_contents(1).statements) < set(service.stored_contents(2).statements)
    assert len(service.stored_contents(2).statements) == len(service.stored_contents(1).statements) + 1


def test_the_same_letter_about_the_same_question_takes_the_place_of_its_first_answer(service: Service) -> None:
    for text in ("A plan was drafted.", "The plan was adopted."):
        made = service.drafts.answer(LENA, answer(statement=text, revision_reason=f"Read again: {text}"))
        service.drafts.publish(LENA, made.draft_id, "by letter")
    texts = [row.statement for row in service.stored_contents(3).statements if "letter" in row.source_id]
    assert texts == ["The plan was adopted."]


def test_a_figure_is_an_answer_too(service: Service) -> None:
    measure = next(each.id for each in FRAMEWORK.measures)
    figure = Observation(
        country="KAZ",
        indicator=measure,
        value=12,
        state=State.VALUE,
        unit="count",
        counting_unit="victim",
        period_start=date(2025, 1, 1),
        period_end=date(2025, 12, 31),
        period_basis=PeriodBasis.STATED,
    )
    letter = LetterAnswer(row=figure, body="Ministry of Internal Affairs", date=date(2026, 11, 20))
    draft = service.drafts.answer(LENA, letter)
    assert (draft.subject, service.drafts.reading(LENA, draft.draft_id).findings) == ("KAZ", ())
    service.drafts.publish(LENA, draft.draft_id, "by letter")
    assert [row.value for row in service.stored_contents(2).observations] == [12]


@pytest.mark.parametrize("changes", [{"state": "maybe"}, {"status": "done"}, {"body": " "}, {"country": "ABC"}])
def test_an_answer_that_cannot_be_is_refused_with_a_reason(service: Service, changes: dict[str, str]) -> None:
    with pytest.raises(Refused):
        service.drafts.answer(LENA, answer(**changes))
    assert service.drafts.drafts(LENA) == ()


def test_an_answer_with_a_mistake_is_a_draft_with_a_finding(service: Service) -> None:
    draft = service.drafts.answer(LENA, answer(since="last spring"))
    assert "since" in [finding.column for finding in service.drafts.reading(LENA, draft.draft_id).findings]


def test_a_receipt_says_what_became_of_the_cells(service: Service) -> None:
    draft_id = service.drafts.receive(KAZ, "kaz.xlsx", corrected("Another step.")).draft_id
    service.drafts.publish(LENA, draft_id, "by letter")
    book = openpyxl.load_workbook(io.BytesIO(service.drafts.receipt(KAZ, draft_id, "en")))
    text = " ".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)
    assert "A step was taken." in text
    assert "Another step." in text
    assert "changed Statements!3" in text
    with pytest.raises(DraftConflict):
        service.drafts.receipt(UZB, draft_id, "en")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a.xlsx", "a.xlsx"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\x\\отчёт 2026.xlsx", "отчёт 2026.xlsx"),
        ("a\r\nSet-Cookie: b\u202e.xlsx", "aSet-Cookie: b.xlsx"),
        ("", "workbook.xlsx"),
        ("x" * 300 + ".xlsx", "x" * 115 + ".xlsx"),
    ],
)
def test_a_file_name_is_kept_without_its_path_and_what_cannot_be_seen(service: Service, given: str, kept: str) -> None:
    assert service.drafts.receive(LENA, given, fresh()).file_name == kept


def export(service: Service) -> bytes:
    return to_xlsx(records.evidence(service.snapshot()))


def test_a_changed_row_comes_back_marked_at_its_cell_and_is_not_published(service: Service) -> None:
    book = FilledIn(export(service), "Data")
    place = next(cell.coordinate for cell in book.sheet[2] if cell.value == "A step was taken.")
    book.sheet[place] = "Another step."
    draft = service.drafts.receive(LENA, "evidence.xlsx", book.saved())
    sent_back = load_workbook(io.BytesIO(service.drafts.marked(LENA, draft.draft_id, "en")))
    assert "not as it was exported" in sent_back["Data"][place].comment.text
    with pytest.raises(DraftConflict):
        service.drafts.publish(LENA, draft.draft_id, "Another step.")


def retyped() -> bytes:
    """A tracker without the key row, whose statements are under a heading of the ministry's own."""
    book = FilledIn(workbook(statement(statement="A step, retyped.")))
    book.write(2, statement="Ответ министерства")
    book.write(FIRST, answer_row=None)
    book.sheet.delete_rows(KEYS)
    return book.saved()


def test_an_unknown_heading_is_a_finding_until_somebody_says_what_it_means(service: Service) -> None:
    draft = service.drafts.receive(LENA, "KAZ.xlsx", retyped(), subject="KAZ")
    assert {"unknown-column", "missing-column"} <= {
        f.code for f in service.drafts.reading(LENA, draft.draft_id).findings
    }
    service.headings.remember_heading(LENA, "KAZ", "tracker", "  ответ  Министерства", "statement")
    reading = service.drafts.reading(LENA, draft.draft_id)
    assert reading.acceptable, reading.findings
    assert [row.statement for row in reading.statements] == ["A step, retyped."]


def test_what_one_country_calls_a_column_means_nothing_for_another(service: Service) -> None:
    service.headings.remember_heading(LENA, "UZB", "tracker", "Ответ министерства", "statement")
    draft = service.drafts.receive(LENA, "KAZ.xlsx", retyped(), subject="KAZ")
    assert not service.drafts.reading(LENA, draft.draft_id).acceptable


def test_a_heading_is_listed_and_has_a_row_in_the_audit_log(service: Service) -> None:
    service.headings.remember_heading(LENA, "KAZ", "tracker", "Ответ", "statement")
    (heading,) = service.headings.headings(LENA, "KAZ")
    assert (heading.text, heading.column) == ("ответ", "statement")
    entry = service.opened().audit()[-1]
    assert (entry.actor, entry.action, json.loads(entry.detail)["column"]) == ("lena", "heading", "statement")


@pytest.mark.parametrize(
    ("kind", "text", "column"),
    [("tracker", "Ответ", "value"), ("statistics", "Ответ", "statement"), ("other", "Ответ", "note"), ("tracker", " ", "note")],
)  # fmt: skip
def test_a_column_that_is_not_there_or_no_heading_is_refused(
    service: Service, kind: str, text: str, column: str
) -> None:
    with pytest.raises(Refused):
        service.headings.remember_heading(LENA, "KAZ", kind, text, column)
    assert service.headings.headings(LENA, "KAZ") == ()
