"""Any two releases side by side."""

from dataclasses import replace
from datetime import date

from bukhara.model.codes import Status
from bukhara.model.round import Decision
from bukhara.views.release_changes import Held, build
from bukhara.views.workbook_changes import Sort
from tests.unit.progress.build import METHOD, framework, item, snapshot, source, statement
from tests.unit.views.observed import figure

FRAME = framework(item("BD-1"), item("BD-2"))
BASE = replace(
    snapshot(FRAME, statement(Status.PLANNED), statement(Status.PLANNED, country="UZB")),
    observations=(figure(5), figure(3, partner="Partner", counting_unit="person")),
)
DECISION = Decision(
    difference="d-1",
    country="KAZ",
    status="explained",
    reason="Other months",
    decided_by="lena",
    decided_on=date(2024, 1, 1),
    first_value=1.0,
    second_value=2.0,
)


def held(**changes) -> Held:
    made = replace(BASE, **changes)
    return Held(made, made)


def test_a_release_beside_itself_differs_in_nothing() -> None:
    assert build(held(), held()).nothing


def test_rows_that_differ_are_in_their_blocks_in_the_fixed_order() -> None:
    after = held(
        sources=(source(title="Another title"),),
        statements=(statement(Status.IN_PLACE), statement(Status.IN_PLACE, country="UZB")),
        observations=(figure(6), figure(4, partner="Partner", counting_unit="person")),
    )
    found = build(held(), after)
    assert [(b.kind, b.country) for b in found.blocks] == [
        ("source", ""),
        ("tracker", "KAZ"),
        ("tracker", "UZB"),
        ("statistics", "KAZ"),
        ("partners", "KAZ"),
    ]
    assert found.count(Sort.CHANGED) == 5


def test_what_is_added_one_way_is_removed_the_other_way() -> None:
    more = held(observations=(*BASE.observations, figure(9, country="KGZ")))
    assert build(held(), more).count(Sort.ADDED) == 1
    assert build(more, held()).count(Sort.REMOVED) == 1


def test_cells_of_the_scorecard_that_differ_are_shown() -> None:
    after = held(statements=(statement(Status.IN_PLACE), BASE.statements[1]))
    assert [(m.country, m.item) for m in build(held(), after).moved] == [("KAZ", "BD-1")]


def test_a_decision_that_came_is_shown() -> None:
    (remark,) = build(held(), held(decisions=(DECISION,))).remarks
    assert (remark.sort, remark.remark) == (Sort.ADDED, DECISION)


def test_another_method_and_another_item_are_shown_by_name() -> None:
    other = replace(
        FRAME, version="9", method=replace(METHOD, version="2", coverage_bar=0.7), items=(FRAME.items[0], item("BD-3"))
    )
    found = {(each.name, each.before, each.after) for each in build(held(), held(framework=other)).framework}
    assert found == {
        ("framework", FRAME.version, "9"),
        ("method", "1", "2"),
        ("method.coverage_bar", "0.6", "0.7"),
        ("item.BD-2", "BD-2", ""),
        ("item.BD-3", "", "BD-3"),
    }
