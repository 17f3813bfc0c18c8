"""A round that takes no more answers says so, row by row; what the record holds already is never late."""

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

import pytest

from bukhara.errors import DraftConflict
from bukhara.i18n.words import words_of
from bukhara.model.codes import SourceClass, State, Status, WorkbookKind
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.model.text import Text
from bukhara.service import Service, sentence
from bukhara.workbook import WorkbookContents, asked
from bukhara.workbook.columns import STATEMENTS
from bukhara.workbook.grid import column_letters
from bukhara.workbook.writing.template import write
from tests.filled_in import FilledIn
from tests.unit.service.little_data import FRAMEWORK, statement
from tests.unit.service.small_record import LENA, letter

FIRST, SECOND, NOW = date(2027, 4, 1), date(2028, 4, 1), datetime(2028, 6, 1, tzinfo=UTC)
QUESTIONS = [question for question in asked(FRAMEWORK, "KAZ") if question.kind is not None][1:4]
ANSWER = letter("KAZ", "answer")
# the column in which the finding is
ASKED_ON = column_letters([column.key for column in STATEMENTS.columns].index("asked_on") + 1)
LATE = {"round-closed", "round-cleared", "round-replaced", "round-not-asked"}


@pytest.fixture
def first(service: Service) -> str:
    """Return a round that KAZ was sent, and UZB was not."""
    return opened(service, "Round of 2027", FIRST)


def opened(service: Service, title: str, sent: date, items: tuple[str, ...] = ()) -> str:
    round_id = service.rounds.open(LENA, Text.of(title, ru=f"{title}, по-русски"), items)
    service.rounds.mark(LENA, round_id, "KAZ", sent=sent)
    return round_id


def answered(n: int = 0, **changes: Any) -> Statement:
    question = QUESTIONS[n]
    values = {"item": question.item, "indicator": question.indicator, "asked_on": FIRST, "source_locator": "p. 1"}
    return statement("KAZ", ANSWER.source_id, **(values | changes))


@cache
def book(*rows: Statement, title: str = "", base: int | None = None, source: Source = ANSWER) -> bytes:
    contents = WorkbookContents(
        kind=WorkbookKind.TRACKER,
        framework=FRAMEWORK,
        country=rows[0].country,
        statements=rows,
        sources=(source,),
        base_release=base,
        round_title=title,
    )
    return write(contents, words_of("en"))


def late(service: Service, content: bytes) -> list[tuple[str, str | None]]:
    draft = service.drafts.receive(LENA, "kaz.xlsx", content)
    return [(f.code, f.cell) for f in service.drafts.reading(LENA, draft.draft_id).findings if f.code in LATE]


def published(service: Service, content: bytes) -> None:
    service.drafts.publish(LENA, service.drafts.receive(LENA, "kaz.xlsx", content).draft_id, "n")


def test_an_answer_to_an_open_round_is_welcome(service: Service, first: str) -> None:
    assert late(service, book(answered())) == []


def test_an_answer_to_a_closed_round_is_refused_and_its_row_is_named(service: Service, first: str) -> None:
    service.rounds.close(LENA, first)
    assert late(service, book(answered(), answered(1))) == [
        ("round-closed", f"{ASKED_ON}3"),
        ("round-closed", f"{ASKED_ON}4"),
    ]


def test_a_late_answer_says_what_to_do_and_is_not_published(service: Service, first: str) -> None:
    service.rounds.close(LENA, first)
    draft = service.drafts.receive(LENA, "kaz.xlsx", book(answered()))
    (found,) = service.drafts.reading(LENA, draft.draft_id).findings
    assert sentence(found, words_of("en")).startswith("This answers the round “Round of 2027”, which is closed.")
    assert "Round of 2027, по-русски" in sentence(found, words_of("ru"))
    with pytest.raises(DraftConflict):
        service.drafts.publish(LENA, draft.draft_id, "n")


def test_a_round_that_is_opened_again_takes_the_same_file(service: Service, first: str) -> None:
    service.rounds.close(LENA, first)
    draft = service.drafts.receive(LENA, "kaz.xlsx", book(answered()))
    service.rounds.close(LENA, first, closed=False)
    assert service.drafts.reading(LENA, draft.draft_id).acceptable


def test_what_was_sent_for_review_in_time_is_not_late_when_the_round_is_closed(service: Service, first: str) -> None:
    draft = service.drafts.receive(LENA, "kaz.xlsx", book(answered()))
    service.drafts.submit(LENA, draft.draft_id, "n")
    service.rounds.close(LENA, first)
    closed = service.ready()
    assert service.drafts.publish(LENA, draft.draft_id, "n").number == closed + 1


def test_rows_without_an_answer_are_never_late(service: Service, first: str) -> None:
    service.rounds.close(LENA, first)
    gap = answered(state=State.NOT_REPORTED, status=Status.NOT_ASKED, statement="", quote="")
    assert late(service, book(gap)) == []


@pytest.mark.parametrize("closed", [True, False])
def test_what_the_record_holds_may_be_sent_again_and_revised_whatever_became_of_its_round(
    service: Service, first: str, closed: bool
) -> None:
    published(service, book(answered()))
    service.rounds.close(LENA, first, closed=closed)
    opened(service, "Round of 2028", SECOND)
    assert late(service, book(answered())) == []
    revised = answered(statement="It was read again.", revision_reason="Letter 5")
    assert late(service, book(revised, base=service.ready())) == []
    assert late(service, service.template("KAZ")) == []


def test_a_cleared_answer_may_come_in_and_nothing_may_be_added_to_it(service: Service, first: str) -> None:
    service.rounds.mark(LENA, first, "KAZ", cleared=date(2027, 5, 1), cleared_by="Ministry of Foreign Affairs")
    assert late(service, book(answered())) == []
    published(service, book(answered()))
    assert late(service, book(answered(), answered(1))) == [("round-cleared", f"{ASKED_ON}4")]


def test_a_newer_round_takes_the_place_of_the_one_before(service: Service, first: str) -> None:
    opened(service, "Round of 2028", SECOND)
    assert late(service, book(answered())) == [("round-replaced", f"{ASKED_ON}3")]
    assert late(service, book(answered(asked_on=SECOND))) == []


def test_a_newer_round_about_other_themes_does_not(service: Service, first: str) -> None:
    other = next(item.id for item in FRAMEWORK.items if item.id not in {q.item for q in QUESTIONS})
    opened(service, "About one theme", SECOND, (other,))
    assert late(service, book(answered())) == []


def test_a_newer_round_that_was_not_sent_to_this_state_does_not(service: Service, first: str) -> None:
    round_id = service.rounds.open(LENA, Text.of("Round of 2028"))
    service.rounds.mark(LENA, round_id, "UZB", sent=SECOND)
    assert late(service, book(answered())) == []


def test_a_request_that_was_taken_back_was_never_sent(service: Service, first: str) -> None:
    opened(service, "Round of 2028", SECOND)
    service.reverts.revert(LENA, service.ready(), "Sent by mistake.")
    assert late(service, book(answered())) == []


def test_a_state_that_was_not_asked_does_not_answer_that_round(service: Service, first: str) -> None:
    source = letter("UZB", "answer")
    question = next(q for q in asked(FRAMEWORK, "UZB") if q.kind is not None)
    values: dict[str, Any] = {"item": question.item, "indicator": question.indicator}
    row = statement("UZB", source.source_id, asked_on=FIRST, **values)
    assert late(service, book(row, source=source)) == [("round-not-asked", f"{ASKED_ON}3")]
    plain = statement("UZB", source.source_id, asked_on=date(2027, 4, 2), **values)
    assert late(service, book(plain, source=source)) == []


def filled(template: bytes) -> bytes:
    """Return a template with one of its prepared rows answered from a new letter."""
    workbook = FilledIn(template)
    workbook.write(
        workbook.rows(state=None)[0], kind="implementation", state="value", status="in_place", source_id="kaz-new",
        statement="A step was taken.", body="Ministry of Internal Affairs", evidence_grade="statement_on_record",
        lang="en", since="2026",
    )  # fmt: skip
    sources = workbook.on("Sources")
    sources.write(
        (*sources.rows(source_id=None), sources.sheet.max_row + 1)[0], source_id="kaz-new", title="Letter",
        source_class=SourceClass.STATE_SUBMISSION.value, body="Ministry of Internal Affairs", document_number="1/1",
        date=date(2028, 5, 2),
    )  # fmt: skip
    return workbook.saved()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_template_of_last_year_says_which_one_to_take(service: Service, first: str, language: str) -> None:
    old = service.template("KAZ", language)
    opened(service, "Round of 2028", SECOND)
    assert late(service, old) == []
    draft = service.drafts.receive(LENA, "kaz.xlsx", filled(old))
    found = [f for f in service.drafts.reading(LENA, draft.draft_id).findings if f.code in LATE]
    assert [(f.code, f.sheet) for f in found] == [("round-replaced", words_of(language)("Statements"))]
    assert "Please download the template again" in sentence(found[0], words_of("en"))
    assert late(service, filled(service.template("KAZ", language))) == []


def test_a_template_taken_before_its_round_was_marked_as_sent_is_that_of_its_round(service: Service) -> None:
    round_id = service.rounds.open(LENA, Text.of("Round of 2027"))
    template = service.template("KAZ")
    service.rounds.mark(LENA, round_id, "KAZ", sent=FIRST)
    assert late(service, filled(template)) == []
    opened(service, "Round of 2028", SECOND)
    assert [code for code, _ in late(service, filled(template))] == ["round-replaced"]


def test_the_workbook_of_the_region_is_asked_in_no_round(service: Service, first: str) -> None:
    source = letter("REG", "answer")
    question = next(q for q in asked(FRAMEWORK, "REG") if q.kind is not None)
    row = statement("KAZ", source.source_id, item=question.item, indicator=question.indicator)
    service.rounds.close(LENA, first)
    assert late(service, book(replace(row, country="REG", body=""), title="Round of 2027", source=source)) == []


def test_a_template_of_an_old_release_is_fine_where_nothing_came_between(service: Service, first: str) -> None:
    old = filled(service.template("KAZ"))
    service.rounds.mark(LENA, first, "UZB", sent=FIRST)
    assert late(service, old) == []
    published(service, old)
    assert service.ready() == 4


def test_the_day_of_sending_may_be_corrected_under_a_template_that_is_out(service: Service, first: str) -> None:
    out = filled(service.template("KAZ"))
    service.rounds.mark(LENA, first, "UZB", sent=FIRST)
    service.rounds.mark(LENA, first, "KAZ", sent=date(2027, 4, 3))
    assert late(service, out) == []
