"""One theme and the index of themes: states side by side, the words of others apart, groups by basis."""

from dataclasses import replace
from datetime import date

import pytest

from bukhara.model.codes import Basis, BodyKind, Kind, Scope, Status
from bukhara.model.framework import Body
from bukhara.model.text import Text
from bukhara.situation.statements import by_state
from bukhara.views.themes import theme
from tests.unit.progress.build import framework, item, not_asked, snapshot, statement
from tests.unit.views.observed import figure

NGO = Body(name=Text.of("Rodnik"), country="KAZ", kind=BodyKind.CIVIL_SOCIETY)
THEMES = (item("BD-1", 2), item("BD-2"), item("BD-3"))


def seen(*statements, themes=THEMES, of="BD-1", figures=()) -> theme.Theme:
    shot = snapshot(framework(*themes, bodies=(NGO,)), *statements)
    return theme.build(replace(shot, observations=figures), of)


def test_another_bodys_words_are_never_among_the_states_own() -> None:
    own, other = statement(Status.PLANNED), statement(None, body="Rodnik", kind=Kind.CHALLENGE)
    side = seen(own, other).sides[0]
    assert (side.own, side.others) == ((own,), (other,))


@pytest.mark.parametrize(("body", "own"), [("Ministry", True), ("Rodnik", False), ("", True)])
def test_a_body_that_is_not_listed_is_with_the_state(body, own) -> None:
    stated = statement(body=body)
    assert by_state(snapshot(framework(item(), bodies=(NGO,)), stated), stated) is own


def test_an_indicator_that_the_source_leaves_open_is_shown() -> None:
    side = seen(statement(Status.IN_PLACE), not_asked("BD-1.2")).sides[0]
    assert [indicator.id for indicator in side.open] == ["BD-1.2"]


def test_a_figure_covers_an_indicator_without_a_statement() -> None:
    assert seen(not_asked("BD-1.2"), figures=(figure(indicator="BD-1.2"),)).sides[0].open == ()


def test_a_figure_of_another_state_covers_nothing_here() -> None:
    side = seen(not_asked("BD-1.2"), figures=(figure(indicator="BD-1.2", country="UZB"),)).sides[0]
    assert [indicator.id for indicator in side.open] == ["BD-1.2"]


def test_the_region_is_aside_only_where_it_reported_something() -> None:
    assert seen().region is None
    assert seen(statement(country="REG")).region is not None


def test_an_item_of_the_region_has_the_regions_side_and_no_marks_of_states() -> None:
    view = seen(themes=(item("BD-1", scope=Scope.REGION),))
    assert (view.sides, view.region.status.country) == ((), "REG")


def test_a_state_that_spoke_on_an_item_of_the_region_is_heard_without_a_mark() -> None:
    stated = statement(country="TJK")
    (side,) = seen(stated, themes=(item("BD-1", scope=Scope.REGION),)).sides
    assert (side.country.code, side.status, side.own) == ("TJK", None, (stated,))


@pytest.mark.parametrize(
    ("of", "steps"), [("BD-1", (None, "BD-2")), ("BD-2", ("BD-1", "BD-3")), ("BD-3", ("BD-2", None))]
)
def test_a_theme_leads_to_its_neighbours_in_the_list(of, steps) -> None:
    assert tuple(step and step.id for step in seen(of=of).steps) == steps


@pytest.mark.parametrize(
    ("basis", "group"),
    [
        (Basis.ARTICLE, "commitments"),
        (Basis.ATTESTED, "commitments"),
        (Basis.PRESENTED, "themes"),
        (Basis.THEME, "themes"),
        (Basis.CONCLUSION, "conclusions"),
    ],
)
def test_every_basis_has_its_one_group(basis, group) -> None:
    view = theme.themes(snapshot(framework(item(basis=basis))))
    found = {name: len(getattr(view, name)) for name in ("commitments", "themes", "conclusions")}
    assert found == {"commitments": 0, "themes": 0, "conclusions": 0} | {group: 1}


def test_entries_are_in_the_order_of_the_framework_whatever_the_counts() -> None:
    shown_here = [statement(Status.IN_PLACE, "BD-2.1", code) for code in ("KAZ", "UZB")]
    view = theme.themes(snapshot(framework(item("BD-1"), item("BD-2"), item("BD-3")), *shown_here))
    assert [entry.item.id for entry in view.themes] == ["BD-1", "BD-2", "BD-3"]
    assert [sum(cell.is_in_place for cell in entry.cells) for entry in view.themes] == [0, 2, 0]


def test_an_item_of_the_region_has_one_status_and_no_count_of_states() -> None:
    (entry,) = theme.themes(snapshot(framework(item(scope=Scope.REGION)))).themes
    assert (entry.region.country, entry.cells) == ("REG", ())


def test_a_theme_of_the_states_has_no_status_of_the_region() -> None:
    assert theme.themes(snapshot(framework(item()))).themes[0].region is None


def test_what_is_asked_only_later_is_reported() -> None:
    view = theme.themes(snapshot(framework(item("BD-1"), item("BD-2", applies_from=date(2024, 1, 1)))))
    assert [entry.asked for entry in view.themes] == [True, False]
