"""Statements and figures that once differed from the report; each line failed on the earlier text."""

import re
from datetime import date

import pytest

from bukhara.i18n.codes import label
from bukhara.i18n.words import words_of
from bukhara.model.codes import Basis, IndicatorType, Kind, State, Status
from bukhara.situation.counts import count_country
from bukhara.situation.situation import situations
from bukhara.views.countries import country, overview
from bukhara.views.evidence import evidence_cell
from bukhara.views.statements import speakers
from bukhara.views.themes import needs, theme
from tests.record.conftest import lines
from tests.seeded import shipped

EN = words_of("en")
MENTIONED = {
    "KAZ": {"BD-9", "BD-15"},
    "KGZ": {"BD-17"},
    "TJK": {"BD-7"},
    "TKM": {"BD-7"},
    "UZB": {"BD-9", "BD-14b", "BD-16", "BD-17"},
}
# Country, measure, number -> what the row says besides.
FIGURES = {
    ("KAZ", "BD-6a.2", 12): {"qualifier": "exact"},
    ("TJK", "CTX-registered-related", 436): {"period_end": date(2023, 7, 28), "period_basis": "inferred"},
    ("KGZ", "CTX-registered-strict", 0): {"territorial_scope": "national"},
    ("KAZ", "PRT-reached", 2_800_000): {"qualifier": "about"},
    ("KAZ", "CTX-willing-to-report", 12.5): {"period_start": date(2022, 1, 1), "period_basis": "inferred"},
    ("UZB", "BD-15.1", 12_000): {"counting_unit": "activity"},
    ("KAZ", "CTX-prosecuted", 17): {"territorial_scope": "not_stated"},
    ("INT", "PRT-trained", 33_000): {"qualifier": "about", "territorial_scope": "not_stated"},
    ("INT", "PRT-trained", 15_000): {"qualifier": "about", "territorial_scope": "not_stated"},
    ("INT", "PRT-arrests", 9): {"qualifier": "exact", "territorial_scope": "not_stated"},
}


@pytest.fixture(scope="module")
def service():
    return shipped(exercise=False)


@pytest.fixture(scope="module")
def snapshot(service):
    return service.snapshot()


def about(statements, country, indicator, line=0):
    return [s for s in statements if (s.country, s.indicator) == (country, indicator)
            and s.state is State.VALUE and (not line or line in lines(s.source_locator))]  # fmt: skip


@pytest.mark.parametrize("row", FIGURES, ids=str)
def test_a_figure_says_what_is_printed(figures, row) -> None:
    country, indicator, value = row
    found = [o for o in figures if (o.country, o.indicator, o.value) == (country, indicator, value)]
    assert any(all(getattr(o, key) == wanted for key, wanted in FIGURES[row].items()) for o in found)


@pytest.mark.parametrize(
    ("country", "indicator", "since"),
    [("KGZ", "BD-12.1", "by 2018"), ("KGZ", "BD-8b.1", "by 2018"), ("TJK", "BD-12.1", "by 2014")],
)
def test_a_law_is_in_force_by_the_only_year_that_is_printed(statements, country, indicator, since) -> None:
    assert [EN.since(s.since) for s in about(statements, country, indicator) if s.since] == [since]


def test_airport_training_stays_with_uzbekistan_without_a_number(figures) -> None:
    (row,) = (o for o in figures if o.country == "UZB" and "Samarkand" in o.quote)
    assert row.is_mention


def test_a_passage_that_names_something_is_a_mention_and_a_gap_has_no_quote(figures) -> None:
    assert sum(o.is_mention and o.state is State.VALUE for o in figures) == 88
    gaps = [o for o in figures if o.state is State.NOT_ASKED]
    assert len(gaps) == 17
    assert [o for o in gaps if o.quote or o.source_locator] == []


def test_treaties_and_data_exchange_are_beside_the_contact_point(framework, statements) -> None:
    item = framework.item("BD-17")
    assert "Contact point" in item.name.in_("en")
    assert [i.id for i in item.milestones] == ["BD-17.2"]
    assert framework.indicator("BD-17.4").type is IndicatorType.FACT
    assert about(statements, "KGZ", "BD-17.4", 436)
    assert framework.versions[0].version == framework.version


def test_the_network_is_alone_and_the_context_has_its_own_item(framework, statements) -> None:
    assert {line for s in about(statements, "REG", "BD-1.1") for line in lines(s.source_locator)} == {372}
    assert not framework.item("RC-1").milestones
    assert len(about(statements, "REG", "RC-1.1")) > 20


def test_the_opening_of_conclusion_2_is_an_item_and_the_others_cover_their_lines(framework, statements) -> None:
    opening = [s for s in statements if s.indicator == "AC-2.0"]
    assert sorted({line for s in opening for line in lines(s.source_locator)}) == [105, 456, 474]
    assert framework.item("AC-2").line == "L474"
    words = {i: framework.item(i).description.in_("en") for i in ("AC-2", "AC-2.2", "AC-2.3", "AC-3")}
    assert "protocols, procedures and channels" in words["AC-2"]
    assert "at the border" in words["AC-2.2"]
    assert "national and international referral" in words["AC-2.3"]
    assert "providers of social media platforms" in words["AC-3"]
    covered = {i: framework.item(i).milestones[0].conditions.in_place.in_("en") for i in words}
    assert "border" in covered["AC-2.2"]
    assert "international referral" in covered["AC-2.3"]
    assert "providers" in covered["AC-3"]


def test_challenges_of_investigation_and_court_are_not_under_capacity_building(statements) -> None:
    assert [s.statement for s in statements if s.item == "BD-9" and s.kind is Kind.CHALLENGE] == []
    assert [row.kind for row in about(statements, "KAZ", "AC-2.4.1", 320)].count(Kind.CHALLENGE) == 4
    assert about(statements, "KAZ", "BD-12.1", 320) == []
    assert about(statements, "KGZ", "BD-17.1", 223)


def test_activities_set_the_status_and_a_claimed_result_does_not(statements) -> None:
    (row,) = (s for s in about(statements, "TKM", "BD-15.0") if s.status is Status.CONTINUING)
    assert lines(row.source_locator) == [241, 352]
    assert [s.status for s in (*about(statements, "TKM", "BD-15.0", 239), *about(statements, "KAZ", "BD-15.0", 195))] == [
        None,
        None,
    ]  # fmt: skip


def test_support_is_asked_for_only_where_a_request_was_made(statements) -> None:
    asked = [s for s in statements if s.kind is Kind.SUPPORT_REQUEST]
    assert {line for s in asked for line in lines(s.source_locator)} - {464} == {117, 300}
    assert (label(EN, Kind.NEED), label(EN, Kind.SUPPORT_REQUEST)) == ("need named", "support asked for")


def test_conclusions_are_proposed_and_measures_are_given_in_an_overview(framework, statements) -> None:
    assert [s.note for s in statements if "Concluded" in s.note] == []
    assert "item by item" not in framework.indicator("BD-4.2").name.in_("en")


@pytest.mark.parametrize(
    ("item", "session"),
    [*((item, "the follow-up session") for item in ("BD-8b", "BD-12", "BD-13", "BD-14b", "BD-15", "BD-17")),
     ("BD-14a", "the session on cases"), ("BD-16", "the session on borders")],
)  # fmt: skip
def test_a_theme_names_the_session_of_its_quote(framework, item, session) -> None:
    found = framework.item(item)
    assert found.basis is Basis.THEME
    assert framework.readings[0].session_of(lines(found.line)[0]).name.in_("en") == session


def test_decisions_made_again_give_their_reason(statements) -> None:
    (kgz,) = about(statements, "KGZ", "BD-17.2", 221)
    assert kgz.status is None
    assert "0052" in kgz.note


def test_a_body_that_a_state_body_reports_at_work_is_in_place_for_all_states_alike(statements, framework) -> None:
    """The reports of the five coordinating bodies, none of which names the act, are judged by one rule."""
    found = [s for s in statements if s.indicator == "BD-6a.1" and s.status]
    assert {s.country: (s.status, lines(s.source_locator)) for s in found} == {
        "KAZ": (Status.IN_PLACE, [211]),
        "KGZ": (Status.IN_PLACE, [328]),
        "TJK": (Status.IN_PLACE, [334]),
        "TKM": (Status.IN_PLACE, [348]),
        "UZB": (Status.IN_PLACE, [247]),
    }
    assert all("0004" in s.note for s in found if s.country in ("KGZ", "TJK"))
    asked = [i.conditions for i in framework.indicators if i.conditions and i.conditions.full_answer]
    shown = re.compile(r"\b(number|date)\b")
    assert asked
    assert [
        c.in_place.in_("en") for c in asked if shown.search(c.in_place.in_("en").removesuffix("on the date."))
    ] == []


def test_the_cells_that_a_state_body_spoke_about_are_mentioned(snapshot) -> None:
    found = situations(snapshot)
    asked = {item.id for item in snapshot.framework.items if item.id.startswith("BD")}
    marked = {c: {s.item for s in found if s.country == c and s.mentioned and s.item in asked} for c in MENTIONED}
    assert marked == MENTIONED
    assert all(s.status is Status.NOT_ASKED for s in found if s.mentioned)


def test_overview_and_theme_agree_on_what_is_mentioned(snapshot) -> None:
    cells = {(c.country, c.item): c.mark for row in overview.build(snapshot).scorecard.rows for c in row.cells}
    for (code, item), shown in cells.items():
        (side,) = (s for s in theme.build(snapshot, item).sides if s.country.code == code)
        assert (shown == "mentioned") == (side.status.status is Status.NOT_ASKED and bool(side.own)), (code, item)


def test_a_mention_counts_as_no_status(snapshot) -> None:
    counts = {c: count_country(situations(snapshot), c) for c in MENTIONED}
    assert {c: (n.low, n.high, n.not_covered, n.mentioned) for c, n in counts.items()} == {
        "KAZ": (6, 9, 3, 0),
        "KGZ": (6, 11, 5, 1),
        "TJK": (4, 11, 7, 1),
        "TKM": (4, 10, 6, 1),
        "UZB": (2, 11, 9, 3),
    }


def test_the_likeliest_cause_of_a_difference_is_not_an_error(snapshot) -> None:
    (found,) = (d for d in snapshot.differences if (d.first, d.second) == (199, 195))
    assert found.cause == "classes_not_named"


def test_annual_events_end_with_their_year(service) -> None:
    then, later = (service.snapshot(day) for day in (date(2023, 7, 28), date(2026, 1, 1)))
    for shot, wanted in ((then, "in_place"), (later, "last_reported")):
        assert {s.mark for s in situations(shot) if s.item in ("BD-2", "BD-3")} == {wanted}


def test_each_state_has_its_speakers_and_uzbekistan_had_none_on_borders(snapshot) -> None:
    spoke = {c: {s.session.first: s.bodies for s in speakers.build(snapshot, c)} for c in MENTIONED}
    assert {c: bool(found[420]) for c, found in spoke.items()} == {c: c != "UZB" for c in MENTIONED}
    assert all(found[first] for found in spoke.values() for first in (185, 262, 310))
    names = {body.key for body in spoke["KAZ"][310]}
    assert names == {
        "Law Enforcement Academy under the Prosecutor General's Office of Kazakhstan",
        "Supreme Court of Kazakhstan",
    }


def test_what_a_source_does_not_mention_is_never_called_missing(framework) -> None:
    partly = [i.conditions.partly for i in framework.indicators if i.conditions and i.conditions.partly]
    silence = {"en": r"not named in the source", "ru": r"в источнике не назван\w*"}
    absence = {"en": r"\b(without|no|not|lacks?)\b", "ru": r"\b(без|нет|не|отсутству\w+)\b"}
    for language, said in silence.items():
        texts = [text.in_(language) for text in partly]
        assert any(re.search(said, text) for text in texts)
        assert [text for text in texts if re.search(absence[language], re.sub(said, "", text))] == []


def test_evidence_cards_and_needs_say_of_a_cell_what_the_matrix_says(snapshot) -> None:
    cells = {(c.country, c.item): c.mark for row in overview.build(snapshot).scorecard.rows for c in row.cells}
    beside = {(each.country, each.item) for each in snapshot.framework.readings[0].beside}
    assert {key for key in beside if cells[key] != "not_asked"} == set()
    counted = {(c.code, named.id) for named, countries in overview.build(snapshot).challenges for c in countries}
    needed = {
        (cell.country.code, row.item.id)
        for row in needs.build(snapshot).rows for cell in row.cells if any(each.by_state for each in cell.named)
    }  # fmt: skip
    for (country_code, item), shown in cells.items():
        key, evidence = (country_code, item), evidence_cell.build(snapshot, country_code, item)
        lines = [line for block in country.build(snapshot, country_code).blocks for line in block.lines]
        (line,) = (each for each in lines if each.item.id == item)
        assert bool(evidence.side.beside) == (key in beside), key
        if shown == "not_asked":
            assert (evidence.more, line.statement) == ((), None), key
            assert key not in counted | needed, key
