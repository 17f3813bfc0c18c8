"""Challenges and needs: theme by state, and by whom they were named."""

import pytest

from bukhara.model.codes import BodyKind, Kind, State
from bukhara.model.framework import Body
from bukhara.model.text import Text
from bukhara.views.themes import needs
from tests.unit.progress.build import STATES, framework, item, snapshot, statement

NGO = Body(name=Text.of("Rodnik"), country="KAZ", kind=BodyKind.CIVIL_SOCIETY)


def seen(*statements, **chosen) -> needs.Challenges:
    return needs.challenges(snapshot(framework(item("BD-1"), item("BD-2"), bodies=(NGO,)), *statements), **chosen)


def named(**changes):
    return statement(None, **{"kind": Kind.CHALLENGE, **changes})


def test_columns_are_the_states_in_fixed_order_then_the_region() -> None:
    assert tuple(column.code for column in seen(named(country="UZB")).columns) == (*STATES, "REG")


def test_a_statement_is_under_its_state() -> None:
    stated = named(country="TJK")
    assert seen(stated).rows[0].cells == ((), (), (stated,), (), (), ())


def test_a_theme_about_which_nothing_was_reported_has_no_row() -> None:
    assert [row.item.id for row in seen(named(indicator_id="BD-2.1")).rows] == ["BD-2"]


@pytest.mark.parametrize("kind", list(Kind))
def test_only_challenges_needs_and_recommendations_are_shown(kind) -> None:
    assert seen(named(kind=kind)).count == (kind in needs.KINDS)


@pytest.mark.parametrize("state", [state for state in State if state is not State.VALUE])
def test_a_gap_is_no_challenge(state) -> None:
    assert seen(named(state=state)).count == 0


@pytest.mark.parametrize(
    ("speaker", "bodies"), [("", ["Ministry", "Rodnik"]), ("state", ["Ministry"]), ("other", ["Rodnik"])]
)
def test_a_matrix_can_be_of_one_kind_of_speaker(speaker, bodies) -> None:
    view = seen(named(), named(body="Rodnik"), speaker=speaker)
    assert [stated.body for row in view.rows for cell in row.cells for stated in cell] == bodies


def test_a_matrix_can_be_of_one_kind_of_statement() -> None:
    view = seen(named(), named(kind=Kind.NEED), kind="need")
    assert [stated.kind for row in view.rows for cell in row.cells for stated in cell] == [Kind.NEED]
