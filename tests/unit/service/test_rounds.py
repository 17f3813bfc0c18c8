"""Rounds through the service: who may, what becomes public, what never does."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bukhara.errors import Refused
from bukhara.model.codes import State
from bukhara.model.round import ReplyKind, RoundStage
from bukhara.model.text import Text
from bukhara.service import Service
from bukhara.service.workbooks.template_contents import contents_to_answer
from bukhara.views.rounds.board import RoundLine
from tests.unit.service.small_record import KAZ, LENA, fresh
from tests.unit.service.test_replies import words

NOW = datetime(2027, 4, 15, 8, tzinfo=UTC)
SENT, DUE = date(2027, 4, 1), date(2027, 5, 1)


@pytest.fixture
def round_id(service: Service) -> str:
    return service.rounds.open(LENA, Text.of("Round of 2027", ru="Раунд 2027 года"))


def test_marking_as_sent_makes_a_release_with_the_request(service: Service, round_id: str) -> None:
    made = service.rounds.mark(LENA, round_id, "KAZ", sent=SENT, due=date(2027, 5, 1))
    assert made is not None
    assert (made.number, made.blocks) == (2, (f"request/KAZ/{round_id}",))
    (request,) = service.snapshot().requests
    assert (request.sent, request.due, request.title.in_("ru")) == (SENT, date(2027, 5, 1), "Раунд 2027 года")
    assert service.snapshot().as_of == SENT
    assert {s.country for s in service.snapshot().statements if s.state is State.NOT_REPORTED} == {"KAZ"}
    assert service.snapshot(release=1).requests == ()


def test_what_is_internal_changes_no_release_and_stays_when_other_things_are_noted(
    service: Service, round_id: str
) -> None:
    service.rounds.mark(LENA, round_id, "KAZ", sent=SENT)
    assert service.rounds.mark(LENA, round_id, "KAZ", contact="The office", note="a note") is None
    assert service.rounds.mark(LENA, round_id, "KAZ", cleared=NOW.date(), cleared_by="A ministry") is None
    line = service.rounds.round(LENA, round_id).lines[0]
    noted = (line.asked.sent, line.asked.contact, line.asked.note, line.asked.cleared_by, line.stage)
    assert noted == (SENT, "The office", "a note", "A ministry", RoundStage.CLEARED)
    assert service.ready() == 2


def test_a_request_taken_back_with_its_release_can_be_marked_again(service: Service, round_id: str) -> None:
    service.rounds.mark(LENA, round_id, "KAZ", sent=SENT)
    service.reverts.revert(LENA, 2, "sent too early")
    assert service.snapshot().requests == ()
    assert service.rounds.round(LENA, round_id).lines[0].stage is RoundStage.NOT_SENT
    again = service.rounds.mark(LENA, round_id, "KAZ", sent=SENT)
    assert again is not None
    assert len(service.snapshot().requests) == 1


def test_what_was_taken_back_is_open_again_and_what_is_older_than_the_round_never_counts(service: Service) -> None:
    draft = service.drafts.receive(LENA, "kaz.xlsx", fresh())
    older = service.drafts.publish(LENA, draft.draft_id, "Letter 7").number
    service.reverts.revert(LENA, older, "the wrong file")
    asked = service.rounds.open(LENA, Text.of("Round of 2027"))
    service.rounds.send(LENA, asked, ["KAZ"], sent=NOW.date(), due=DUE)

    def line() -> RoundLine:
        return service.rounds.round(LENA, asked).lines[0]

    service.reverts.revert(LENA, older + 1, "it was the right one")
    assert line().stage is RoundStage.SENT
    second = service.drafts.receive(LENA, "kaz2.xlsx", fresh())
    assert line().stage is RoundStage.RECEIVED
    published = service.drafts.publish(LENA, second.draft_id, "Letter 8").number
    assert line().stage is RoundStage.SENT
    service.reverts.revert(LENA, published, "the wrong file")
    assert (line().stage, line().asked.received) == (RoundStage.SENT, None)
    service.reverts.revert(LENA, published + 1, "it was the right one")
    kinds = [event.kind.value for event in line().events]
    assert (line().stage, kinds) == (RoundStage.SENT, ["asked", "received", "published", "taken_back", "published"])


@pytest.mark.parametrize(
    "days",
    [
        {"sent": date(2027, 4, 16)},
        {"received": SENT},
        {"sent": SENT, "due": date(2027, 3, 31)},
        {"sent": SENT, "reminded": date(2027, 3, 31)},
        {"sent": SENT, "contact": "x" * 501},
        {"sent": SENT, "contact": "a@x Bcc: evil@y.org"},
        {"sent": SENT, "contact": "office@x.org, evil@y.org"},
    ],
)
def test_days_that_cannot_be_are_refused_and_change_nothing(
    service: Service, round_id: str, days: dict[str, Any]
) -> None:
    with pytest.raises(Refused):
        service.rounds.mark(LENA, round_id, "KAZ", **days)
    assert service.rounds.round(LENA, round_id).lines[0].asked.sent is None
    assert service.ready() == 1


def test_what_is_in_the_record_is_not_unsaid_by_an_empty_field(service: Service, round_id: str) -> None:
    service.rounds.mark(LENA, round_id, "KAZ", sent=SENT)
    with pytest.raises(Refused):
        service.rounds.mark(LENA, round_id, "KAZ", sent=None)


def test_what_a_state_said_and_what_was_decided_are_events_of_its_open_round_until_it_is_closed(
    service: Service, round_id: str
) -> None:
    service.rounds.send(LENA, round_id, ["KAZ"], sent=SENT, due=DUE)
    (objection,) = service.replies.give(KAZ, {"BD-1": ""}, words())
    service.replies.publish(LENA, "KAZ")
    service.decisions.keep_coding(LENA, objection.reply_id, "The law is of 2020.")
    service.replies.give(KAZ, {"BD-1": ""}, words(ReplyKind.CONFIRMATION, words=""))
    service.replies.publish(LENA, "KAZ")
    service.rounds.close(LENA, round_id)
    service.replies.give(KAZ, {"BD-1": ""}, words())
    service.replies.publish(LENA, "KAZ")
    service.rounds.close(LENA, round_id, closed=False)
    kazakhstan, *others = service.rounds.round(LENA, round_id).lines
    happened = [(event.kind.value, event.role, event.day is not None) for event in kazakhstan.events]
    assert happened == [
        ("asked", "secretariat", True),
        ("objected", "commission", True),
        ("decided", "secretariat", True),
        ("confirmed", "commission", True),
        ("asked", "secretariat", True),  # the day of answer is that of closing
        ("closed", "secretariat", True),
        ("closed", "secretariat", False),
    ]
    assert not any(line.events for line in others)


def test_unknown_rounds_states_and_themes_are_refused(service: Service, round_id: str) -> None:
    for ask in (
        lambda: service.rounds.round(LENA, "round-1999-1"),
        lambda: service.rounds.mark(LENA, round_id, "XYZ", sent=SENT),
        lambda: service.rounds.mark(LENA, round_id, "REG", sent=SENT),
        lambda: service.rounds.send(LENA, round_id, [], sent=SENT, due=DUE),
        lambda: service.rounds.send(LENA, round_id, ["KAZ"], sent=SENT),
        lambda: service.rounds.open(LENA, Text.of("Round"), chosen=True),
        lambda: service.rounds.open(LENA, Text.of("Round"), items=["BD-99"]),
        lambda: service.rounds.open(LENA, Text.of("  ")),
    ):
        with pytest.raises(Refused):
            ask()


def test_a_round_that_is_closed_early_ends_on_that_day_in_the_record(service: Service, round_id: str) -> None:
    service.rounds.send(LENA, round_id, ["KAZ", "UZB"], sent=SENT, due=DUE)
    release = service.rounds.close(LENA, round_id)
    assert release is not None
    asked = [each for each in service.newest().requests if each.round_id == round_id]
    assert {each.due for each in asked} == {service.today()} != {DUE}
    assert service.rounds.close(LENA, round_id) is None


def test_a_closed_round_is_kept_as_it_is_until_it_is_opened_again(service: Service, round_id: str) -> None:
    service.rounds.close(LENA, round_id)
    with pytest.raises(Refused):
        service.rounds.mark(LENA, round_id, "KAZ", sent=SENT)
    service.rounds.close(LENA, round_id, closed=False)
    assert service.rounds.mark(LENA, round_id, "KAZ", sent=SENT) is not None


def test_the_audit_log_names_what_was_noted_but_not_its_text(service: Service, round_id: str) -> None:
    service.rounds.mark(LENA, round_id, "KAZ", sent=SENT, contact="SECRET-CONTACT")
    rows = service.opened().audit()
    assert [row.action for row in rows][-3:] == ["round_opened", "round_noted", "publish"]
    assert json.loads(rows[-2].detail) == {"round": round_id, "country": "KAZ", "fields": ["contact", "sent"]}
    assert not any("SECRET-CONTACT" in row.detail for row in rows)


def test_a_template_carries_the_round_and_the_day_it_was_sent(service: Service, round_id: str) -> None:
    before = contents_to_answer(service, "KAZ", "ru")
    assert (before.round_title, {q.asked_on for q in before.questions}) == ("Раунд 2027 года", {None})
    service.rounds.mark(LENA, round_id, "KAZ", sent=SENT)
    after = contents_to_answer(service, "KAZ", "ru", round_id=round_id)
    assert {q.asked_on for q in after.questions} == {SENT}
    assert {row.state for row in after.statements} == {State.VALUE}
    assert {q.asked_on for q in contents_to_answer(service, "UZB", "ru", round_id=round_id).questions} == {None}
