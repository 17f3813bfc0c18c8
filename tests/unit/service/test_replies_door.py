"""Replies through the service: seen by two, published word for word, never lost."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from bukhara.errors import NotAllowed, ReplyRefused
from bukhara.model.access import Actor, Role
from bukhara.model.codes import CodingStatus
from bukhara.model.round import ReplyKind
from bukhara.service import Service
from bukhara.service.rounds.replies import ReplyWords
from tests.unit.service.little_data import house

LENA = Actor(name="lena", roles=frozenset({Role.SECRETARIAT}))
OTTO = Actor(name="otto", roles=frozenset({Role.ORGANISER}))
KAZ = Actor(name="commission-kaz", roles=frozenset({Role.COMMISSION}), country="KAZ")
UZB = Actor(name="commission-uzb", roles=frozenset({Role.COMMISSION}), country="UZB")
NOW = datetime(2027, 4, 15, 8, tzinfo=UTC)
OWN = "Мы видим это иначе:\n«закон» действует  с 2019 года."


def words(kind: ReplyKind = ReplyKind.OBJECTION, **changes: Any) -> ReplyWords:
    values: dict[str, Any] = {"words": OWN, "lang": "ru", "body": "Министерство", "given_on": date(2027, 4, 14)}
    return ReplyWords(kind=kind, **(values | changes))


@pytest.fixture
def service(tmp_path: Path) -> Service:
    return Service(house(tmp_path), lambda: NOW)


def test_a_reply_waits_and_is_in_no_release(service: Service) -> None:
    service.replies.give(KAZ, "BD-1", words())
    assert service.ready() == 1
    assert service.snapshot().replies == ()
    assert [reply.words for reply in service.replies.pending(KAZ, "KAZ")] == [OWN]


def test_it_is_published_word_for_word_and_waits_no_longer(service: Service) -> None:
    service.replies.give(KAZ, "BD-1", words(translation="We see it differently."))
    made = service.replies.publish(LENA, "KAZ")
    assert (made.number, made.blocks) == (2, ("reply/KAZ/",))
    (reply,) = service.snapshot().replies
    assert (reply.words, reply.translation, reply.lang) == (OWN, "We see it differently.", "ru")
    assert service.replies.pending(LENA, "KAZ") == ()
    assert [s.coding_status for s in service.snapshot().statements if s.country == "KAZ"] == [CodingStatus.OBJECTED]


def test_what_was_published_before_stays_beside_the_new_words(service: Service) -> None:
    service.replies.give(KAZ, "BD-1", words())
    service.replies.publish(LENA, "KAZ")
    service.replies.give(KAZ, "BD-1", words(ReplyKind.CONFIRMATION, words=""))
    service.replies.give(UZB, "BD-1", words())
    service.replies.publish(LENA, "KAZ")
    found = service.snapshot().replies
    assert [(r.country, r.kind) for r in found] == [("KAZ", ReplyKind.OBJECTION), ("KAZ", ReplyKind.CONFIRMATION)]
    assert [s.coding_status for s in service.snapshot().statements if s.country == "KAZ"] == [CodingStatus.CONFIRMED]
    assert len(service.replies.pending(LENA, "UZB")) == 1


def test_a_second_reply_about_the_same_takes_the_place_of_the_one_that_waits(service: Service) -> None:
    service.replies.give(KAZ, "BD-1", words())
    service.replies.give(KAZ, "BD-1", words(words="Other words"))
    service.replies.give(KAZ, "BD-1", words(), indicator="BD-1.1")
    assert [r.words for r in service.replies.pending(KAZ, "KAZ") if not r.indicator] == ["Other words"]
    assert len(service.replies.pending(KAZ, "KAZ")) == 2


def test_a_reply_can_be_taken_back_before_it_is_published_by_its_state_alone(service: Service) -> None:
    given = service.replies.give(KAZ, "BD-1", words())
    with pytest.raises(ReplyRefused):
        service.replies.take_back(UZB, given.reply_id)
    service.replies.take_back(KAZ, given.reply_id)
    assert service.replies.pending(KAZ, "KAZ") == ()
    with pytest.raises(ReplyRefused):
        service.replies.publish(LENA, "KAZ")


def test_several_themes_are_confirmed_at_once(service: Service) -> None:
    service.replies.give_all(KAZ, ["BD-1", "BD-7"], words(ReplyKind.CONFIRMATION, words=""))
    assert {r.item for r in service.replies.pending(KAZ, "KAZ")} == {"BD-1", "BD-7"}


def test_a_preview_lays_over_it_only_what_the_one_who_looks_may_see(service: Service) -> None:
    service.replies.give(KAZ, "BD-1", words())
    now = service.snapshot()
    for actor in (KAZ, LENA):
        seen = service.replies.previewed(actor, now)
        assert [r.country for r in seen.replies] == ["KAZ"]
        assert seen.draft
        assert {s.coding_status for s in seen.statements if s.country == "KAZ"} == {CodingStatus.OBJECTED}
    for actor in (UZB, OTTO):
        assert service.replies.previewed(actor, now) is now
    assert service.snapshot().replies == ()


@pytest.mark.parametrize(
    ("item", "indicator", "changes"),
    [
        ("BD-99", "", {}),
        ("BD-1", "BD-7.1", {}),
        ("BD-1", "", {"words": "  "}),
        ("BD-1", "", {"body": " "}),
        ("BD-1", "", {"lang": "Russian"}),
        ("BD-1", "", {"lang": ""}),
        ("BD-1", "", {"words": "x" * 4001}),
        ("BD-1", "", {"given_on": date(2027, 4, 16)}),
    ],
)
def test_what_is_not_whole_is_refused_and_not_kept(
    service: Service, item: str, indicator: str, changes: dict[str, Any]
) -> None:
    with pytest.raises(ReplyRefused):
        service.replies.give(KAZ, item, words(**changes), indicator=indicator)
    assert service.replies.pending(KAZ, "KAZ") == ()


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.COMMISSION])
def test_nobody_else_replies_for_a_state(service: Service, role: Role) -> None:
    somebody = Actor(name="somebody", roles=frozenset({role}), country="KAZ")
    with pytest.raises(NotAllowed):
        service.replies.give(somebody, "BD-1", words())


def test_what_waits_is_seen_by_its_state_and_the_secretariat_alone(service: Service) -> None:
    service.replies.give(KAZ, "BD-1", words())
    for actor in (UZB, OTTO, Actor(name="root", roles=frozenset({Role.ADMIN}))):
        with pytest.raises(NotAllowed):
            service.replies.pending(actor, "KAZ")
    for actor in (KAZ, OTTO):
        with pytest.raises(NotAllowed):
            service.replies.publish(actor, "KAZ")


def test_each_step_leaves_its_row_in_the_trail_without_the_words(service: Service) -> None:
    service.replies.give(KAZ, "BD-1", words())
    service.replies.publish(LENA, "KAZ")
    rows = service.opened().audit()
    assert [(row.actor, row.action) for row in rows][-2:] == [("commission-kaz", "reply_given"), ("lena", "publish")]
    assert not any("2019" in row.detail for row in rows)
