"""Replies: published word for word, never lost, and what they make of the coding."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from bukhara.errors import Refused
from bukhara.model.access import Actor, Role
from bukhara.model.codes import BodyKind, CodingStatus, ItemKind, Kind, Position, State, Status
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.round import Reply, ReplyKind
from bukhara.model.statement import Statement
from bukhara.model.text import NO_TEXT, Text
from bukhara.progress.records import records_of
from bukhara.progress.seen_content import seen_content, with_replies
from bukhara.service import Service
from bukhara.service.rounds.replies import ReplyWords
from bukhara.situation.rows import progress_rows
from tests.unit.service.little_data import FRAMEWORK, LETTER, REPORT, small_settings, statement
from tests.unit.service.small_record import KAZ, LENA, OTTO, UZB
from tests.unit.service.test_requests import RELEASE

NOW = datetime(2027, 4, 15, 8, tzinfo=UTC)
OWN = "Мы видим это иначе:\n«закон» действует  с 2019 года."


def words(kind: ReplyKind = ReplyKind.OBJECTION, **changes: Any) -> ReplyWords:
    values: dict[str, Any] = {"words": OWN, "lang": "ru", "body": "Министерство", "given_on": date(2027, 4, 14)}
    return ReplyWords(kind=kind, **(values | changes))


def positions(snapshot: Snapshot) -> set[Position]:
    """Return the positions of the statements of KAZ."""
    found = (records_of(snapshot).position(row) for row in snapshot.statements if row.country == "KAZ")
    return {each.position for each in found if each}


def test_it_is_published_word_for_word_and_waits_no_longer(service: Service) -> None:
    service.replies.give(KAZ, {"BD-1": ""}, words(translation="We see it differently."))
    made = service.replies.publish(LENA, "KAZ")
    assert (made.number, made.blocks) == (2, ("reply/KAZ/",))
    (reply,) = service.snapshot().replies
    assert (reply.words, str(reply.translation), reply.lang) == (OWN, "We see it differently.", "ru")
    assert service.replies.pending(LENA, "KAZ") == ()
    assert positions(service.snapshot()) == {Position.DISAGREES}


def test_what_was_published_before_stays_beside_the_new_words(service: Service) -> None:
    service.replies.give(KAZ, {"BD-1": ""}, words())
    service.replies.publish(LENA, "KAZ")
    service.replies.give(KAZ, {"BD-1": ""}, words(ReplyKind.CONFIRMATION, words=""))
    service.replies.give(UZB, {"BD-1": ""}, words())
    service.replies.publish(LENA, "KAZ")
    found = service.snapshot().replies
    assert [(r.country, r.kind) for r in found] == [("KAZ", ReplyKind.OBJECTION), ("KAZ", ReplyKind.CONFIRMATION)]
    assert positions(service.snapshot()) == {Position.CONFIRMED}
    assert len(service.replies.pending(LENA, "UZB")) == 1


def test_a_reply_can_be_taken_back_before_it_is_published_by_its_state_alone(service: Service) -> None:
    (given,) = service.replies.give(KAZ, {"BD-1": ""}, words())
    with pytest.raises(Refused):
        service.replies.take_back(UZB, given.reply_id)
    service.replies.take_back(KAZ, given.reply_id)
    assert service.replies.pending(KAZ, "KAZ") == ()
    with pytest.raises(Refused):
        service.replies.publish(LENA, "KAZ")


def test_a_preview_lays_over_it_only_what_the_one_who_looks_may_see(service: Service) -> None:
    service.replies.give(KAZ, {"BD-1": ""}, words())
    now = service.snapshot()
    for actor in (KAZ, LENA):
        seen = service.replies.previewed(actor, now)
        assert [r.country for r in seen.replies] == ["KAZ"]
        assert seen.draft
        assert positions(seen) == {Position.DISAGREES}
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
    with pytest.raises(Refused):
        service.replies.give(KAZ, {item: ""}, words(**changes), indicator=indicator)
    assert service.replies.pending(KAZ, "KAZ") == ()


ITEM, INDICATOR = "BD-7", "BD-7.1"
CONFIRMED, DISAGREES, CHANGED = Position.CONFIRMED, Position.DISAGREES, Position.CHANGED
READ, OWN_ANSWER = Position.REPORT, Position.OWN_ANSWER


def reply(kind: ReplyKind, day: date = date(2024, 1, 1), **changes: str) -> Reply:
    values: dict[str, str] = {"reply_id": f"y-{day}-{kind}", "country": "KAZ", "item": ITEM, "indicator": ""}
    values |= {"words": "Our words", "lang": "en", "translation": NO_TEXT, "body": "A ministry", "document_number": "1"}
    return Reply(kind=kind, given_on=day, **(values | changes))


def row(source_id: str = REPORT.source_id, **changes: object) -> Statement:
    return statement("KAZ", source_id, **({"item": ITEM, "indicator": INDICATOR} | changes))


def position(*replies: Reply, of: Statement | None = None, now: Statement | None = None) -> Position:
    """Return the position of a row, by default the one that the state saw; `now` is what it has become since."""
    before = _snapshot(of or row())
    seen = [replace(each, seen=seen_content(before, each.country, each.item, each.indicator)) for each in replies]
    after = with_replies(_snapshot(now or of or row()), seen)
    found = records_of(after).position(after.statements[0])
    assert found is not None
    return found.position


def _snapshot(*rows: Statement, observations: tuple[Observation, ...] = ()) -> Snapshot:
    return Snapshot(
        release=RELEASE,
        as_of=date(2027, 1, 1),
        framework=FRAMEWORK,
        sources=(REPORT, LETTER),
        statements=rows,
        observations=observations,
    )


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (ReplyKind.CONFIRMATION, CONFIRMED),
        (ReplyKind.OBJECTION, DISAGREES),
        (ReplyKind.CORRECTION, READ),
        (ReplyKind.ITEM_OBJECTION, DISAGREES),
        (ReplyKind.COMMENT, READ),
    ],
)
def test_each_kind_has_its_position(kind: ReplyKind, expected: Position) -> None:
    assert position(reply(kind)) is expected


@pytest.mark.parametrize(
    "change",
    [
        {"status": Status.PLANNED},
        {"since": "2019"},
        {"since": ""},
        {"valid_until": "2031"},
        {"statement": "Another step was taken."},
        {"statement_translation": Text.translated("Принята другая мера.", "en")},
        {"quote": "five other words of it"},
        {"source_locator": "L196"},
        {"next_step": "A second step follows."},
    ],
    ids="-".join,
)
@pytest.mark.parametrize("indicator", ["", INDICATOR])
def test_a_reply_is_bound_to_what_the_state_saw(change: dict[str, Any], indicator: str) -> None:
    for kind in (ReplyKind.CONFIRMATION, ReplyKind.CORRECTION, ReplyKind.OBJECTION):
        assert position(reply(kind, indicator=indicator), now=row(**change)) is CHANGED
    assert position(reply(ReplyKind.ITEM_OBJECTION), now=row(**change)) is DISAGREES
    assert position(reply(ReplyKind.COMMENT, indicator=indicator), now=row(**change)) is READ


def test_a_status_that_other_rules_give_to_the_same_sentences_is_not_what_the_state_saw() -> None:
    before = _snapshot(row())
    items = tuple(replace(i, kind=ItemKind.CONTINUING) if i.id == ITEM else i for i in FRAMEWORK.items)
    after = replace(before, framework=replace(FRAMEWORK, items=items))
    given = reply(ReplyKind.CONFIRMATION, seen=seen_content(before, "KAZ", ITEM))
    assert positions(with_replies(after, [given])) == {CHANGED}


def test_what_the_secretariat_notes_beside_it_changes_nothing_that_the_state_saw() -> None:
    beside = row(note="Checked twice.", topics="children", revision_reason="a note")
    assert position(reply(ReplyKind.CONFIRMATION), now=beside) is CONFIRMED


@pytest.mark.parametrize("value", [0, 4])
def test_the_figures_of_a_theme_are_part_of_what_the_state_saw(value: float) -> None:
    figure = Observation(country="KAZ", indicator=INDICATOR, value=5, state=State.VALUE, source_id=REPORT.source_id)
    before = _snapshot(row(), observations=(figure,))
    given = reply(ReplyKind.CONFIRMATION, seen=seen_content(before, "KAZ", ITEM))
    assert positions(with_replies(before, [given])) == {CONFIRMED}
    after = _snapshot(row(), observations=(replace(figure, value=value),))
    assert positions(with_replies(after, [given])) == {CHANGED}
    without = _snapshot(row(), observations=(replace(figure, state=State.NOT_AVAILABLE, value=None),))
    assert seen_content(without, "KAZ", ITEM) != seen_content(_snapshot(row()), "KAZ", ITEM)


def test_the_newest_reply_counts_and_a_comment_takes_nothing_back() -> None:
    first, then = reply(ReplyKind.OBJECTION, date(2024, 1, 1)), reply(ReplyKind.CONFIRMATION, date(2024, 2, 1))
    assert position(then, first) is CONFIRMED
    assert position(first, then, reply(ReplyKind.COMMENT, date(2024, 3, 1))) is CONFIRMED


@pytest.mark.parametrize("kind", [ReplyKind.CONFIRMATION, ReplyKind.OBJECTION])
def test_after_a_correction_the_state_neither_agrees_nor_disagrees(kind: ReplyKind) -> None:
    assert position(reply(kind, date(2024, 1, 1)), reply(ReplyKind.CORRECTION, date(2024, 2, 1))) is READ


def test_a_reply_about_one_question_leaves_the_others_of_the_theme() -> None:
    assert position(reply(ReplyKind.CONFIRMATION, indicator="BD-7.2")) is READ
    whole, part = reply(ReplyKind.CONFIRMATION), reply(ReplyKind.OBJECTION, indicator=INDICATOR)
    assert position(part, whole) is DISAGREES


def test_a_letter_is_the_states_own_answer_and_older_replies_are_not_about_it() -> None:
    later = row(LETTER.source_id)
    for given in (date(2025, 2, 28), date(2025, 3, 1), date(2026, 1, 1)):
        assert position(reply(ReplyKind.CONFIRMATION, given), of=later) is OWN_ANSWER
        expected = OWN_ANSWER if given <= LETTER.date else CHANGED
        assert position(reply(ReplyKind.CONFIRMATION, given), of=row(), now=later) is expected
    assert position(reply(ReplyKind.OBJECTION, date(2025, 2, 28)), of=later) is OWN_ANSWER
    assert position(reply(ReplyKind.OBJECTION, date(2025, 3, 1)), of=later) is DISAGREES


def test_on_a_day_before_the_reply_nothing_was_changed_since() -> None:
    given, shown = reply(ReplyKind.CONFIRMATION, seen="0" * 16), _snapshot(row())
    assert positions(with_replies(replace(shown, read_on=given.given_on), [given])) == {CHANGED}
    assert positions(with_replies(replace(shown, read_on=REPORT.date), [given])) == {READ}


def test_the_words_of_another_organisation_are_not_the_states_to_confirm() -> None:
    other = next(body.key for body in FRAMEWORK.bodies if body.kind is BodyKind.CIVIL_SOCIETY)
    theirs = row(body=other, kind=Kind.CHALLENGE, status=None)
    assert position(reply(ReplyKind.CONFIRMATION), of=theirs) is READ


def test_progress_has_the_position_of_the_least_settled_part_and_its_coding_status() -> None:
    under_way = row(status=Status.UNDER_WAY)
    seen = seen_content(_snapshot(under_way), "KAZ", ITEM)
    after = with_replies(_snapshot(under_way), [reply(ReplyKind.OBJECTION, seen=seen)])
    found = next(r for r in progress_rows(after) if (r.country, r.item) == ("KAZ", ITEM))
    assert (found.status, found.position) == (Status.UNDER_WAY, DISAGREES)
    assert found.coding_status is CodingStatus.OBJECTED


def test_where_two_persons_are_needed_nobody_publishes_a_reply_of_his_own(tmp_path: Path) -> None:
    service = Service(small_settings(tmp_path).model_copy(update={"two_persons": True}), lambda: NOW)
    both = Actor(name="both", roles=frozenset({Role.COMMISSION, Role.SECRETARIAT}), country="KAZ")
    service.replies.give(both, {"BD-1": ""}, words())
    with pytest.raises(Refused, match="Two persons"):
        service.replies.publish(both, "KAZ")
    assert service.replies.publish(LENA, "KAZ").number == 2
