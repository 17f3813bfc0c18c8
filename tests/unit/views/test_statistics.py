"""The explorer: fixed order, nothing merged, nothing added."""

from datetime import date

from bukhara.model.codes import State
from bukhara.views import statistics
from tests.unit.progress.build import STATES
from tests.unit.views.observed import HALF, MONTHS_18, change, figure, snapshot, support


def _panel(view: statistics.Statistics, code: str, block: str = "") -> statistics.StatisticsPanel:
    return next(p for p in view.panels if p.country.code == code and p.block == block)


def test_every_state_has_a_panel_in_fixed_order() -> None:
    view = statistics.build(snapshot(figure(country="UZB"), figure(99)))
    assert tuple(p.country.code for p in view.panels) == STATES


def test_strict_trafficking_is_before_wider_headings_and_apart() -> None:
    basket = figure(110, HALF, indicator="CTX-registered-related", offence_class="trafficking_and_related")
    panel = _panel(statistics.build(snapshot(basket, figure(24, HALF))), "KAZ")
    assert [[f.value for f in row.observations] for row in panel.rows] == [[24], [110]]


def test_a_change_in_per_cent_is_a_card() -> None:
    panel = _panel(statistics.build(snapshot(change(2, country="UZB"))), "UZB")
    assert (panel.rows, [f.value for f in panel.cards]) == ((), [2])


def test_a_gap_is_shown_by_its_state() -> None:
    panel = _panel(statistics.build(snapshot(figure(None, (None, None)))), "KAZ")
    assert [f.state for f in panel.gaps] == [State.NOT_ASKED]


def test_a_part_is_neither_drawn_nor_a_card() -> None:
    panel = _panel(statistics.build(snapshot(figure(24), figure(16, age_group="minor"))), "KAZ")
    assert (len(panel.rows), panel.cards, len(panel.figures)) == (1, (), 2)


def test_victims_named_by_civil_society_are_beside_in_a_row_of_their_own() -> None:
    six = figure(
        6, HALF, country="KGZ", indicator="CTX-victims", counting_unit="victim", stage="identified",
        identifying_body="civil_society", reporter="Society",
    )  # fmt: skip
    panel = _panel(statistics.build(snapshot(figure(14, country="KGZ"), six)), "KGZ")
    assert [row.head.reporter for row in panel.rows] == ["Ministry", "Society"]


def test_victims_of_state_bodies_and_of_civil_society_are_separate_blocks() -> None:
    state = figure(49, MONTHS_18, indicator="CTX-victims", identifying_body="prosecutor")
    society = figure(6, HALF, indicator="CTX-victims", identifying_body="civil_society")
    view = statistics.build(snapshot(society, state), topic="CTX-victims")
    assert [f.value for f in _panel(view, "KAZ", "state").figures] == [49]
    assert [f.value for f in _panel(view, "KAZ", "civil_society").figures] == [6]


def test_other_measures_are_drawn_from_two_points_of_one_key_on() -> None:
    table = [figure(n, (date(y, 1, 1), date(y, 12, 31)), indicator="CTX-groups") for n, y in ((1, 2020), (3, 2021))]
    single = figure(7, indicator="CTX-groups", reporter="Border service")
    panel = _panel(statistics.build(snapshot(*table, single), topic="CTX-groups"), "KAZ")
    assert [[f.value for f in row.observations] for row in panel.rows] == [[1, 3]]
    assert [f.value for f in panel.cards] == [7]


def test_rows_of_partners_are_not_statistics() -> None:
    assert "PRT-trained" not in statistics.topics(snapshot(figure(), support(300)))


def test_one_state_can_be_asked_for() -> None:
    view = statistics.build(snapshot(figure(), figure(country="KGZ")), country="KGZ")
    assert [p.country.code for p in view.panels] == ["KGZ"]


def test_years_begin_earlier_only_where_a_figure_does() -> None:
    long = figure(436, (date(2017, 1, 1), date(2023, 12, 31)), country="TJK")
    view = statistics.build(snapshot(figure(), long))
    assert _panel(view, "KAZ").first_year(view.first_year) == 2020
    assert _panel(view, "TJK").first_year(view.first_year) == 2017


def test_the_note_of_a_wide_heading_is_shown_with_it() -> None:
    basket = figure(
        199, indicator="CTX-registered-related", offence_class="trafficking_and_related", note="58 + 14 + 123 = 195"
    )
    assert statistics.noted(_panel(statistics.build(snapshot(basket, figure(58, note="part"))), "KAZ")) == (basket,)
