"""The e-library, old answers and references to other forms: everything is found, dated and in its order."""

from dataclasses import replace

import pytest

from bukhara.model.codes import Kind, State, Status
from bukhara.model.text import Text
from bukhara.situation.statements import answer_days, newest_first
from bukhara.views.countries import country
from bukhara.views.evidence import evidence
from bukhara.views.evidence.evidence import PAGE_SIZE, LibraryQuery
from bukhara.views.statements import timeline
from bukhara.views.themes import needs, theme
from tests.unit.progress.build import framework, item, not_asked, snapshot, statement
from tests.unit.views.answered import FIRST, SECOND, held
from tests.unit.views.observed import figure, support

STATED = statement(
    statement="A Plan was ADOPTED.",
    statement_translation=Text.of("", ru="Принят ПЛАН"),
    quote="the plan",
    source_locator="L7",
)


def found(*statements, query=None, figures=(), number=1) -> evidence.Library:
    shot = replace(snapshot(framework(item("BD-1"), item("BD-2")), *statements), observations=figures)
    return evidence.build(shot, query or LibraryQuery(), number=number)


def test_entries_are_by_the_fixed_order_of_states_with_the_region_last() -> None:
    shown_here = [statement(country=code) for code in ("REG", "UZB", "KAZ")]
    library = found(*shown_here, figures=(figure(country="KGZ"),))
    assert [entry.country for entry in library.entries] == ["KAZ", "KGZ", "UZB", "REG"]


def test_a_gap_in_a_tracker_is_no_evidence() -> None:
    assert found(not_asked()).found == 0


@pytest.mark.parametrize(
    ("row", "count"),
    [(figure(0), 1), (figure(None), 0), (figure(None, state=State.NOT_AVAILABLE, quote="no data"), 1), (support(), 1)],
)
def test_a_figure_is_evidence_where_it_has_a_value_or_a_quote(row, count) -> None:
    assert found(figures=(row,)).found == count


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({}, 3),
        ({"countries": ("KAZ",)}, 2),
        ({"countries": ("TKM",)}, 0),
        ({"item": "BD-2"}, 1),
        ({"kind": "need"}, 1),
        ({"kind": "figure"}, 1),
        ({"q": "plan"}, 1),
        ({"q": "adopted PLAN"}, 1),
        ({"q": "план"}, 1),
        ({"q": "планами"}, 1),
        ({"q": "plans"}, 1),
        ({"body": "state"}, 0),
        ({"q": "L7"}, 1),
        ({"q": "plan nothing"}, 0),
        ({"q": "%"}, 0),
        ({"q": "  "}, 3),
        ({"q": STATED.evidence_id}, 1),
        ({"countries": ("KAZ",), "kind": "need"}, 0),
        ({"countries": ("KAZ", "UZB"), "kind": "need"}, 1),
    ],
)
def test_a_query_narrows(query, count) -> None:
    need = statement(None, "BD-2.1", "UZB", kind=Kind.NEED)
    assert found(STATED, need, figures=(figure(),), query=LibraryQuery(**query)).found == count


@pytest.mark.parametrize(
    ("number", "shown", "at"), [(1, PAGE_SIZE, 1), (2, 1, 2), (9, 1, 2), (0, PAGE_SIZE, 1), (-3, PAGE_SIZE, 1)]
)
def test_a_page_that_is_not_there_gives_the_nearest(number, shown, at) -> None:
    library = found(*(statement(quote=str(n)) for n in range(PAGE_SIZE + 1)), number=number)
    assert (len(library.entries), library.number, library.pages, library.found) == (shown, at, 2, PAGE_SIZE + 1)


def test_an_empty_library_has_one_page() -> None:
    assert (found().pages, found().number, found().entries) == (1, 1, ())


@pytest.mark.parametrize(
    ("quote", "locator", "shown_here"),
    [
        ("a", "L1", (("a", "L1"),)),
        ("a | b", "L1 | L2", (("a", "L1"), ("b", "L2"))),
        ("a | b", "L1", (("a", "L1"), ("b", "L1"))),
        ("", "L1", ()),
        ("a", "L1 | L2", (("a", "L1 | L2"),)),
    ],
)
def test_a_fact_shown_twice_has_each_quote_at_its_place(quote, locator, shown_here) -> None:
    assert evidence.citations(statement(quote=quote, source_locator=locator)) == shown_here


def test_a_facet_counts_what_each_of_its_values_would_find() -> None:
    rows = statement(), statement(country="KGZ"), statement(None, "BD-2.1", "KGZ", kind=Kind.NEED)
    facets = {facet.name: facet for facet in found(*rows, query=LibraryQuery(countries=("KGZ",))).facets}
    assert facets["countries"].values == (("KAZ", 1), ("KGZ", 2))
    assert facets["item"].values == (("BD-1", 1), ("BD-2", 1))
    assert facets["kind"].values == (("implementation", 1), ("need", 1))


def test_the_newest_answer_is_first_and_the_same_one_of_two_rounds_is_once() -> None:
    drafted = statement(Status.PLANNED, "BD-1.1", source_id="r1", statement="A law is drafted.")
    again = replace(drafted, source_id="r2", statement="A  law is drafted. ")
    named = statement(Status.CHALLENGE, "BD-2.1", source_id="r1", statement="No staff.", kind=Kind.CHALLENGE)
    old = statement(Status.PLANNED, "BD-2.1", source_id="r1", statement="Staff is sought.")
    new = statement(Status.IN_PLACE, "BD-2.1", source_id="r2", statement="Staff was found.")
    found = held(drafted, named, old, again, new)
    assert newest_first(found, found.statements) == (again, new, named, old)
    assert answer_days(found, again) == (SECOND, FIRST)
    assert answer_days(found, old) == (FIRST,)
    view = country.build(found, "KAZ")
    assert view.challenges == (named,)
    side = theme.build(found, "BD-2").sides[0]
    assert [s.statement for s in (*side.own, *side.others)] == ["Staff was found.", "No staff.", "Staff is sought."]
    assert needs.challenges(found).count == 1
    assert [s.statement for s in timeline.build(found, "KAZ").undated if s.indicator == "BD-2.1"] == [
        "Staff was found."
    ]


def test_two_places_of_one_source_are_both_kept() -> None:
    one, other = (statement(Status.PLANNED, "BD-1.1", source_id="r1", quote=quote) for quote in ("a", "b"))
    assert newest_first(held(one, other), (one, other)) == (one, other)
