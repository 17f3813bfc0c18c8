"""The index of themes: commitments, themes and conclusions are separate, in the order of the framework."""

from datetime import date

import pytest

from bukhara.model.codes import Basis, Scope, Status
from bukhara.views import themes
from tests.unit.progress.build import framework, item, snapshot, statement


@pytest.mark.parametrize(
    ("basis", "group"),
    [
        (Basis.ATTESTED, "commitments"),
        (Basis.PRESENTED, "themes"),
        (Basis.THEME, "themes"),
        (Basis.CONCLUSION, "conclusions"),
    ],
)
def test_every_basis_has_its_one_group(basis, group) -> None:
    view = themes.build(snapshot(framework(item(basis=basis))))
    found = {name: len(getattr(view, name)) for name in ("commitments", "themes", "conclusions")}
    assert found == {"commitments": 0, "themes": 0, "conclusions": 0} | {group: 1}


def test_entries_are_in_the_order_of_the_framework_whatever_the_counts() -> None:
    shown_here = [statement(Status.IN_PLACE, "BD-2.1", code) for code in ("KAZ", "UZB")]
    view = themes.build(snapshot(framework(item("BD-1"), item("BD-2"), item("BD-3")), *shown_here))
    assert [entry.item.id for entry in view.themes] == ["BD-1", "BD-2", "BD-3"]
    assert [entry.counts.in_place for entry in view.themes] == [0, 2, 0]


def test_an_item_of_the_region_has_one_status_and_no_count_of_states() -> None:
    (entry,) = themes.build(snapshot(framework(item(scope=Scope.REGION)))).themes
    assert (entry.region.country, entry.counts.n) == ("REG", 0)


def test_a_theme_of_the_states_has_no_status_of_the_region() -> None:
    assert themes.build(snapshot(framework(item()))).themes[0].region is None


def test_what_is_asked_only_later_is_reported() -> None:
    view = themes.build(snapshot(framework(item("BD-1"), item("BD-2", applies_from=date(2024, 1, 1)))))
    assert [entry.asked for entry in view.themes] == [True, False]
