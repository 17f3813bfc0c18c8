"""Data quality: coverage without order, dates, differences by state, revisions."""

from dataclasses import replace
from datetime import date

from bukhara.model.codes import EvidenceGrade, State, Status
from bukhara.views import data_quality
from tests.unit.progress.build import STATES, framework, item, snapshot, statement
from tests.unit.views import observed
from tests.unit.views.observed import figure


def _row(*stated):
    return data_quality.build(snapshot(framework(item()), *stated)).blocks[0].rows[0]


def test_coverage_counts_indicators_by_state_in_fixed_order() -> None:
    row = _row(statement(Status.IN_PLACE, country="TJK"))
    assert tuple(cell.country.code for cell in row.cells) == STATES
    assert [(c.covered, c.asked) for c in row.cells] == [(0, 1), (0, 1), (1, 1), (0, 1), (0, 1)]
    assert row.latest == date(2023, 7, 28)


def test_a_gap_covers_nothing() -> None:
    row = _row(statement(None, country="TJK", state=State.NOT_ASKED))
    assert {cell.covered for cell in row.cells} == {0}
    assert row.latest is None


def test_a_dash_of_the_authority_is_information() -> None:
    row = _row(statement(None, country="TJK", state=State.NOT_AVAILABLE))
    assert sum(cell.covered for cell in row.cells) == 1


def test_differences_are_by_state_in_fixed_order() -> None:
    other = {"reporter": "Other"}
    held = [figure(5, country="UZB"), figure(7, country="UZB", **other), figure(5), figure(7, **other)]
    view = data_quality.build(observed.snapshot(*held))
    assert [(country.code, len(found)) for country, found in view.differences] == [("KAZ", 1), ("UZB", 1)]


def test_a_row_with_its_reason_is_a_revision() -> None:
    shot = observed.snapshot(figure(5), replace(figure(7, stage="convicted"), revision_reason="recount"))
    assert [row.revision_reason for row in data_quality.build(shot).revisions] == ["recount"]


def test_statements_are_counted_by_grade_for_each_state() -> None:
    stated = statement(Status.IN_PLACE, country="TJK", evidence_grade=EvidenceGrade.ASSERTION)
    grades = data_quality.build(snapshot(framework(item()), stated)).grades
    assert [
        (g.country.code, dict(g.counts)[EvidenceGrade.ASSERTION]) for g in grades if any(n for _, n in g.counts)
    ] == [("TJK", 1)]
