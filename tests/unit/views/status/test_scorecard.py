"""The scorecard and its marks: states and themes keep their places, a gap says which kind it is."""

from dataclasses import replace
from datetime import date

import pytest

from bukhara.model.codes import Basis, ItemKind, ReadingKind, Scope, State, Status
from bukhara.model.framework import Pillar
from bukhara.views.status import scorecard
from tests.unit.progress.build import STATES, framework, item, judged, snapshot, statement, text

PILLARS = tuple(Pillar(id=name, name=text(name)) for name in ("prevention", "protection"))


def ids(card: scorecard.Scorecard) -> list[str]:
    return [row.item.id for row in card.rows]


@pytest.mark.parametrize("there", STATES)
def test_cells_are_in_the_fixed_order_whoever_is_in_place(there) -> None:
    card = scorecard.build(snapshot(framework(item()), statement(Status.IN_PLACE, country=there)))
    assert tuple(cell.country for cell in card.rows[0].cells) == STATES
    assert tuple(country.code for country in card.countries) == STATES


def test_themes_are_by_pillar_in_the_order_of_the_framework_whatever_the_counts() -> None:
    themes = (item("BD-1"), item("BD-2", pillar="prevention"), item("BD-3"))
    shown_here = statement(Status.IN_PLACE, "BD-3.1")
    assert ids(scorecard.build(snapshot(framework(*themes, pillars=PILLARS), shown_here))) == ["BD-2", "BD-1", "BD-3"]


def test_a_row_ends_with_the_count_of_states() -> None:
    shown_here = [statement(Status.IN_PLACE, country=code) for code in ("KAZ", "UZB")]
    counts = scorecard.build(snapshot(framework(item()), *shown_here)).rows[0].counts
    assert (counts.n, counts.low, counts.high) == (5, 2, 5)


def test_a_theme_that_begins_later_is_named_and_has_no_row() -> None:
    themes = (item("BD-1"), item("BD-2", applies_from=date(2024, 1, 1)))
    card = scorecard.build(snapshot(framework(*themes)))
    assert (ids(card), [i.id for i in card.later]) == (["BD-1"], ["BD-2"])


@pytest.mark.parametrize(("kind", "shown"), [(ReadingKind.READING, []), (ReadingKind.ROUND, ["BD-1"])])
def test_a_theme_from_the_next_round_has_a_row_in_rounds_only(kind, shown) -> None:
    assert ids(scorecard.build(snapshot(framework(item(from_round=True), kind=kind)))) == shown


def test_the_regions_own_item_is_apart_from_the_states() -> None:
    card = scorecard.build(snapshot(framework(item("BD-1"), item("BD-2", scope=Scope.REGION))))
    assert (ids(card), [(s.item, s.country) for s in card.region]) == (["BD-1"], [("BD-2", "REG")])


def test_a_pillar_without_themes_is_not_shown() -> None:
    card = scorecard.build(snapshot(framework(item(), pillars=PILLARS)))
    assert [block.pillar.id for block in card.blocks] == ["protection"]


@pytest.mark.parametrize(
    ("chosen", "shown"),
    [
        ({}, ["BD-2", "BD-1"]),
        ({"pillar": "prevention"}, ["BD-2"]),
        ({"basis": "attested"}, ["BD-1"]),
        ({"pillar": "prevention", "basis": "attested"}, []),
    ],
)
def test_a_scorecard_can_be_of_one_pillar_or_basis(chosen, shown) -> None:
    themes = (item("BD-1", basis=Basis.ATTESTED), item("BD-2", pillar="prevention"))
    assert ids(scorecard.build(snapshot(framework(*themes, pillars=PILLARS)), **chosen)) == shown


def test_a_selection_narrows_the_regions_items_too() -> None:
    region = item("BD-2", scope=Scope.REGION, pillar="prevention")
    assert scorecard.build(snapshot(framework(item(), region, pillars=PILLARS)), pillar="protection").region == ()


def test_a_continuing_theme_has_a_row_and_counts_no_completion() -> None:
    shown_here = statement(Status.CONTINUING)
    row = scorecard.build(snapshot(framework(item(kind=ItemKind.CONTINUING)), shown_here)).rows[0]
    assert (row.counts.n, row.counts.continuing, row.counts.continuing_n) == (0, 1, 5)


@pytest.mark.parametrize("status", [s for s in Status if s is not Status.NOT_ASKED])
def test_a_status_is_its_own_mark(status) -> None:
    assert replace(judged(), status=status, state=State.VALUE).mark == status.value


@pytest.mark.parametrize("state", [s for s in State if s is not State.VALUE])
def test_without_a_status_the_mark_says_which_kind_of_gap_it_is(state) -> None:
    assert replace(judged(), state=state).mark == state.value


def test_a_period_that_ended_by_the_day_of_a_round_is_said() -> None:
    assert judged(statement(Status.IN_PLACE, valid_until="2022"), levels=True).mark == "ended"


def test_no_step_in_a_round_is_no_gap() -> None:
    assert judged(statement(level=0.0, source_id="report"), levels=True).mark == "no_step"
