"""Differences between sources are found by the places that notes cite."""

from __future__ import annotations

from bukhara.views.differences import differences
from tests.unit.views.observed import HALF, YEAR, figure


def test_two_figures_of_a_measure_that_cite_each_other_are_a_pair() -> None:
    one = figure(49, source_locator="L227", note="The ministry prints more (L336): a difference between sources.")
    other = figure(200, source_locator="L336", note="See L227.")
    assert [(d.one.value, d.other.value) for d in differences([one, other])] == [(49, 200)]


def test_one_citation_is_not_enough_for_different_measures() -> None:
    one = figure(0, source_locator="L215", note="Another body says two (L284): a difference between sources.")
    other = figure(2, source_locator="L284", indicator="CTX-proceedings")
    assert differences([one, other]) == ()


def test_figures_of_different_periods_are_no_pair() -> None:
    one = figure(5, YEAR, source_locator="L1", note="A difference from L2.")
    assert differences([one, figure(7, HALF, source_locator="L2", note="A difference from L1.")]) == ()


def test_figures_of_different_states_are_no_pair() -> None:
    one = figure(5, source_locator="L1", note="A difference from L2.")
    assert differences([one, figure(7, country="KGZ", source_locator="L2")]) == ()


def test_a_note_that_only_cites_is_no_difference() -> None:
    assert differences([figure(5, note="See L2."), figure(7, source_locator="L2")]) == ()
