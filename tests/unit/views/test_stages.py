"""From registration to judgment: strict apart from wider headings, gaps in their state."""

from bukhara.model.codes import State
from bukhara.views import stages
from tests.unit.progress.build import STATES
from tests.unit.views.observed import figure, snapshot


def _cell(rows: tuple[stages.StageRow, ...], country: str, stage: str) -> stages.StageCell:
    row = next(r for r in rows if r.country.code == country)
    return next(c for c in row.cells if c.stage == stage)


def test_states_are_in_fixed_order_in_both_blocks() -> None:
    table = stages.build(snapshot(figure(country="UZB")))
    assert [tuple(r.country.code for r in rows) for rows in (table.strict, table.related)] == [STATES, STATES]


def test_a_wider_heading_is_never_in_the_strict_block() -> None:
    basket = figure(110, indicator="CTX-registered-related", offence_class="trafficking_and_related")
    table = stages.build(snapshot(basket, figure(24)))
    assert [f.value for f in _cell(table.strict, "KAZ", "registered").figures] == [24]
    assert [f.value for f in _cell(table.related, "KAZ", "registered").figures] == [110]


def test_a_gap_keeps_its_state() -> None:
    gap = figure(None, indicator="CTX-prosecuted", stage="convicted", state=State.NOT_AVAILABLE)
    cell = _cell(stages.build(snapshot(gap)).strict, "KAZ", "convicted")
    assert [f.state for f in cell.gaps] == [State.NOT_AVAILABLE]


def test_a_reported_zero_is_a_figure() -> None:
    cell = _cell(stages.build(snapshot(figure(0, country="TKM"))).strict, "TKM", "registered")
    assert ([f.value for f in cell.figures], cell.gaps) == ([0], ())


def test_parts_are_left_to_the_list_of_figures() -> None:
    cell = _cell(stages.build(snapshot(figure(24), figure(16, age_group="minor"))).strict, "KAZ", "registered")
    assert [f.value for f in cell.figures] == [24]
