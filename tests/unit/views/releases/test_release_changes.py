"""Rows of a workbook or a release beside those they replace."""

import itertools
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bukhara.model.codes import Status
from bukhara.model.round import Decision
from bukhara.views.releases.release_changes import Held, build
from bukhara.views.releases.workbook_changes import FieldChange, Sort, changes
from tests.unit.progress.build import METHOD, framework, item, snapshot, source, statement
from tests.unit.views.observed import HALF, figure

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


def test_rows_that_differ_are_in_the_fixed_order_of_their_states() -> None:
    after = held(
        sources=(source(title="Another title"),),
        statements=(statement(Status.IN_PLACE), statement(Status.IN_PLACE, country="UZB")),
        observations=(figure(6), figure(4, partner="Partner", counting_unit="person")),
    )
    found = build(held(), after)
    assert [(row.kind, row.country) for row in found.rows] == [
        ("source", ""),
        ("statement", "KAZ"),
        ("observation", "KAZ"),
        ("observation", "KAZ"),
        ("statement", "UZB"),
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
        FRAME,
        version="9",
        method=replace(METHOD, version="2", coverage=replace(METHOD.coverage, bar=0.7)),
        items=(FRAME.items[0], item("BD-3")),
    )
    found = {(each.name, each.before, each.after) for each in build(held(), held(framework=other)).framework}
    assert found == {
        ("framework", FRAME.version, "9"),
        ("method", "1", "2"),
        ("method.coverage.bar", "0.6", "0.7"),
        ("item.BD-2", "BD-2", ""),
        ("item.BD-3", "", "BD-3"),
    }


SHOWN = statement(Status.IN_PLACE, body="Ministry", source_locator="L1", quote="one quote", statement="A step.")


def sorts(found) -> list[str]:
    return [row.sort.value for row in found.rows]


def test_the_same_rows_in_another_order_are_all_confirmed() -> None:
    rows = [SHOWN, figure(5), figure(7, HALF), source()]
    found = changes(rows, list(reversed(rows)))
    assert found.nothing
    assert found.count(Sort.CONFIRMED) == 4


def test_white_space_is_no_change() -> None:
    assert changes([SHOWN], [replace(SHOWN, statement="A  step.\n", quote=" one quote")]).nothing


def test_an_edited_value_is_shown_old_and_new_at_its_place() -> None:
    found = changes([figure(5)], [figure(7.5)], ["Statistics!9"])
    (row,) = found.rows
    assert (row.sort, row.fields, row.spot) == (
        Sort.CHANGED,
        (FieldChange("value", "5", "7.5"),),
        "Statistics!9",
    )


@pytest.mark.parametrize(
    "edit",
    [
        {"status": Status.PLANNED},
        {"quote": "quite another quote"},
        {"source_locator": "L900"},
        {"body": "Another ministry"},
        {"source_id": "letter"},
        {"statement": "Another step.", "quote": "new", "source_locator": "p. 3"},
    ],
    ids=str,
)
def test_a_statement_is_known_again_after_an_edit(edit: dict) -> None:
    (row,) = changes([SHOWN], [replace(SHOWN, **edit)]).rows
    assert (row.sort, {field.column for field in row.fields}) == (Sort.CHANGED, set(edit))


@pytest.mark.parametrize(
    "edit",
    [{"value": 6.0}, {"quote": "six"}, {"reporter": "Court"}, {"period_end": date(2023, 12, 31)}, {"unit": "percent"}],
    ids=str,
)
def test_a_figure_is_known_again_after_an_edit(edit: dict) -> None:
    (row,) = changes([figure(5)], [replace(figure(5), **edit)]).rows
    assert (row.sort, {field.column for field in row.fields}) == (Sort.CHANGED, set(edit))


def test_what_the_workbook_has_no_longer_is_removed_and_what_is_new_is_added() -> None:
    other = replace(SHOWN, indicator="BD-2.1", item="BD-2", quote="other", source_locator="L2")
    found = changes([SHOWN], [other])
    assert sorts(found) == ["added", "removed"]
    assert found.of(Sort.REMOVED)[0].record == SHOWN


def test_of_several_rows_about_one_thing_the_likest_belong_together() -> None:
    first, second = replace(SHOWN, quote="first quote"), replace(SHOWN, quote="second quote", since="2020")
    edited = replace(second, statement="A step, said otherwise.", quote="second quote, longer")
    found = changes([first, second], [edited])
    assert [(row.sort.value, row.before) for row in found.rows] == [("changed", second), ("removed", first)]


def test_one_old_row_is_beside_one_new_row_at_most() -> None:
    found = changes([SHOWN], [replace(SHOWN, quote="a"), replace(SHOWN, quote="b")])
    assert sorted(sorts(found)) == ["added", "changed"]


def test_an_overwritten_value_without_a_reason_is_listed() -> None:
    silent = changes([figure(5)], [figure(6)])
    assert len(silent.without_reason) == 1
    shown_here = changes([figure(5)], [figure(6, revision_reason="A later letter")])
    assert shown_here.without_reason == ()


def test_the_reason_of_an_earlier_revision_does_not_count_for_a_new_one() -> None:
    old = figure(5, revision_reason="A slip in print")
    assert len(changes([old], [replace(old, value=6.0)]).without_reason) == 1


def test_a_note_alone_needs_no_reason() -> None:
    assert changes([figure(5)], [figure(5, note="as printed")]).without_reason == ()


rows = st.lists(
    st.builds(
        lambda value, place, quote: figure(value, source_locator=place, quote=quote),
        st.integers(1, 3),
        st.sampled_from(("L1", "L2")),
        st.sampled_from(("a", "b", "")),
    ),
    max_size=6,
)


@given(rows, rows)
def test_every_row_is_shown_exactly_once(before: list, after: list) -> None:
    found = changes(before, after)
    assert [row.record for row in found.rows[: len(after)]] == after
    old = [row.before for row in found.rows if row.before is not None]
    assert sorted(map(repr, old)) == sorted(map(repr, before))


@given(rows, rows)
def test_as_many_rows_as_can_be_are_confirmed(before: list, after: list) -> None:
    left, alike = list(before), 0
    for row in after:
        if row in left:
            left.remove(row)
            alike += 1
    assert changes(before, after).count(Sort.CONFIRMED) == alike


def test_many_rows_about_one_thing_are_matched_in_their_order() -> None:
    old = [figure(n, quote=f"q{n}") for n in range(60)]
    new = [replace(row, quote=f"{row.quote}!", source_locator="L9") for row in old]
    found = changes(old, new)
    assert all(a.before is b for a, b in itertools.zip_longest(found.rows, old))
