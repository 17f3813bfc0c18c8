"""Compare: two to five states in the fixed order; partners' figures and percentages stay apart."""

from typing import Any

import pytest

from bukhara.model.codes import State, Status
from bukhara.views import compare
from tests.unit.progress.build import STATES, framework, item, snapshot, statement
from tests.unit.views import observed
from tests.unit.views.observed import HALF, figure, support


def view(*figures: Any, **selection: Any) -> compare.Compare:
    return compare.build(observed.snapshot(*figures), **selection)


def codes(found: compare.Compare) -> tuple[str, ...]:
    return tuple(c.code for c in found.countries)


def test_all_states_are_shown_by_default() -> None:
    assert codes(view()) == STATES


def test_states_are_in_the_fixed_order_whatever_the_order_asked_for() -> None:
    assert codes(view(countries=("UZB", "KAZ"))) == ("KAZ", "UZB")


@pytest.mark.parametrize("asked", [("KAZ",), (), ("ZZZ", "KAZ")])
def test_fewer_than_two_states_mean_all(asked: tuple[str, ...]) -> None:
    assert codes(view(countries=asked)) == STATES


def test_figures_of_unlike_periods_are_in_groups_of_their_own() -> None:
    measured = view(figure(), figure(3, HALF, country="TJK")).measured
    assert measured is not None
    assert len(measured.axis_groups) == 2
    assert measured.apart == ("period_type", "period_length")


def test_a_state_without_a_figure_is_shown_by_its_state() -> None:
    measured = view(figure(), countries=("KAZ", "TJK")).measured
    assert measured is not None
    assert [(gap.country.code, gap.state) for gap in measured.gaps] == [("TJK", State.NOT_ASKED)]


def test_a_stored_gap_keeps_its_own_state() -> None:
    gap = figure(None, country="TJK", state=State.NOT_AVAILABLE)
    measured = view(figure(), gap, countries=("KAZ", "TJK")).measured
    assert measured is not None
    assert measured.gaps[0].state is State.NOT_AVAILABLE


def test_what_a_partner_did_is_no_figure_of_the_state() -> None:
    assert view(support(40)).measured is None


def test_an_unknown_measure_falls_back_to_the_first() -> None:
    measured = view(figure(), measure="CTX-nothing").measured
    assert measured is not None
    assert measured.indicator.id == "CTX-registered-strict"


def test_statements_are_under_their_state() -> None:
    stated = statement(Status.IN_PLACE, country="TJK")
    held = snapshot(framework(item()), stated)
    view = compare.build(held, countries=("KAZ", "TJK"))
    assert [view.own[cell.country, cell.item] for cell in view.card.rows[0].cells] == [(), (stated,)]
