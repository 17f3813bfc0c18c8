"""Which neighbours are shown as too few cases to read a change."""

from datetime import date

from bukhara.model.codes import Qualifier
from bukhara.views import statistics
from bukhara.views.few_cases import few_cases
from tests.unit.progress.build import METHOD
from tests.unit.views.observed import HALF, YEAR, figure, snapshot

BEFORE = (date(2021, 1, 1), date(2021, 12, 31))
LONG_BEFORE = (date(2020, 1, 1), date(2020, 12, 31))


def shown_here(*figures, monthly=False):
    state = statistics.build(snapshot(*figures), country="KAZ", monthly=monthly).states[0]
    return [(a.value, b.value) for few in few_cases(state.panels, METHOD) for a, b in few.pairs]


def test_two_small_years_are_shown_and_two_large_ones_are_not() -> None:
    assert shown_here(figure(12, BEFORE), figure(6, YEAR)) == [(12, 6)]
    assert shown_here(figure(40, BEFORE), figure(20, YEAR)) == []


def test_each_year_is_held_against_the_one_before_it() -> None:
    assert shown_here(figure(40, LONG_BEFORE), figure(12, BEFORE), figure(6, YEAR)) == [(12, 6)]


def test_a_half_year_is_held_against_a_year_only_where_both_are_monthly_rates() -> None:
    assert shown_here(figure(40, YEAR), figure(22, HALF)) == []
    assert shown_here(figure(40, YEAR), figure(22, HALF), monthly=True) == [(40, 22)]


def test_what_is_not_an_exact_number_is_left_alone() -> None:
    assert shown_here(figure(12, BEFORE, qualifier=Qualifier.AT_LEAST), figure(6, YEAR)) == []
    assert shown_here(figure(None, BEFORE), figure(6, YEAR)) == []


def test_other_kinds_are_never_held_against_each_other() -> None:
    assert shown_here(figure(12, BEFORE), figure(6, YEAR, offence_class="sexual_exploitation")) == []
