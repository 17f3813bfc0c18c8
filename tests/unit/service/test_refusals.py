"""Whoever asks the service for something that the policy does not include is refused, and recorded in one row."""

import json
from collections.abc import Callable
from datetime import date

import pytest

from bukhara.access import Action
from bukhara.errors import NotAllowed
from bukhara.model.access import Actor, Role
from bukhara.model.answer import LetterAnswer
from bukhara.model.codes import Kind, State, Status
from bukhara.model.draft import DraftState
from bukhara.model.round import ReplyKind
from bukhara.model.statement import Statement
from bukhara.model.text import Text
from bukhara.service import Service
from bukhara.service.rounds.replies import ReplyWords
from tests.unit.service.small_record import KAZ, LENA, NOBODY, OTTO, ROOT, UZB, at_state, fresh, small_service

DAY = date(2026, 11, 24)
ANSWERED = Statement(
    country="KAZ", item="BD-5", indicator="BD-5.1", kind=Kind.IMPLEMENTATION, state=State.VALUE, status=Status.PLANNED
)
ANSWER = LetterAnswer(row=ANSWERED, body="Ministry", date=DAY)
WORDS = ReplyWords(
    kind=ReplyKind.COMMENT, words="We see it so.", lang="en", body="Ministry", given_on=date(2026, 11, 24)
)
# who asks for what; the action, and the country whose data it touches
ASKED: dict[str, tuple[Actor, Callable[[Service, int], object], Action, str]] = {
    "drafts": (ROOT, lambda s, _: s.drafts.drafts(ROOT), Action.PREVIEW, ""),
    "draft": (ROOT, lambda s, n: s.drafts.draft(ROOT, n), Action.PREVIEW, ""),
    "preview": (ROOT, lambda s, n: s.drafts.preview(ROOT, n), Action.PREVIEW, ""),
    "effect": (ROOT, lambda s, n: s.drafts.effect(ROOT, n), Action.PREVIEW, ""),
    "file": (OTTO, lambda s, n: s.drafts.file(OTTO, n), Action.PREVIEW, ""),
    "reading": (OTTO, lambda s, n: s.drafts.reading(OTTO, n), Action.PREVIEW, ""),
    "marked": (OTTO, lambda s, n: s.drafts.marked(OTTO, n), Action.PREVIEW, ""),
    "changes": (OTTO, lambda s, n: s.drafts.beside(OTTO, n), Action.PREVIEW, ""),
    "checklist": (OTTO, lambda s, n: s.drafts.checklist(OTTO, n), Action.PREVIEW, ""),
    "receipt": (OTTO, lambda s, n: s.drafts.receipt(OTTO, n), Action.PREVIEW, ""),
    "receive": (OTTO, lambda s, _: s.drafts.receive(OTTO, "kaz.xlsx", fresh()), Action.UPLOAD, ""),
    "receive another's": (KAZ, lambda s, _: s.drafts.receive(KAZ, "uzb.xlsx", fresh("UZB")), Action.UPLOAD, "UZB"),
    "approve": (KAZ, lambda s, n: s.drafts.approve(KAZ, n), Action.APPROVE, "KAZ"),
    "send back": (KAZ, lambda s, n: s.drafts.send_back(KAZ, n, "no"), Action.APPROVE, "KAZ"),
    "withdraw": (OTTO, lambda s, n: s.drafts.withdraw(OTTO, n), Action.PREVIEW, ""),
    "publish": (KAZ, lambda s, n: s.drafts.publish(KAZ, n, "note"), Action.PUBLISH, "KAZ"),
    "revert": (OTTO, lambda s, _: s.reverts.revert(OTTO, 1, "note"), Action.REVERT, ""),
    "preview of a revert": (OTTO, lambda s, _: s.reverts.preview(OTTO, 1), Action.REVERT, ""),
    "template": (UZB, lambda s, _: s.drafts.template(UZB, "KAZ"), Action.TEMPLATE, "KAZ"),
    "headings": (UZB, lambda s, _: s.headings.headings(UZB, "KAZ"), Action.UPLOAD, "KAZ"),
    "a heading": (
        UZB,
        lambda s, _: s.headings.remember_heading(UZB, "KAZ", "tracker", "Статус", "status"),
        Action.UPLOAD,
        "KAZ",
    ),
    "rounds": (KAZ, lambda s, _: s.rounds.rounds(KAZ), Action.ROUNDS, ""),
    "open a round": (OTTO, lambda s, _: s.rounds.open(OTTO, Text.of("Round")), Action.EDIT_ROUNDS, ""),
    "note a round": (OTTO, lambda s, _: s.rounds.mark(OTTO, "round", "KAZ", note="x"), Action.EDIT_ROUNDS, ""),
    "close a round": (OTTO, lambda s, _: s.rounds.close(OTTO, "round"), Action.EDIT_ROUNDS, ""),
    "reply": (LENA, lambda s, _: s.replies.give(LENA, {"BD-1": ""}, WORDS), Action.REPLY, ""),
    "take back": (LENA, lambda s, _: s.replies.take_back(LENA, "y-1"), Action.REPLY, ""),
    "pending replies": (UZB, lambda s, _: s.replies.pending(UZB, "KAZ"), Action.REPLY, "KAZ"),
    "publish replies": (KAZ, lambda s, _: s.replies.publish(KAZ, "KAZ"), Action.PUBLISH, "KAZ"),
    "differences": (KAZ, lambda s, _: s.decisions.differences(KAZ), Action.DECIDE, ""),
    "decide": (KAZ, lambda s, _: s.decisions.decide(KAZ, "d", "open", "why"), Action.DECIDE, ""),
    "accounts": (LENA, lambda s, _: s.accounts.accounts(LENA), Action.ACCOUNTS, ""),
    "add": (LENA, lambda s, _: s.accounts.add(LENA, "otto", [Role.ORGANISER]), Action.ACCOUNTS, ""),
    "invite": (LENA, lambda s, _: s.accounts.invite(LENA, "otto"), Action.ACCOUNTS, ""),
    "disable": (LENA, lambda s, _: s.accounts.disable(LENA, "otto"), Action.ACCOUNTS, ""),
    "set roles": (LENA, lambda s, _: s.accounts.set_roles(LENA, "otto", [Role.ADMIN]), Action.ACCOUNTS, ""),
    "set subject": (LENA, lambda s, _: s.accounts.set_subject(LENA, "otto", "sub-1"), Action.ACCOUNTS, ""),
    "set password": (LENA, lambda s, _: s.accounts.set_password(LENA, "otto", "four quiet words"), Action.ACCOUNTS, ""),
    "answer another's": (UZB, lambda s, _: s.drafts.answer(UZB, ANSWER), Action.UPLOAD, "KAZ"),
    "send a round": (
        OTTO,
        lambda s, _: s.rounds.send(OTTO, "round", ["KAZ"], sent=DAY, due=DAY),
        Action.EDIT_ROUNDS,
        "",
    ),
    "audit page": (LENA, lambda s, _: s.accounts.audit_page(LENA), Action.AUDIT, ""),
    "audit taken": (LENA, lambda s, _: s.accounts.audit_taken(LENA), Action.AUDIT, ""),
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> tuple[Service, int]:
    """A record with a draft of KAZ in review."""
    service = small_service(tmp_path_factory.mktemp("refusals"))
    return service, at_state(service, DraftState.IN_REVIEW).draft_id


@pytest.mark.parametrize("name", ASKED)
def test_a_refusal_is_one_row_that_says_who_asked_for_what(record: tuple[Service, int], name: str) -> None:
    service, draft_id = record
    actor, ask, action, country = ASKED[name]
    before = service.opened().audit()
    with pytest.raises(NotAllowed):
        ask(service, draft_id)
    rows = service.opened().audit()[len(before) :]
    assert [(row.actor, row.action, json.loads(row.detail)) for row in rows] == [
        (actor.name, "denied", {"asked": action.value, "country": country})
    ]


def test_a_reader_without_an_account_is_refused_and_not_recorded(record: tuple[Service, int]) -> None:
    service, draft_id = record
    before = service.opened().audit()
    for ask in (service.drafts.draft, service.drafts.publish):
        with pytest.raises(NotAllowed):
            ask(NOBODY, draft_id)
    assert service.opened().audit() == before
