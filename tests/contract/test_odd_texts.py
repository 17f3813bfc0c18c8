"""Texts that no database keeps alike: whatever a reader types is stored without them, or refused, never a trouble."""

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date

import pytest

from bukhara.errors import Refused
from bukhara.model.access import Account, Role
from bukhara.model.round import ReplyKind
from bukhara.model.text import Text
from bukhara.service import Service
from bukhara.service.rounds.replies import ReplyWords
from tests.unit.service.small_record import KAZ, LENA, ROOT, corrected

ODD = {"NUL": "a\x00b", "half a sign": "a\ud800b", "many accents": "a" + "\u0301" * 300}
TODAY = date(2026, 11, 20)


def words(text: str) -> ReplyWords:
    return ReplyWords(
        kind=ReplyKind.COMMENT, words=text, lang="en", body=text, given_on=TODAY, translation=text, document_number=text
    )


def tries(service: Service, text: str) -> dict[str, Callable[[], object]]:
    """Return every way by which a text reaches the store, in an order in which it can be kept."""
    accounts, rounds, replies, drafts = service.accounts, service.rounds, service.replies, service.drafts
    made = rounds.open(LENA, Text.of(f"Round {text}", ru=text))
    rounds.send(LENA, made, ["KAZ"], sent=TODAY, due=TODAY)
    draft_id = drafts.receive(LENA, f"{text}.xlsx", corrected("Another step.")).draft_id
    item = service.framework().items[0].id
    return {
        "a name at the sign-in": lambda: accounts.sign_in(text, "wrong", address=text),
        "an identity at the sign-in": lambda: accounts.sign_in_by_subject(text, address=text),
        "an account": lambda: accounts.account(text),
        "a name of an account": lambda: accounts.set_roles(ROOT, text, [Role.ADMIN]),
        "an identity": lambda: accounts.add(ROOT, "newcomer", [Role.ADMIN], subject=text),
        "a link": lambda: accounts.invited(text),
        "a session": lambda: service.sessions.find(text),
        "what a session holds": lambda: service.sessions.begin(
            json.dumps(text), Account(name="lena", roles=frozenset())
        ),
        "the audit log": lambda: accounts.audit_page(ROOT, by=text, action=text),
        "a round": lambda: rounds.round(LENA, text),
        "whether there is a round": lambda: rounds.find(text),
        "a note of a round": lambda: rounds.mark(LENA, made, "KAZ", sent=TODAY, contact=text, note=text),
        "a reply": lambda: replies.give(KAZ, {item: ""}, words(text)),
        "a reply taken back": lambda: replies.take_back(KAZ, text),
        "a state of replies": lambda: replies.publish(LENA, text, text),
        "a note of replies": lambda: replies.publish(LENA, "KAZ", text),
        "a heading": lambda: service.headings.remember_heading(LENA, "KAZ", "tracker", text, "statement"),
        "a note of a draft": lambda: drafts.submit(LENA, draft_id, text),
        "a note of a release": lambda: drafts.publish(LENA, draft_id, text),
        "why a release is taken back": lambda: service.reverts.revert(LENA, service.ready(), text),
    }


@pytest.mark.parametrize("name", ODD)
def test_whatever_is_typed_is_stored_or_refused(service: Service, name: str) -> None:
    for step in tries(service, ODD[name]).values():
        with suppress(Refused):
            step()
    assert service.ready() is not None
