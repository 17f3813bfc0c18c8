"""What is looked at before a draft is approved: computed from the draft, the record and the other drafts."""

from pathlib import Path

import pytest

from bukhara.i18n.words import words_of
from bukhara.service import Service
from bukhara.service.drafts import uploads
from bukhara.service.drafts.checklist import Weight, sentence
from tests.unit.service.desk_house import LENA, MIRA, desk_house, letter, said, workbook
from tests.unit.service.little_data import statement


@pytest.fixture
def service(tmp_path: Path) -> Service:
    return desk_house(tmp_path)


def told(service: Service, draft_id: int) -> dict[str, str]:
    """Return what the list says, by code; every sentence is filled."""
    words = words_of("en")
    framework = service.framework()
    return {check.code: sentence(check, framework, words) for check in service.drafts.checklist(LENA, draft_id)}


def received(service: Service, content: bytes) -> int:
    return service.drafts.receive(LENA, "kaz.xlsx", content).draft_id


def test_a_sound_draft_in_review_has_nothing_to_look_at(service: Service) -> None:
    draft_id = received(service, said("Another step."))
    service.drafts.submit(LENA, draft_id, "by letter")
    assert told(service, draft_id) == {}


def test_a_draft_without_a_note_says_so(service: Service) -> None:
    assert list(told(service, received(service, said("Another step.")))) == ["no-note"]


def test_what_stops_comes_before_what_is_to_be_looked_at(service: Service) -> None:
    draft_id = received(service, workbook(statement(statement="Mr Smith took a step."), base=1))
    weights = [check.severity for check in service.drafts.checklist(LENA, draft_id)]
    assert weights == sorted(weights, key=lambda weight: weight is not Weight.STOPS)
    assert set(weights) == {Weight.STOPS, Weight.LOOK}


def test_errors_stop_and_their_cells_are_named(service: Service) -> None:
    draft_id = received(service, workbook(statement(statement=""), base=1))
    assert told(service, draft_id)["errors"] == "The workbook has errors (1): Statements!J3."


def test_a_text_that_may_name_a_person_is_pointed_at(service: Service) -> None:
    draft_id = received(service, workbook(statement(statement="Mr Smith took a step."), base=1))
    assert "Statements!J3" in told(service, draft_id)["persons"]


def test_a_row_changed_without_a_reason_is_pointed_at(service: Service) -> None:
    draft_id = received(service, workbook(statement(statement="Another step."), base=1))
    assert told(service, draft_id)["no-reason"] == "Rows changed without a reason (1): Statements!3."


def test_a_workbook_that_changes_nothing_says_so(service: Service) -> None:
    assert "no-change" in told(service, received(service, service.template("KAZ")))


def test_who_came_between_is_named(service: Service) -> None:
    mine = received(service, said("By Lena."))
    theirs = service.drafts.receive(MIRA, "kaz.xlsx", said("By Mira.")).draft_id
    service.drafts.publish(MIRA, theirs, "n")
    theme = words_of("en").text(service.framework().items[0].name)
    assert told(service, mine)["base-outdated"] == (
        f"mira changed the same rows in release 2 after this workbook was made: Kazakhstan: {theme}."
    )


def test_other_drafts_of_the_same_rows_are_named_and_those_of_other_rows_are_not(service: Service) -> None:
    mine = received(service, said("By Lena."))
    same = service.drafts.receive(MIRA, "kaz.xlsx", said("By Mira.")).draft_id
    source = letter("KAZ", "other")
    service.drafts.receive(MIRA, "kaz.xlsx", workbook(statement("KAZ", source.source_id), sources=(source,)))
    service.drafts.receive(MIRA, "uzb.xlsx", said("By Mira.", "UZB"))
    assert told(service, mine)["other-drafts"] == f"Other drafts change the same rows: {same}."


def test_two_persons_are_asked_for_where_the_setting_says_so(tmp_path: Path) -> None:
    service = desk_house(tmp_path, two_persons=True)
    draft_id = received(service, said("By Lena."))
    assert "two-persons" in told(service, draft_id)
    assert "two-persons" not in {check.code for check in service.drafts.checklist(MIRA, draft_id)}


def test_however_many_lie_there_a_draft_is_looked_at_without_reading_them_all_again(service, monkeypatch) -> None:
    read: list[str] = []
    once = uploads.read(said("Another step."), "kaz.xlsx", service.framework())
    monkeypatch.setattr(uploads, "read", lambda content, name, *_: read.append(name) or once)
    for number in range(50):
        newest = received(service, b"%d" % number)
    read.clear()
    assert "other-drafts" in told(service, newest)
    assert read == []
