"""The parts of a change, each under its own name, and the evidence of its sentences."""

from dataclasses import replace

import pytest

from bukhara.model.codes import EvidenceGrade, ReadingKind, State, Status
from bukhara.model.release import PreviousReading, Snapshot
from bukhara.views.status import narrative
from bukhara.views.status.narrative import ChangePart, CountryChanges, Evidence, Sentence, SentenceCode
from tests.unit.progress import build
from tests.unit.progress.build import item, statement
from tests.unit.views.answered import METHOD, answer, frame, held, past


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


@pytest.mark.parametrize("newer", list(ReadingKind))
@pytest.mark.parametrize("now", [Status.IN_PLACE, Status.CHALLENGE])
def test_what_differs_from_a_reading_is_reported_differently_and_no_progress(now: Status, newer: ReadingKind) -> None:
    reading = frame(kind=ReadingKind.READING)
    readings = (reading.readings[0], replace(reading.readings[1], kind=newer))
    first, second = (statement(s, source_id=r) for s, r in ((Status.PLANNED, "r1"), (now, "r2")))
    found = changes(held(first, second, of=replace(reading, readings=readings)), past(first, of=reading))
    assert found.change.change is None
    assert codes(found) == [SentenceCode.DIFFERENT, SentenceCode.STEP]


def test_without_enough_answers_there_is_no_change_of_a_level() -> None:
    strict, first, second = frame(method=build.METHOD), answer(0.5, 1, "r1"), answer(1, 1, "r2")
    found = changes(held(first, second, of=strict), past(first, of=strict))
    assert found.change.change is None
    assert codes(found) == [SentenceCode.DIFFERENT, SentenceCode.STEP]


TWO = (item("BD-1", milestones=2),)


def sentences(now, before, **of) -> tuple[Sentence, ...]:
    """Return the narrative of KAZ under a framework of one theme with two milestones."""
    shape = frame(items=TWO, **of)
    return narrative.build(held(*now, of=shape), past(*before, of=shape))[0].sentences


def coded(status: Status, question: int, round_: str):
    return statement(status, f"BD-1.{question}", source_id=round_, statement="said")


def aside(state: State, question: int, round_: str):
    return statement(None, f"BD-1.{question}", source_id=round_, state=state, statement="said")


@pytest.mark.parametrize("earlier", [None, State.SUPPRESSED, State.NOT_AVAILABLE])
def test_a_question_that_is_set_aside_completes_nothing(earlier) -> None:
    done = [coded(Status.IN_PLACE, 1, round_) for round_ in ("r1", "r2")]
    open_ = [aside(earlier, 2, "r1")] if earlier else []
    now = [*done, *open_, aside(State.NOT_APPLICABLE, 2, "r2")]
    codes = {s.code for s in sentences(now, [done[0], *open_], kind=ReadingKind.READING)}
    assert not codes & {SentenceCode.DIFFERENT, SentenceCode.STEP}
    assert SentenceCode.OTHERWISE in codes


def test_a_question_that_is_asked_again_takes_nothing_away() -> None:
    done = [coded(Status.IN_PLACE, 1, round_) for round_ in ("r1", "r2")]
    before = [done[0], aside(State.NOT_APPLICABLE, 2, "r1")]
    codes = {s.code for s in sentences([*before, done[1], aside(State.SUPPRESSED, 2, "r2")], before)}
    assert not codes & {SentenceCode.LOWER, SentenceCode.STEP}


def test_evidence_is_the_answer_of_now_wherever_its_row_is() -> None:
    first, second = answer(0.5, 1, "r1"), answer(1, 1, "r2")
    for rows in ([first, second], [second, first]):
        changes = narrative.build(held(*rows), past(first))[0]
        assert {s.evidence for s in changes.sentences} == {(Evidence(item="BD-1", statement=second.evidence_id),)}


def test_evidence_is_that_of_the_question_that_moved() -> None:
    still = [coded(Status.IN_PLACE, 1, round_) for round_ in ("r1", "r2")]
    before, after = coded(Status.PLANNED, 2, "r1"), coded(Status.IN_PLACE, 2, "r2")
    codes = sentences([*still, before, after], [still[0], before], kind=ReadingKind.READING)
    (step,) = [s for s in codes if s.code is SentenceCode.STEP]
    assert step.evidence == (Evidence(item="BD-1", statement=after.evidence_id),)
