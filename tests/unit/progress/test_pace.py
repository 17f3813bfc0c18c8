"""Pace towards a plan's own target."""

from datetime import date

import pytest

from bukhara.progress.pace import Direction, NoPace, Pace, PaceCode, Point, Target, pace, years
from tests.unit.progress.build import METHOD

UP, DOWN, BAND = Direction.UP, Direction.DOWN, Direction.BAND


def assess(direction: Direction, first: float, last: float, target: float, by: float = 2030.0) -> Pace:
    goal = Target.at(target, direction=direction, time=by)
    return pace(Point(value=first, time=2021.0), Point(value=last, time=2024.0), goal, method=METHOD)


@pytest.mark.parametrize(
    ("direction", "first", "last", "target", "attainment", "ratio", "code"),
    [
        (DOWN, 12, 6, 0, 0.5, 1.5, PaceCode.ON_PACE),
        (UP, 0, 3, 20, 0.15, 0.45, PaceCode.WELL_BEHIND),
        (UP, 40, 52, 80, 0.3, 0.9, PaceCode.BEHIND),
        (UP, 40, 48, 80, 0.2, 0.6, PaceCode.BEHIND),
        (UP, 40, 36, 80, -0.1, -0.3, PaceCode.REVERSING),
        (UP, 40, 40, 80, 0.0, 0.0, PaceCode.NO_MOVEMENT),
        (UP, 0, 19, 60, 0.3166667, 0.95, PaceCode.ON_PACE),
        (UP, 40, 80, 80, 1.0, 3.0, PaceCode.ACHIEVED),
        (DOWN, 12, -3, 0, 1.25, 3.75, PaceCode.ACHIEVED),
    ],
)
def test_pace_of_the_vectors(
    direction: Direction, first: float, last: float, target: float, attainment: float, ratio: float, code: PaceCode
) -> None:
    found = assess(direction, first, last, target)
    assert found.code is code
    assert found.attainment == pytest.approx(attainment)
    assert found.time_used == pytest.approx(1 / 3)
    assert found.pace == pytest.approx(ratio, abs=1e-9)
    assert found.q == pytest.approx(min(1, max(0, attainment)))


@pytest.mark.parametrize(
    ("direction", "first", "last", "target", "code"),
    [
        (UP, 90, 86, 85, PaceCode.MAINTAINED),
        (UP, 90, 84, 85, PaceCode.LOST),
        (DOWN, 3, 4, 5, PaceCode.MAINTAINED),
        (DOWN, 5, 6, 5, PaceCode.LOST),
    ],
)
def test_a_target_met_at_the_start_is_kept_or_not(
    direction: Direction, first: float, last: float, target: float, code: PaceCode
) -> None:
    assert assess(direction, first, last, target) == Pace(code=code)


@pytest.mark.parametrize("by", [2024.0, 2023.0, 2021.0])
def test_a_period_that_ended_without_meeting_the_target(by: float) -> None:
    assert assess(UP, 0, 10, 20, by).code is PaceCode.OVERDUE


def test_a_target_met_late_is_achieved() -> None:
    assert assess(UP, 0, 20, 20, 2023.0).code is PaceCode.ACHIEVED


@pytest.mark.parametrize(
    ("first", "last", "code", "attainment"),
    [
        (50, 45, PaceCode.ON_PACE, 0.5),
        (10, 15, PaceCode.ON_PACE, 0.5),
        (50, 35, PaceCode.ACHIEVED, 1.0),
        (50, 60, PaceCode.REVERSING, -1.0),
        (10, 10.5, PaceCode.WELL_BEHIND, 0.05),
        (30, 40, PaceCode.MAINTAINED, None),
        (30, 41, PaceCode.LOST, None),
    ],
)
def test_a_band_is_neared_from_either_side(first: float, last: float, code: PaceCode, attainment: float | None) -> None:
    goal = Target(direction=BAND, time=2030.0, low=20, high=40)
    found = pace(Point(value=first, time=2021.0), Point(value=last, time=2024.0), goal, method=METHOD)
    assert found.code is code
    assert found.attainment == (None if attainment is None else pytest.approx(attainment))


BASE, LAST = Point(value=1, time=2021.0), Point(value=2, time=2024.0)
GOAL = Target.at(10, direction=UP, time=2030.0)


@pytest.mark.parametrize(
    ("baseline", "latest", "target", "broken", "reason"),
    [
        (BASE, LAST, None, False, NoPace.NO_TARGET),
        (BASE, LAST, Target.at(10, direction=Direction.NONE, time=2030.0), False, NoPace.DIRECTION_NONE),
        (None, LAST, GOAL, False, NoPace.ONE_POINT),
        (BASE, None, GOAL, False, NoPace.ONE_POINT),
        (LAST, BASE, GOAL, False, NoPace.NOT_LATER),
        (BASE, BASE, GOAL, False, NoPace.NOT_LATER),
        (BASE, LAST, GOAL, True, NoPace.BREAK),
        (BASE, Point(value=2, time=2024.0, comparability="half-year"), GOAL, False, NoPace.OTHER_CLASS),
    ],
)
def test_what_cannot_be_assessed_says_why(
    baseline: Point | None, latest: Point | None, target: Target | None, broken: bool, reason: NoPace
) -> None:
    found = pace(baseline, latest, target, method=METHOD, broken=broken)
    assert found == Pace(code=PaceCode.NOT_ASSESSABLE, reason=reason)


@pytest.mark.parametrize(("month", "day"), [(1, 1), (6, 30), (12, 31)])
def test_the_same_day_of_two_years_lies_whole_years_apart(month: int, day: int) -> None:
    assert years(date(2024, month, day)) - years(date(2021, month, day)) == pytest.approx(3.0)
    assert 2021 <= years(date(2021, month, day)) < 2022
