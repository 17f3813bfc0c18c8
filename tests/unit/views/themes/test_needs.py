"""Needs and support: who is named in a cell, which partners are, and which states have a theme in place."""

from dataclasses import replace

from bukhara.charts import needs_matrix
from bukhara.i18n.words import Words
from bukhara.model.codes import Kind, Status
from bukhara.views.themes import needs
from tests.unit.progress.build import STATES, framework, item, snapshot, statement
from tests.unit.views.themes.test_challenges import NGO, named

PARTNER = {"body": "UNODC", "partner": "UNODC"}


def shot(*statements):
    return snapshot(framework(item("BD-1"), item("BD-2"), bodies=(NGO,)), *statements)


def seen(*statements, **chosen) -> needs.Needs:
    return needs.build(shot(*statements), **chosen)


def test_a_body_is_once_in_a_cell_for_each_kind_and_a_request_is_a_need() -> None:
    first = named(country="TJK")
    cell = (
        seen(first, named(country="TJK", quote="b"), named(country="TJK", kind=Kind.SUPPORT_REQUEST)).rows[0].cells[2]
    )
    assert [(each.kind, each.body) for each in cell.named] == [(Kind.CHALLENGE, "Ministry"), (Kind.NEED, "Ministry")]


def test_state_bodies_are_told_from_others_and_come_first() -> None:
    cell = seen(named(body="Rodnik"), named()).rows[0].cells[0]
    assert [(each.body, each.by_state) for each in cell.named] == [("Ministry", True), ("Rodnik", False)]


def test_a_partner_is_named_once_where_it_speaks_of_its_work_and_not_where_it_names_a_need() -> None:
    spoken = statement(None, country="UZB", **PARTNER)
    cells = seen(spoken, replace(spoken, quote="b"), named(country="KAZ", **PARTNER)).rows[0].cells
    assert [[partner for partner, _ in cell.support] for cell in cells] == [[], [], [], [], ["UNODC"]]
    assert [each.kind for each in cells[0].named] == [Kind.CHALLENGE]


def test_every_theme_has_a_row_with_the_states_in_fixed_order() -> None:
    rows = seen(statement(Status.IN_PLACE, country="UZB"), statement(Status.IN_PLACE, country="KGZ")).rows
    assert [tuple(cell.country.code for cell in row.cells) for row in rows] == [STATES, STATES]


def test_a_filter_of_speakers_takes_no_partner_away() -> None:
    cell = seen(named(), statement(None, **PARTNER), speaker="other").rows[0].cells[0]
    assert (cell.named, [partner for partner, _ in cell.support]) == ((), ["UNODC"])


def test_the_file_has_the_same_words_with_a_column_for_the_states_that_have_it() -> None:
    held = shot(named(), statement(None, **PARTNER), statement(Status.IN_PLACE, country="TJK", since="2017"))
    found = needs_matrix.matrix(needs.build(held), held, Words("en"), lambda record: record.country, str)
    row = next(each for each in found.rows if each.cells)
    assert [[mark.text for mark in cell] for cell in row.cells] == [
        ["challenge named: Ministry", "UNODC"],
        *([[]] * 4),
        ["TJK, since 2017"],
    ]
    assert [mark.group for mark in row.cells[0]] == ["named by state bodies", "partner"]
