"""Levels and their caps; only a round has them."""

from datetime import date
from math import comb
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bukhara.model.codes import EvidenceGrade, ReadingKind, SourceClass, State, Status
from bukhara.progress.change import Change, change
from bukhara.progress.coverage import Scored, mean
from bukhara.progress.levels import Level, item_level, milestone_level
from bukhara.progress.noise import Exposure, chance
from bukhara.situation.moves import Moves, moves
from bukhara.situation.situation import Situation, situations
from tests.unit.progress.build import METHOD, ON, framework, item, judged, snapshot, source, statement

WEAK, SPOKEN, STRONG = EvidenceGrade


@pytest.mark.parametrize(
    ("level", "grade", "capped"),
    [(1.0, WEAK, 0.5), (1.0, SPOKEN, 0.75), (1.0, STRONG, 1.0), (0.5, WEAK, 0.5), (0.0, STRONG, 0.0)],
)
def test_evidence_caps_a_level(level: float, grade: EvidenceGrade, capped: float) -> None:
    assert milestone_level([(level, grade)], METHOD) == Level(level=level, capped=capped)


def test_the_best_of_several_answers_counts() -> None:
    assert milestone_level([(1.0, WEAK), (0.5, STRONG), (0.0, STRONG)], METHOD) == Level(level=1.0, capped=0.5)


def test_an_items_level_is_the_weighted_mean() -> None:
    found = item_level([(3.0, Level(level=1.0, capped=0.5)), (1.0, Level(level=0.0, capped=0.0))])
    assert found == Level(level=0.75, capped=0.375)


@pytest.mark.parametrize("milestones", [[], [(1.0, Level(level=1.0, capped=1.0)), (1.0, None)]])
def test_half_an_answer_has_no_level(milestones: list[tuple[float, Level | None]]) -> None:
    assert item_level(milestones) is None


def test_a_round_yields_levels() -> None:
    frame = framework(item(), kind=ReadingKind.ROUND)
    found = situations(snapshot(frame, statement(Status.IN_PLACE, level=1.0)))[0]
    assert (found.level, found.level_capped) == (1.0, 0.75)
    assert (found.indicators[0].level, found.indicators[0].level_capped) == (1.0, 0.75)


@pytest.mark.parametrize(("level", "status"), [(1.0, Status.IN_PLACE), (0.5, Status.UNDER_WAY)])
def test_a_level_without_status_reads_as_one(level: float, status: Status) -> None:
    assert judged(statement(None, level=level), levels=True).status is status


def test_level_zero_is_an_answer() -> None:
    found = judged(statement(None, level=0.0), levels=True)
    assert (found.status, found.state, found.level, found.no_step) == (Status.NOT_ASKED, State.VALUE, 0.0, True)


def test_what_is_no_longer_in_force_has_level_zero() -> None:
    stated = statement(Status.IN_PLACE, level=1.0, valid_until="2023")
    found = judged(stated, levels=True, on=date(2024, 1, 1))
    assert (found.level, found.level_capped, found.ended) == (0.0, 0.0, True)


def test_a_status_of_a_report_gives_no_level_even_in_a_round() -> None:
    assert judged(statement(Status.IN_PLACE), levels=True).level is None


@pytest.mark.parametrize(("status", "level"), [(Status.IN_PLACE, 1.0), (Status.UNDER_WAY, 0.5), (Status.PLANNED, 0.0)])
def test_a_state_that_gives_a_status_and_no_level_has_the_level_of_the_status(status: Status, level: float) -> None:
    letter = source("letter", source_class=SourceClass.STATE_SUBMISSION)
    found = judged(statement(status, source_id="letter"), levels=True, sources=(letter,))
    assert (found.level, found.level_capped) == (level, level)


LETTERS = tuple(
    source(name, date=day, source_class=SourceClass.STATE_SUBMISSION)
    for name, day in (("letter", ON), ("newer", date(2024, 5, 1)))
)


@pytest.mark.parametrize(
    ("known", "level", "status", "expected"),
    [
        (None, None, Status.CHALLENGE, None),
        (Status.UNDER_WAY, None, Status.UNDER_WAY, 0.5),
        (Status.UNDER_WAY, 0.0, Status.CHALLENGE, 0.0),
    ],
)
def test_a_challenge_alone_has_no_level_and_erases_none(
    known: Status | None, level: float | None, status: Status, expected: float | None
) -> None:
    said = [statement(known, source_id="letter"), statement(Status.CHALLENGE, level=level, source_id="newer")]
    found = judged(*said, levels=True, sources=LETTERS, on=date(2024, 5, 1))
    assert (found.status, found.level) == (status, expected)


def items(*levels: float | None, cap: float = 1.0) -> list[Scored]:
    return [
        Scored(item=f"BD-{n}", weight=1.0, level=v, level_capped=None if v is None else min(v, cap))
        for n, v in enumerate(levels)
    ]


PREVIOUS = items(0.5, 0.25, 0.75, 0.5)
NOW = items(0.75, 0.25, 0.75, 0.5, 0, 0.25)


def test_new_items_are_composition_and_not_progress() -> None:
    found = change(previous=PREVIOUS, now=NOW)
    assert mean(PREVIOUS) == 0.5
    assert mean(NOW) == pytest.approx(0.417, abs=0.001)
    assert found.headline == pytest.approx(-0.083, abs=0.001)
    assert found.matched == pytest.approx(0.0625)
    assert found.composition == pytest.approx(-0.146, abs=0.001)
    assert (found.matched_items, found.revision, found.method, found.first_reading) == (4, 0.0, 0.0, False)


def test_with_one_round_there_is_nothing_to_compare_with() -> None:
    assert change(previous=[], now=NOW) == Change(first_reading=True)


def test_without_an_answer_before_there_is_no_change() -> None:
    assert change(previous=items(None), now=items(1.0)) == Change(first_reading=False)


def test_with_no_item_in_both_all_is_composition() -> None:
    found = change(previous=items(0.5, None), now=items(None, 1.0))
    assert (found.matched, found.matched_items, found.composition) == (None, 0, 0.5)
    assert found.documentation is None


def exposure(events: int, months: float = 12) -> Exposure:
    return Exposure(events=events, months=months)


@pytest.mark.parametrize(
    ("first", "second", "p", "too_few"),
    [
        (exposure(12), exposure(6), 0.238, True),
        (exposure(0), exposure(3), 0.25, True),
        (exposure(40), exposure(22, 6), 0.788, True),
        (exposure(40), exposure(20), 0.0135, False),
        (exposure(150), exposure(120), 0.077, False),
    ],
)
def test_p_of_the_vectors(first: Exposure, second: Exposure, p: float, too_few: bool) -> None:
    found = chance(first, second)
    assert found == pytest.approx(p, abs=0.0006)
    assert (found > METHOD.noise_p) is too_few


@given(st.integers(0, 300), st.integers(0, 300), st.sampled_from([1, 6, 7, 12, 18]))
def test_p_is_that_of_whole_numbers_without_rounding(first: int, second: int, months: int) -> None:
    together = first + second
    ways = [comb(together, k) * months**k * 12 ** (together - k) for k in range(together + 1)]
    expected = sum(each for each in ways if each <= ways[second]) / sum(ways)
    assert chance(exposure(first), exposure(second, months)) == pytest.approx(expected, abs=1e-9)


def test_no_events_at_all_are_too_few() -> None:
    assert chance(exposure(0), exposure(0)) > METHOD.noise_p


@pytest.mark.parametrize("wrong", [exposure(-1), exposure(1, 0)])
def test_impossible_counts_are_refused(wrong: Exposure) -> None:
    with pytest.raises(ValueError, match="Exposure"):
        chance(exposure(1), wrong)


def on(item_id: str, status: Status | None, **changes: Any) -> Situation:
    return judged(statement(status, f"{item_id}.1", **changes), of=item(item_id))


def test_with_one_reading_there_is_nothing_to_compare_with() -> None:
    assert moves([], [on("BD-1", Status.IN_PLACE)]) == Moves(first_reading=True)


def test_a_status_that_moved_is_shown_with_both() -> None:
    past, present = on("BD-1", Status.PLANNED), on("BD-1", Status.IN_PLACE)
    found = moves([past, on("BD-2", Status.PLANNED)], [present, on("BD-2", Status.PLANNED)])
    assert [(m.country, m.item, m.before, m.after) for m in found.moved] == [("KAZ", "BD-1", past, present)]
    assert not found.newly_covered


def test_a_first_answer_is_newly_covered_and_no_progress() -> None:
    found = moves([on("BD-1", None)], [on("BD-1", Status.IN_PLACE)])
    assert [m.item for m in found.newly_covered] == ["BD-1"]
    assert not found.moved


def test_what_is_known_no_more_is_shown() -> None:
    found = moves([on("BD-1", Status.IN_PLACE)], [on("BD-1", None)])
    assert [m.item for m in found.no_longer_covered] == ["BD-1"]
    assert not found.moved


def test_a_period_that_ended_is_a_move() -> None:
    over = judged(statement(Status.IN_PLACE, "BD-1.1", valid_until="2022"), of=item("BD-1"), levels=True)
    found = moves([on("BD-1", Status.IN_PLACE)], [over])
    assert [m.after.ended for m in found.moved] == [True]


def test_the_past_as_now_known_against_as_published_is_corrected() -> None:
    known = [on("BD-1", Status.UNDER_WAY), on("BD-2", Status.IN_PLACE, since="2016"), on("BD-3", Status.PLANNED)]
    printed = [on("BD-1", Status.IN_PLACE), on("BD-2", Status.IN_PLACE, since="2014"), on("BD-3", Status.PLANNED)]
    found = moves(known, known, published=printed)
    assert [m.item for m in found.corrected] == ["BD-1", "BD-2"]
    assert not found.moved


def test_items_that_begin_or_cease_to_apply_are_neither_moved_nor_covered() -> None:
    away = on("BD-1", None, state=State.NOT_APPLICABLE)
    later = judged(of=item("BD-2", applies_from=date(2024, 1, 1)))
    here = [on("BD-1", Status.IN_PLACE), on("BD-2", Status.IN_PLACE)]
    found = moves([away, later], here)
    assert [s.item for s in found.entered] == ["BD-1", "BD-2"]
    assert [s.item for s in moves(here, [away, later]).left] == ["BD-1", "BD-2"]
    assert not found.moved
    assert not found.newly_covered
