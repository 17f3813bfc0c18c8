"""Counts between bounds."""

from datetime import date

import pytest

from bukhara.model.codes import ItemKind, Scope, State, Status
from bukhara.progress.counts import Counts, count, count_country, count_item
from bukhara.progress.status import statuses
from tests.unit.progress.build import STATES, framework, item, judged, snapshot, statement

MIX = [Status.IN_PLACE] * 5 + [Status.UNDER_WAY] * 3 + [Status.CHALLENGE] + [None] * 2


def test_five_in_place_and_two_not_covered_of_eleven_lie_between_five_and_seven() -> None:
    frame = framework(*(item(f"BD-{n}") for n in range(11)))
    stated = [statement(status, f"BD-{n}.1") for n, status in enumerate(MIX)]
    found = count_country(statuses(snapshot(frame, *stated)), "KAZ")
    assert (found.n, found.in_place, found.under_way, found.challenge, found.not_covered) == (11, 5, 3, 1, 2)
    assert (found.low, found.high) == (5, 7)


@pytest.mark.parametrize("state", [State.NOT_REPORTED, State.NOT_AVAILABLE, State.SUPPRESSED])
def test_who_was_asked_and_has_no_status_is_not_among_the_uncovered(state: State) -> None:
    found = count([judged(statement(None, state=state)), judged()])
    assert (found.unanswered, found.uncovered, found.not_covered, found.high) == (1, 1, 2, 2)


def test_nothing_counts_to_nothing() -> None:
    assert count([]) == Counts()


@pytest.mark.parametrize(
    ("since", "expected"), [("2014", (1, 0, 0)), ("2022", (0, 1, 0)), ("", (0, 0, 1)), ("2021", (0, 0, 1))]
)
def test_already_in_place_at_bukhara_is_counted_apart(since: str, expected: tuple[int, int, int]) -> None:
    found = count([judged(statement(Status.IN_PLACE, since=since))])
    assert (found.in_place_before, found.in_place_since, found.in_place_undated) == expected
    assert found.in_place == 1


def test_what_ended_is_neither_in_place_nor_not_covered() -> None:
    found = count([judged(statement(Status.IN_PLACE, valid_until="2022"))])
    assert (found.n, found.ended, found.low, found.high) == (1, 1, 0, 0)


def test_what_ended_counts_by_what_followed() -> None:
    found = count([judged(statement(Status.IN_PLACE, valid_until="2022"), statement(Status.PLANNED))])
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
    found = statuses(snapshot(frame, statement(Status.IN_PLACE, country="REG")))
    assert count_country(found, "KAZ").n == 1
    assert count_item(found, "BD-1") == Counts()


def test_an_item_counts_the_states_that_are_in_place() -> None:
    frame = framework(item())
    stated = [statement(Status.IN_PLACE, country=c) for c in ("KAZ", "UZB")]
    found = count_item(statuses(snapshot(frame, *stated)), "BD-1")
    assert (found.n, found.low, found.high) == (len(STATES), 2, 5)
