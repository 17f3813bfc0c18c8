"""Counts, coverage and bounds."""

from datetime import date

import pytest

from bukhara.model.codes import ItemKind, ReadingKind, Scope, State, Status
from bukhara.progress.coverage import NoLevel, Scored, cover, nearest, no_level, scored_items
from bukhara.situation.counts import Counts, count, count_country, count_item
from bukhara.situation.situation import situations
from tests.unit.progress.build import METHOD, STATES, framework, item, judged, snapshot, statement


def scored(level: float | None, capped: float | None = None, weight: float = 1.0, name: str = "BD-1") -> Scored:
    return Scored(item=name, weight=weight, level=level, level_capped=level if capped is None else capped)


def test_four_unanswered_of_eighteen_show_a_bar_without_band() -> None:
    found = cover([scored(0.536)] * 14 + [scored(None)] * 4, METHOD)
    assert found is not None
    rounded = [round(v, 3) for v in (found.coverage, found.low, found.high)]
    assert rounded == [0.778, 0.417, 0.639]
    assert (found.applicable, found.answered, found.no_level, found.band) == (18, 14, None, None)
    assert found.level == pytest.approx(0.536)


def test_weights_weigh() -> None:
    found = cover([scored(1.0, weight=6.0), *[scored(0.0, weight=0.5)] * 4], METHOD)
    assert found is not None
    assert (found.level, found.low, found.high, found.coverage) == (0.75, 0.75, 0.75, 1.0)


@pytest.mark.parametrize(
    ("coverage", "applicable", "expected"),
    [
        (1.0, 5, None),
        (0.6 - 1e-12, 10, None),
        (0.59, 10, NoLevel.FEW_ANSWERS),
        (1.0, 4, NoLevel.FEW_THEMES),
    ],
)
def test_without_enough_coverage_or_themes_there_is_no_level(
    coverage: float, applicable: int, expected: NoLevel | None
) -> None:
    assert no_level(coverage, applicable, METHOD) is expected


@pytest.mark.parametrize(("level", "band"), [(0.2, 0.0), (0.25, 0.0), (0.3, 0.5), (0.75, 0.5), (0.8, 1.0)])
def test_the_band_is_the_nearest_level(level: float, band: float) -> None:
    assert nearest(level) == band


@pytest.mark.parametrize(("answered", "band"), [(10, 0.5), (8, 0.5), (7, None)])
def test_a_band_is_given_with_enough_coverage(answered: int, band: float | None) -> None:
    found = cover([scored(0.5)] * answered + [scored(None)] * (10 - answered), METHOD)
    assert found is not None
    assert found.band == band


def test_only_a_states_own_items_that_apply_and_can_be_completed_are_scored() -> None:
    frame = framework(
        item("BD-1", scope=Scope.REGION),
        item("BD-2", kind=ItemKind.CONTINUING),
        item("BD-3", pillar="prevention"),
        item("BD-4"),
        item("BD-5", weight=2.0),
        kind=ReadingKind.ROUND,
    )
    stated = [statement(None, "BD-4.1", state=State.NOT_APPLICABLE), statement(Status.UNDER_WAY, "BD-5.1", level=0.5)]
    found = situations(snapshot(frame, *stated))
    unanswered, answered = scored_items(found, frame, "KAZ")
    assert (unanswered.item, unanswered.level) == ("BD-3", None)
    assert answered == Scored(item="BD-5", weight=2.0, level=0.5, level_capped=0.5, questions=("BD-5.1",))


MIX = [Status.IN_PLACE] * 5 + [Status.UNDER_WAY] * 3 + [Status.CHALLENGE] + [None] * 2


def test_five_in_place_and_two_not_covered_of_eleven_lie_between_five_and_seven() -> None:
    frame = framework(*(item(f"BD-{n}") for n in range(11)))
    stated = [statement(status, f"BD-{n}.1") for n, status in enumerate(MIX)]
    found = count_country(situations(snapshot(frame, *stated)), "KAZ")
    assert (found.n, found.in_place, found.under_way, found.challenge, found.not_covered) == (11, 5, 3, 1, 2)
    assert (found.low, found.high) == (5, 7)


@pytest.mark.parametrize("state", [State.NOT_REPORTED, State.NOT_AVAILABLE, State.SUPPRESSED])
def test_who_was_asked_and_has_no_status_is_not_among_the_uncovered(state: State) -> None:
    found = count([judged(statement(None, state=state)), judged()])
    assert (found.unanswered, found.silent, found.not_covered, found.high) == (1, 1, 2, 2)


@pytest.mark.parametrize(
    ("since", "expected"), [("2014", (1, 0, 0)), ("2022", (0, 1, 0)), ("", (0, 0, 1)), ("2021", (0, 0, 1))]
)
def test_already_in_place_at_bukhara_is_counted_apart(since: str, expected: tuple[int, int, int]) -> None:
    found = count([judged(statement(Status.IN_PLACE, since=since))])
    assert (found.in_place_before, found.in_place_since, found.in_place_undated) == expected
    assert found.in_place == 1


def test_what_ended_is_neither_in_place_nor_not_covered() -> None:
    found = count([judged(statement(Status.IN_PLACE, valid_until="2022"), levels=True)])
    assert (found.n, found.ended, found.low, found.high) == (1, 1, 0, 0)


def test_what_ended_counts_by_what_followed() -> None:
    found = count([judged(statement(Status.IN_PLACE, valid_until="2022"), statement(Status.PLANNED), levels=True)])
    assert (found.planned, found.ended) == (1, 0)


def test_an_answer_of_no_step_is_not_a_gap() -> None:
    found = count([judged(statement(None, level=0.0), levels=True)])
    assert (found.n, found.no_step, found.not_covered) == (1, 1, 0)


@pytest.mark.parametrize("state", [State.NOT_REPORTED, State.NOT_AVAILABLE, State.SUPPRESSED, State.NOT_ASKED])
def test_whatever_is_unknown_widens_the_bounds(state: State) -> None:
    found = count([judged(statement(None, state=state))])
    assert (found.n, found.not_covered, found.high) == (1, 1, 1)


def test_not_applicable_leaves_the_denominator() -> None:
    found = count([judged(statement(None, state=State.NOT_APPLICABLE))])
    assert (found.n, found.not_applicable, found.high) == (0, 1, 0)


def test_continuing_items_are_counted_apart() -> None:
    going_on = item(kind=ItemKind.CONTINUING)
    found = count([judged(statement(Status.CONTINUING), of=going_on), judged(of=going_on)])
    assert (found.n, found.continuing, found.continuing_n) == (0, 1, 2)


def test_an_item_that_does_not_apply_yet_is_counted_nowhere() -> None:
    assert count([judged(of=item(applies_from=date(2023, 7, 29)))]) == Counts()


def test_region_items_are_in_no_states_denominator() -> None:
    frame = framework(item("BD-1", scope=Scope.REGION), item("BD-5"))
    found = situations(snapshot(frame, statement(Status.IN_PLACE, country="REG")))
    assert count_country(found, "KAZ").n == 1
    assert count_item(found, "BD-1") == Counts()


def test_an_item_counts_the_states_that_are_in_place() -> None:
    frame = framework(item())
    stated = [statement(Status.IN_PLACE, country=c) for c in ("KAZ", "UZB")]
    found = count_item(situations(snapshot(frame, *stated)), "BD-1")
    assert (found.n, found.low, found.high) == (len(STATES), 2, 5)
