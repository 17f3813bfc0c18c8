"""Taking back one release, or returning to one: what changes, what stays, and what is never lost."""

from dataclasses import replace

import pytest

from bukhara.errors import Refused
from bukhara.model.release import RevertScope
from bukhara.model.round import RoundProgress
from bukhara.model.text import Text
from bukhara.store import Store, replies, rounds
from tests.contract.records import FRAMEWORK_VERSION, NOW, STAMP, a_reply, a_request, a_source, a_statement, tracker

pytestmark = pytest.mark.engines("sqlite")
BACK = replace(STAMP, note="back")
A, B = (tracker(a_statement(quote=quote)) for quote in ("as A says", "as B says"))
UZB = tracker(a_statement("UZB", quote="as UZB says"))


def quotes(store: Store) -> list[str]:
    return [row.quote for row in store.contents(store.ready() or 0).statements]


def published_reply(store: Store, number: int) -> None:
    """Publish a waiting reply, as the service does."""
    with store.transaction() as connection:
        replies.keep(connection, a_reply(reply_id=f"y-{number}", indicator=f"BD-8b.{number}"), by="kaz")
        replies.publish(connection, "KAZ", STAMP)


def waiting(store: Store) -> list[str]:
    with store.connect() as connection:
        return [reply.reply_id for reply in replies.waiting(connection)]


def test_one_release_is_taken_back_and_later_ones_stay(store: Store) -> None:
    for each in (A, B, UZB):
        store.publish([each], STAMP)
    made = store.revert(2, BACK)
    assert (made.number, made.reverts, made.revert_scope) == (4, 2, RevertScope.ONLY)
    assert made.blocks == ("tracker/KAZ/astana-2023-report",)
    assert quotes(store) == ["as A says", "as UZB says"]


def test_what_a_later_release_changed_stays_and_is_named(store: Store) -> None:
    store.publish([A], STAMP)
    store.publish([B, UZB], STAMP)
    store.publish([tracker(a_statement(quote="as C says"))], STAMP)
    plan = store.revert_plan(2, RevertScope.ONLY)
    assert [str(key) for key in plan.restored] == ["tracker/UZB/astana-2023-report"]
    assert {str(key): number for key, number in plan.kept.items()} == {"tracker/KAZ/astana-2023-report": 3}
    store.revert(2, BACK)
    assert quotes(store) == ["as C says"]


def test_the_same_release_is_taken_back_once(store: Store) -> None:
    store.publish([A], STAMP)
    store.publish([B], STAMP)
    store.revert(2, BACK)
    with pytest.raises(Refused, match="Nothing of this release"):
        store.revert(2, BACK)
    store.revert(3, BACK)
    assert quotes(store) == ["as B says"]
    store.revert(2, BACK)
    assert quotes(store) == ["as A says"]


@pytest.mark.engines("sqlite", "postgresql")
def test_a_source_that_later_rows_cite_stays(store: Store) -> None:
    letter = a_source("letter")
    store.publish([A], STAMP)
    store.publish([tracker(a_statement(source_id="letter"), sources=(letter,))], STAMP)
    store.publish([tracker(a_statement("UZB", source_id="letter"), sources=(letter,))], STAMP)
    plan = store.revert_plan(2, RevertScope.ONLY)
    assert {str(key): number for key, number in plan.kept.items()} == {"source//letter": 3}
    store.revert(2, BACK)
    held = store.contents(4)
    assert [source.source_id for source in held.sources] == ["astana-2023-report", "letter"]
    assert [(row.country, row.source_id) for row in held.statements][-1] == ("UZB", "letter")
    store.revert(3, BACK)
    assert [row.source_id for row in store.contents(5).statements] == ["astana-2023-report"]


def test_restored_rows_bring_their_source_back(store: Store) -> None:
    both = (a_source(), a_source("letter"))
    store.publish([tracker(a_statement(), sources=both)], STAMP)
    store.publish([tracker(a_statement(), a_statement(source_id="letter"), sources=both)], STAMP)
    store.publish([tracker(a_statement(), sources=both, base=2)], STAMP)
    store.revert(1, BACK, scope=RevertScope.RETURN)
    store.revert(3, BACK)
    held = store.contents(store.ready() or 0)
    assert {row.source_id for row in held.statements} <= {source.source_id for source in held.sources}
    assert "letter" in {row.source_id for row in held.statements}


def test_returning_keeps_requests_and_replies(store: Store) -> None:
    store.publish([A], STAMP)
    store.publish([B], STAMP)
    published_reply(store, 1)
    store.publish([], STAMP, [a_request()])
    made = store.revert(1, BACK, scope=RevertScope.RETURN)
    held = store.contents(made.number)
    assert quotes(store) == ["as A says"]
    assert ([each.reply_id for each in held.replies], len(held.requests)) == (["y-1"], 1)


@pytest.mark.engines("sqlite", "postgresql")
def test_of_two_replies_only_that_of_the_release_is_taken_back_and_waits_again(store: Store) -> None:
    store.publish([A], STAMP)
    published_reply(store, 1)
    published_reply(store, 2)
    store.revert(2, BACK)
    assert [reply.reply_id for reply in store.contents(4).replies] == ["y-2"]
    assert waiting(store) == ["y-1"]
    store.revert(4, BACK)
    assert {reply.reply_id for reply in store.contents(5).replies} == {"y-1", "y-2"}
    assert waiting(store) == []


def test_a_reply_that_its_state_withdrew_is_not_published_again(store: Store) -> None:
    store.publish([A], STAMP)
    published_reply(store, 1)
    store.revert(2, BACK)
    with store.transaction() as connection:
        replies.drop(connection, "KAZ", ["y-1"])
    with pytest.raises(Refused):
        store.revert(3, BACK)
    assert store.contents(store.ready() or 0).replies == ()


def test_the_board_of_a_round_follows_the_record(store: Store) -> None:
    store.publish([A], STAMP)
    with store.transaction() as connection:
        made = rounds.add(connection, Text.of("Round"), (), by="lena", now=NOW)
        request = a_request(round_id=made.round_id)
        line = RoundProgress(round_id=made.round_id, country="KAZ", sent=request.sent, contact="An office")
        rounds.keep(connection, line, by="lena", at=NOW)
    store.publish([], STAMP, [request])
    store.revert(2, BACK)
    with store.connect() as connection:
        (line,) = rounds.progress(connection, made.round_id)
    assert (line.sent, line.contact) == (None, "An office")
    store.revert(3, BACK)
    with store.connect() as connection:
        assert rounds.progress(connection, made.round_id)[0].sent == request.sent


def test_the_framework_goes_back_only_with_the_newest_release(store: Store) -> None:
    other = replace(FRAMEWORK_VERSION, framework_text="version: '2'", framework_version="2")
    store.publish([A], STAMP)
    store.publish([B], replace(STAMP, framework_version=other))
    store.publish([UZB], replace(STAMP, framework_version=other))
    store.revert(2, BACK)
    assert store.contents(4).framework_text == other.framework_text
    store.publish([B], STAMP)
    store.revert(5, BACK)
    assert store.contents(6).framework_text == other.framework_text
