"""Tomorrow beside today: cells, counts, differences and masks that a reader would see otherwise."""

from dataclasses import replace

from bukhara.model.codes import Kind, State, Status
from bukhara.views.releases.effect import effect
from tests.unit.progress.build import framework, item, snapshot, source, statement
from tests.unit.views.observed import figure
from tests.unit.views.observed import snapshot as figures

FRAME = framework(*(item(f"BD-{n + 1}") for n in range(3)))
PLANNED = statement(Status.PLANNED, statement="said")
IN_PLACE = statement(Status.IN_PLACE, statement="said", since="2022")


def test_the_same_record_has_no_effect() -> None:
    today = snapshot(FRAME, PLANNED)
    assert effect(today, replace(today, draft="1:x")).nothing


def test_a_cell_that_moves_is_shown_with_both_statuses_and_since() -> None:
    (cell,) = effect(snapshot(FRAME, PLANNED), snapshot(FRAME, IN_PLACE)).moved
    assert (cell.country, cell.item) == ("KAZ", "BD-1")
    assert (cell.before.status, cell.after.status, cell.after.since) == (Status.PLANNED, Status.IN_PLACE, "2022")


def test_cells_are_theme_by_theme_in_the_fixed_order_of_states() -> None:
    shown_here = [
        statement(Status.PLANNED, name, country) for name in ("BD-2.1", "BD-1.1") for country in ("UZB", "KGZ")
    ]
    found = effect(snapshot(FRAME), snapshot(FRAME, *shown_here)).moved
    assert [(m.item, m.country) for m in found] == [("BD-1", "KGZ"), ("BD-1", "UZB"), ("BD-2", "KGZ"), ("BD-2", "UZB")]


def test_counts_move_for_the_state_concerned_alone() -> None:
    (counted,) = effect(snapshot(FRAME, PLANNED), snapshot(FRAME, IN_PLACE)).counts
    assert counted.country == "KAZ"
    assert [(c.low, c.high, c.n) for c in (counted.before, counted.after)] == [(0, 2, 3), (1, 3, 3)]


def test_a_new_difference_between_sources_is_shown_and_a_settled_one_too() -> None:
    one, other = figure(5), figure(50, source_id="letter", source_locator="p. 1")
    alone, both = figures(one), replace(figures(one, other), sources=(source(), source("letter")))
    assert len(effect(alone, both).differences) == 1
    assert len(effect(both, alone).settled) == 1


def test_a_figure_that_comes_under_the_disclosure_rule_is_shown_although_its_quote_is_gone() -> None:
    shown = figure(5)
    hidden = replace(shown, state=State.SUPPRESSED, value=None, qualifier=None, quote="")
    assert effect(figures(shown), figures(hidden)).withheld == (hidden,)
    assert effect(figures(hidden), figures(shown)).disclosed == (shown,)
    assert effect(figures(hidden), figures(hidden)).withheld == ()


def test_a_challenge_that_is_named_moves_the_cell() -> None:
    named = statement(Status.CHALLENGE, kind=Kind.CHALLENGE, statement="difficult")
    assert [m.after.status for m in effect(snapshot(FRAME), snapshot(FRAME, named)).moved] == [Status.CHALLENGE]
