"""What a sentence of the changes rests on, and what is no step at all."""

import pytest

from bukhara.model.codes import ReadingKind, State, Status
from bukhara.views import narrative
from bukhara.views.narrative import Evidence, Sentence, SentenceCode
from tests.unit.progress.build import item, statement
from tests.unit.views.rounds import answer, frame, held, past

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
    assert not codes & {SentenceCode.FORWARD, SentenceCode.DIFFERENT, SentenceCode.STEP}
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
