"""The parts of a change: five, each under its own name."""

from dataclasses import replace

import pytest

from bukhara.model.codes import EvidenceGrade, ReadingKind, State, Status
from bukhara.model.release import PreviousReading, Snapshot
from bukhara.views import narrative
from bukhara.views.narrative import ChangePart, CountryChanges, SentenceCode
from tests.unit.progress.build import METHOD, item, statement
from tests.unit.views.rounds import answer, frame, held, past


def changes(snapshot: Snapshot, before: PreviousReading | None) -> CountryChanges:
    return narrative.build(snapshot, before)[0]


def codes(found: CountryChanges) -> list[SentenceCode]:
    return [sentence.code for sentence in found.sentences]


def test_a_first_reading_has_nothing_to_compare_with() -> None:
    found = changes(held(answer(1, 1, "r1")), None)
    assert codes(found) == [SentenceCode.FIRST]
    assert found.previous is None


def test_a_rise_on_what_was_answered_both_times_is_progress_with_its_evidence() -> None:
    first, second = answer(0.5, 1, "r1"), answer(1, 1, "r2")
    found = changes(held(first, second), past(first))
    assert codes(found) == [SentenceCode.HIGHER, SentenceCode.STEP]
    assert found.sentences[0].by == 0.5
    assert [e.statement for e in found.sentences[0].evidence] == [second.evidence_id]


def test_two_weak_new_answers_are_other_answers_and_no_decline() -> None:
    known = [answer(1, n, round_) for n in (1, 2) for round_ in ("r1", "r2")]
    found = changes(held(*known, answer(0, 3, "r2"), answer(0, 4, "r2")), past(*known[::2]))
    assert codes(found) == [SentenceCode.SAME, SentenceCode.OTHERS_MEAN]
    assert found.sentences[1].part is ChangePart.COMPOSITION
    assert found.sentences[1].by == pytest.approx(-0.5)


def test_a_weak_answer_to_a_milestone_asked_newly_is_no_decline_of_its_theme() -> None:
    wide = frame(items=(item("BD-1", milestones=2),))
    first, second = (
        statement(None, "BD-1.1", level=1, source_id="r1"),
        statement(None, "BD-1.1", level=1, source_id="r2"),
    )
    unasked = statement(None, "BD-1.2", source_id="r1", state=State.NOT_APPLICABLE)
    weak = statement(None, "BD-1.2", level=0, source_id="r2")
    found = changes(held(first, unasked, second, weak, of=wide), past(first, unasked, of=wide))
    assert SentenceCode.LOWER not in codes(found)
    assert SentenceCode.STEP not in codes(found)


def test_a_better_document_alone_is_documentation() -> None:
    first, second = answer(1, 1, "r1", EvidenceGrade.ASSERTION), answer(1, 1, "r2")
    found = changes(held(first, second), past(first))
    assert codes(found) == [SentenceCode.SAME, SentenceCode.DOCUMENTS_MEAN]
    assert found.sentences[1].by == 0.5


def test_a_correction_of_the_past_is_a_revision() -> None:
    known = [answer(0.5, 1, "r1"), answer(0.5, 1, "r2")]
    found = changes(held(*known), past(answer(1, 1, "r1")))
    assert codes(found) == [SentenceCode.SAME, SentenceCode.CORRECTED_MEAN]
    assert found.sentences[1].by == -0.5


def test_a_change_of_method_is_no_progress() -> None:
    known = [answer(1, 1, "r1"), answer(1, 1, "r2"), answer(0, 2, "r1"), answer(0, 2, "r2")]
    heavier = frame(method=replace(METHOD, version="2"), items=(item("BD-1", weight=3.0), item("BD-2")))
    found = changes(held(*known, of=heavier), past(*known[::2], of=frame(items=(item("BD-1"), item("BD-2")))))
    change = found.change.change
    assert change is not None
    assert change.matched == 0
    assert change.method == pytest.approx(0.25)
    assert codes(found) == [SentenceCode.SAME, SentenceCode.RESTATED_MEAN]
    assert (found.change.old_method, found.change.new_method) == ("1", "2")


def test_between_two_readings_statuses_are_counted() -> None:
    reading = frame(kind=ReadingKind.READING)
    first, second = (statement(s, source_id=r) for s, r in ((Status.PLANNED, "r1"), (Status.IN_PLACE, "r2")))
    found = changes(held(first, second, of=reading), past(first, of=reading))
    assert found.change.change is None
    assert codes(found) == [SentenceCode.FORWARD, SentenceCode.STEP]


def test_a_move_to_a_challenge_is_shown_without_the_word_progress() -> None:
    reading = frame(kind=ReadingKind.READING)
    first, second = (statement(s, source_id=r) for s, r in ((Status.PLANNED, "r1"), (Status.CHALLENGE, "r2")))
    found = changes(held(first, second, of=reading), past(first, of=reading))
    assert codes(found) == [SentenceCode.DIFFERENT, SentenceCode.STEP]


def test_states_are_in_the_fixed_order() -> None:
    known = [answer(1, 1, "r2", country=code) for code in ("UZB", "KAZ")]
    assert [s.country for s in narrative.build(held(*known), past())] == ["KAZ", "KGZ", "TJK", "TKM", "UZB"]
