"""The table of one state's figures: words for value and period, qualifiers never lost."""

from typing import Any

from bukhara.figures import state_figures
from bukhara.figures.chart import Cell
from bukhara.i18n.words import words_of
from bukhara.model.codes import Qualifier, State
from tests.unit.views import observed
from tests.unit.views.observed import HALF, change, figure


def row(one: Any) -> tuple[Cell, ...]:
    chart = state_figures.chart(
        [one],
        words_of("en"),
        framework=observed.snapshot(one).framework,
        title="T",
        source="S",
        href=lambda name: f"/evidence?q={name}",
    )
    return chart.table.rows[0]


def test_a_half_year_is_named_as_one() -> None:
    assert row(figure(5, HALF))[3].text == "first half of 2023"


def test_an_exact_number_is_exported_as_a_number() -> None:
    assert row(figure(5))[2].exported == 5


def test_a_qualified_number_keeps_its_qualifier_in_every_export() -> None:
    assert row(figure(5, qualifier=Qualifier.AT_LEAST))[2].exported == "more than 5"


def test_a_change_in_per_cent_is_exported_as_words() -> None:
    assert isinstance(row(change(2))[2].exported, str)


def test_a_missing_figure_shows_its_state_and_has_no_evidence() -> None:
    cells = row(figure(None))
    assert cells[2].state is State.NOT_ASKED
    assert cells[0].href == ""


def test_a_zero_is_shown_as_reported() -> None:
    assert row(figure(0))[2].text == "0 reported"
