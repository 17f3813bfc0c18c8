"""What the changes of a state can never say, whatever the answers."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bukhara.model.codes import EvidenceGrade
from bukhara.model.statement import Statement
from bukhara.progress.change import Change
from bukhara.situation.compared import StateChange
from bukhara.situation.moves import Moves
from bukhara.views.status import narrative
from bukhara.views.status.narrative import SentenceCode
from tests.unit.progress.build import item
from tests.unit.views.answered import METHOD, answer, frame, held, past

LEVELS = st.sampled_from([0.0, 0.5, 1.0])
GRADES = st.sampled_from(EvidenceGrade)
UP_OR_DOWN = {SentenceCode.HIGHER, SentenceCode.LOWER, SentenceCode.DIFFERENT, SentenceCode.STEP}
NUMBERS = (1, 2, 3, 4)


@st.composite
def round_of(draw: st.DrawFn, name: str) -> list[Statement]:
    """Return answers of KAZ to some of four themes."""
    asked = draw(st.sets(st.sampled_from(NUMBERS), min_size=1))
    return [answer(draw(LEVELS), n, name, draw(GRADES)) for n in sorted(asked)]


def codes(snapshot_rows: list[Statement], published: list[Statement]) -> set[SentenceCode]:
    found = narrative.build(held(*snapshot_rows), past(*published))[0]
    return {sentence.code for sentence in found.sentences}


def again(rows: list[Statement]) -> list[Statement]:
    return [replace(row, source_id="r2") for row in rows]


@given(round_of("r1"), LEVELS, LEVELS, GRADES)
def test_new_answers_are_never_narrated_as_a_decline_or_progress(
    first: list[Statement], one: float, two: float, grade: EvidenceGrade
) -> None:
    new = [answer(one, 5, "r2", grade), answer(two, 6, "r2", grade)]
    assert not codes([*first, *again(first), *new], first) & UP_OR_DOWN


@given(round_of("r1"), round_of("r1"))
def test_a_revision_is_never_narrated_as_progress(published: list[Statement], known: list[Statement]) -> None:
    assert not codes([*known, *again(known)], published) & UP_OR_DOWN


@given(round_of("r1"), st.lists(GRADES, min_size=4, max_size=4))
def test_another_document_is_never_narrated_as_progress(first: list[Statement], grades: list[EvidenceGrade]) -> None:
    second = [replace(row, evidence_grade=grade) for row, grade in zip(again(first), grades, strict=False)]
    assert not codes([*first, *second], first) & UP_OR_DOWN


@given(round_of("r1"), st.lists(st.sampled_from([0.5, 1.0, 2.0, 5.0]), min_size=4, max_size=4))
def test_a_change_of_weights_is_never_narrated_as_progress(first: list[Statement], weights: list[float]) -> None:
    items = tuple(item(f"BD-{n}", weight=weight) for n, weight in zip(NUMBERS, weights, strict=True))
    new = frame(items=items, method=replace(METHOD, version="2"))
    found = narrative.build(held(*first, *again(first), of=new), past(*first))[0]
    assert not {sentence.code for sentence in found.sentences} & UP_OR_DOWN


@given(st.floats(-9.9e-10, 9.9e-10) | st.just(-0.0))
def test_next_to_nothing_is_nothing(by: float) -> None:
    change = Change(
        first_reading=False,
        headline=by,
        matched=by,
        matched_items=3,
        documentation=by,
        revision=by,
        method=by,
        composition=by,
    )
    moves = Moves(first_reading=False)
    found = StateChange(country="KAZ", moves=moves, change=change, old_method="1", new_method="1")
    assert [sentence.code for sentence in narrative.sentences_about(found)] == [SentenceCode.SAME]
