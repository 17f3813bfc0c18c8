"""Replies: published word for word, never lost, and what they make of the coding."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from bukhara.errors import ReplyRefused
from bukhara.model.access import Actor, Role
from bukhara.model.codes import BodyKind, CodingStatus, Kind, Status
from bukhara.model.release import Snapshot
from bukhara.model.round import Reply, ReplyKind
from bukhara.model.statement import Statement
from bukhara.progress.rows import progress_rows
from bukhara.service import Service
from bukhara.service.reply_coding import with_replies
from bukhara.service.rounds.replies import ReplyWords
from tests.unit.service.little_data import FRAMEWORK, LETTER, REPORT, small_settings, statement
from tests.unit.service.test_requests import RELEASE

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
    return Service(small_settings(tmp_path), lambda: NOW)


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


def test_a_reply_can_be_taken_back_before_it_is_published_by_its_state_alone(service: Service) -> None:
    given = service.replies.give(KAZ, "BD-1", words())
    with pytest.raises(ReplyRefused):
        service.replies.take_back(UZB, given.reply_id)
    service.replies.take_back(KAZ, given.reply_id)
    assert service.replies.pending(KAZ, "KAZ") == ()
    with pytest.raises(ReplyRefused):
        service.replies.publish(LENA, "KAZ")


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


def test_each_step_has_a_row_in_the_audit_log_without_the_words(service: Service) -> None:
    service.replies.give(KAZ, "BD-1", words())
    service.replies.publish(LENA, "KAZ")
    rows = service.opened().audit()
    assert [(row.actor, row.action) for row in rows][-2:] == [("commission-kaz", "reply_given"), ("lena", "publish")]
    assert not any("2019" in row.detail for row in rows)


ITEM, INDICATOR = "BD-7", "BD-7.1"
CONFIRMED, OBJECTED, PROVISIONAL = CodingStatus.CONFIRMED, CodingStatus.OBJECTED, CodingStatus.PROVISIONAL


def reply(kind: ReplyKind, day: date = date(2024, 1, 1), **changes: str) -> Reply:
    values: dict[str, str] = {"reply_id": f"y-{day}-{kind}", "country": "KAZ", "item": ITEM, "indicator": ""}
    values |= {"words": "Our words", "lang": "en", "translation": "", "body": "A ministry", "document_number": "1"}
    return Reply(kind=kind, given_on=day, **(values | changes))


def row(source_id: str = REPORT.source_id, **changes: object) -> Statement:
    return statement("KAZ", source_id, **({"item": ITEM, "indicator": INDICATOR} | changes))


def coding(*replies: Reply, of: Statement | None = None) -> CodingStatus:
    (found,) = with_replies(_snapshot(of or row()), replies).statements
    return found.coding_status


def _snapshot(*rows: Statement) -> Snapshot:
    return Snapshot(
        release=RELEASE,
        as_of=date(2027, 1, 1),
        framework=FRAMEWORK,
        sources=(REPORT, LETTER),
        statements=rows,
        observations=(),
    )


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        (ReplyKind.CONFIRMATION, CONFIRMED),
        (ReplyKind.OBJECTION, OBJECTED),
        (ReplyKind.CORRECTION, PROVISIONAL),
        (ReplyKind.ITEM_OBJECTION, OBJECTED),
        (ReplyKind.COMMENT, PROVISIONAL),
    ],
)
def test_each_kind_marks_the_coding_in_its_way(kind: ReplyKind, status: CodingStatus) -> None:
    assert coding(reply(kind)) is status


def test_the_newest_reply_counts_and_a_comment_takes_nothing_back() -> None:
    first, then = reply(ReplyKind.OBJECTION, date(2024, 1, 1)), reply(ReplyKind.CONFIRMATION, date(2024, 2, 1))
    assert coding(then, first) is CONFIRMED
    assert coding(first, then, reply(ReplyKind.COMMENT, date(2024, 3, 1))) is CONFIRMED


@pytest.mark.parametrize("kind", [ReplyKind.CONFIRMATION, ReplyKind.OBJECTION])
def test_after_a_correction_the_state_neither_agrees_nor_disagrees(kind: ReplyKind) -> None:
    assert coding(reply(kind, date(2024, 1, 1)), reply(ReplyKind.CORRECTION, date(2024, 2, 1))) is PROVISIONAL


def test_a_reply_about_one_question_leaves_the_others_of_the_theme() -> None:
    assert coding(reply(ReplyKind.CONFIRMATION, indicator="BD-7.2")) is PROVISIONAL
    whole, part = reply(ReplyKind.CONFIRMATION), reply(ReplyKind.OBJECTION, indicator=INDICATOR)
    assert coding(part, whole) is OBJECTED


def test_it_speaks_for_its_own_state_and_theme_only() -> None:
    assert coding(reply(ReplyKind.CONFIRMATION, country="UZB")) is PROVISIONAL
    assert coding(reply(ReplyKind.CONFIRMATION, item="BD-12")) is PROVISIONAL


def test_it_never_speaks_of_a_source_that_came_later() -> None:
    later = row(LETTER.source_id)
    assert coding(reply(ReplyKind.CONFIRMATION, date(2025, 2, 28)), of=later) is PROVISIONAL
    assert coding(reply(ReplyKind.CONFIRMATION, date(2025, 3, 1)), of=later) is CONFIRMED


def test_the_words_of_another_organisation_are_not_the_states_to_confirm() -> None:
    other = next(body.name for body in FRAMEWORK.bodies if body.kind is BodyKind.CIVIL_SOCIETY)
    theirs = row(body=other, kind=Kind.CHALLENGE, status=None)
    assert coding(reply(ReplyKind.CONFIRMATION), of=theirs) is PROVISIONAL


def test_it_travels_into_progress_and_leaves_the_status_alone() -> None:
    after = with_replies(_snapshot(row(status=Status.UNDER_WAY)), (reply(ReplyKind.OBJECTION),))
    seen_row = next(r for r in progress_rows(after) if (r.country, r.item) == ("KAZ", ITEM))
    assert (seen_row.status, seen_row.coding_status) == (Status.UNDER_WAY, OBJECTED)
