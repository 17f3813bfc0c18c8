"""Coverage and bounds of one state in a round."""

import pytest

from bukhara.model.codes import ItemKind, ReadingKind, Scope, State, Status
from bukhara.progress.coverage import Display, Scored, country_coverage, cover, display, nearest, scored_items
from bukhara.progress.status import statuses
from tests.unit.progress.build import METHOD, ON, framework, item, snapshot, statement


def scored(level: float | None, capped: float | None = None, weight: float = 1.0, name: str = "BD-1") -> Scored:
    return Scored(item=name, weight=weight, level=level, level_capped=level if capped is None else capped)


def test_four_unanswered_of_eighteen_show_a_bar_without_band() -> None:
    found = cover([scored(0.536)] * 14 + [scored(None)] * 4, METHOD)
    assert found is not None
    rounded = [round(v, 3) for v in (found.coverage, found.low, found.high)]
    assert rounded == [0.778, 0.417, 0.639]
    assert (found.applicable, found.answered, found.display, found.band) == (18, 14, Display.BAR, None)
    assert found.level == pytest.approx(0.536)


def test_the_lower_bound_is_capped_and_the_upper_is_not() -> None:
    found = cover([scored(1.0, 0.5), scored(None)], METHOD)
    assert found is not None
    assert (found.low, found.high, found.level, found.level_capped) == (0.25, 1.0, 1.0, 0.5)


def test_weights_weigh() -> None:
    found = cover([scored(1.0, weight=3.0), scored(0.0)], METHOD)
    assert found is not None
    assert (found.level, found.low, found.high, found.coverage) == (0.75, 0.75, 0.75, 1.0)


def test_nothing_applicable_has_no_coverage() -> None:
    assert cover([], METHOD) is None


def test_without_an_answer_the_bounds_are_all_of_it() -> None:
    found = cover([scored(None)], METHOD)
    assert found is not None
    assert (found.coverage, found.level, found.level_capped, found.low, found.high) == (
        0.0,
        None,
        None,
        0.0,
        1.0,
    )


@pytest.mark.parametrize(
    ("coverage", "applicable", "expected"),
    [
        (1.0, 5, Display.BAR_WITH_BAND),
        (0.8, 10, Display.BAR_WITH_BAND),
        (0.8 - 1e-12, 10, Display.BAR_WITH_BAND),
        (0.79, 10, Display.BAR),
        (0.6, 10, Display.BAR),
        (0.59, 10, Display.LIST),
        (1.0, 4, Display.LIST),
    ],
)
def test_how_a_mean_may_be_drawn(coverage: float, applicable: int, expected: Display) -> None:
    assert display(coverage, applicable, METHOD) is expected


@pytest.mark.parametrize(("level", "band"), [(0.2, 0.0), (0.25, 0.0), (0.3, 0.5), (0.75, 0.5), (0.8, 1.0)])
def test_the_band_is_the_nearest_level(level: float, band: float) -> None:
    assert nearest(level) == band


def test_a_band_is_given_with_enough_coverage() -> None:
    found = cover([scored(0.5)] * 5, METHOD)
    assert found is not None
    assert found.band == 0.5


def test_only_a_states_own_items_that_apply_and_can_be_completed_are_scored() -> None:
    frame = framework(
        item("BD-1", scope=Scope.REGION),
        item("BD-2", kind=ItemKind.CONTINUING),
        item("BD-3", pillar="prevention"),
        item("BD-4"),
        item("BD-5", weight=2.0),
        kind=ReadingKind.ROUND,
    )
    stated = [
        statement(None, "BD-4.1", state=State.NOT_APPLICABLE),
        statement(Status.UNDER_WAY, "BD-5.1", level=0.5),
    ]
    found = statuses(snapshot(frame, *stated))
    unanswered, answered = scored_items(found, frame, "KAZ")
    assert (unanswered.item, unanswered.level) == ("BD-3", None)
    assert answered == Scored(item="BD-5", weight=2.0, level=0.5, level_capped=0.5, questions=("BD-5.1",))


def test_a_reading_has_no_coverage() -> None:
    frame = framework(item())
    found = statuses(snapshot(frame, statement(Status.IN_PLACE, level=1.0)))
    assert country_coverage(found, frame, "KAZ", on=ON) is None


def test_a_round_without_an_answer_has_coverage_zero() -> None:
    frame = framework(item(), kind=ReadingKind.ROUND)
    found = country_coverage(statuses(snapshot(frame)), frame, "KAZ", on=ON)
    assert found is not None
    assert found.coverage == 0.0
