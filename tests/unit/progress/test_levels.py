"""Levels and their caps; only a round has them."""

from datetime import date

import pytest

from bukhara.model.codes import EvidenceGrade, ReadingKind, SourceClass, State, Status
from bukhara.progress.levels import Level, item_level, milestone_level
from bukhara.progress.status import statuses
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
    found = statuses(snapshot(frame, statement(Status.IN_PLACE, level=1.0)))[0]
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
