"""Statistics: fixed order, nothing merged or added, strict trafficking apart, too few cases named."""

from datetime import date

from bukhara.model.codes import Qualifier, State
from bukhara.views.statistics import statistics
from bukhara.views.statistics.few_cases import few_cases
from tests.unit.progress.build import METHOD
from tests.unit.views.observed import HALF, MONTHS_18, YEAR, change, figure, snapshot, support


def _state(view: statistics.Statistics, code: str, block: str = "") -> statistics.StateStatistics:
    return next(p for p in view.states if p.country.code == code and p.block == block)


def test_strict_trafficking_is_before_wider_headings_and_apart() -> None:
    basket = figure(110, HALF, indicator="CTX-registered-related", offence_class="trafficking_and_related")
    state = _state(statistics.build(snapshot(basket, figure(24, HALF))), "KAZ")
    assert [[f.value for f in row.observations] for row in state.axis_groups] == [[24], [110]]


def test_a_change_in_per_cent_is_beside_the_axes() -> None:
    state = _state(statistics.build(snapshot(change(2, country="UZB"))), "UZB")
    assert (state.axis_groups, [f.value for f in state.beside]) == ((), [2])


def test_a_gap_is_shown_by_its_state() -> None:
    state = _state(statistics.build(snapshot(figure(None, (None, None)))), "KAZ")
    assert [f.state for f in state.beside] == [State.NOT_ASKED]


def test_a_part_is_neither_drawn_nor_beside() -> None:
    state = _state(statistics.build(snapshot(figure(24), figure(16, age_group="minor"))), "KAZ")
    assert (len(state.axis_groups), state.beside, len(state.figures)) == (1, (), 2)


def test_victims_named_by_civil_society_are_beside_in_a_row_of_their_own() -> None:
    six = figure(
        6, HALF, country="KGZ", indicator="CTX-victims", counting_unit="victim", stage="identified",
        identifying_body="civil_society", reporter="Society",
    )  # fmt: skip
    state = _state(statistics.build(snapshot(figure(14, country="KGZ"), six)), "KGZ")
    assert [row.head.reporter for row in state.axis_groups] == ["Ministry", "Society"]


def test_victims_of_state_bodies_and_of_civil_society_are_separate_blocks() -> None:
    state = figure(49, MONTHS_18, indicator="CTX-victims", identifying_body="prosecutor")
    society = figure(6, HALF, indicator="CTX-victims", identifying_body="civil_society")
    view = statistics.build(snapshot(society, state), topic="CTX-victims")
    assert [f.value for f in _state(view, "KAZ", "state").figures] == [49]
    assert [f.value for f in _state(view, "KAZ", "civil_society").figures] == [6]


def test_other_measures_are_drawn_from_two_points_of_one_key_on() -> None:
    table = [figure(n, (date(y, 1, 1), date(y, 12, 31)), indicator="CTX-groups") for n, y in ((1, 2020), (3, 2021))]
    single = figure(7, indicator="CTX-groups", reporter="Border service")
    state = _state(statistics.build(snapshot(*table, single), topic="CTX-groups"), "KAZ")
    assert [[f.value for f in row.observations] for row in state.axis_groups] == [[1, 3]]
    assert [f.value for f in state.beside] == [7]


def test_rows_of_partners_are_not_statistics() -> None:
    assert "PRT-trained" not in statistics.topics(snapshot(figure(), support(300)))


def test_one_state_can_be_asked_for() -> None:
    view = statistics.build(snapshot(figure(), figure(country="KGZ")), countries=("KGZ",))
    assert [p.country.code for p in view.states] == ["KGZ"]


BEFORE = (date(2021, 1, 1), date(2021, 12, 31))
LONG_BEFORE = (date(2020, 1, 1), date(2020, 12, 31))


def shown_here(*figures, monthly=False):
    state = statistics.build(snapshot(*figures), countries=("KAZ",), monthly=monthly).states[0]
    return [(a.value, b.value) for few in few_cases(state.axis_groups, METHOD) for a, b in few.pairs]


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
