"""Data quality and robustness: coverage without order, revisions, the picture under other choices."""

from dataclasses import replace
from datetime import date

from bukhara.model.codes import EvidenceGrade, ReadingKind, State, Status
from bukhara.model.framework import OtherCoding
from bukhara.views import data_quality, robustness
from bukhara.views.robustness import Spread
from tests.unit.progress.build import STATES, framework, item, snapshot, statement
from tests.unit.views import observed
from tests.unit.views.observed import figure
from tests.unit.views.rounds import answer, held


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


def test_a_row_with_its_reason_is_a_revision() -> None:
    shot = observed.snapshot(figure(5), replace(figure(7, stage="convicted"), revision_reason="recount"))
    assert [row.revision_reason for row in data_quality.build(shot).revisions] == ["recount"]


def test_statements_are_counted_by_grade_for_each_state() -> None:
    stated = statement(Status.IN_PLACE, country="TJK", evidence_grade=EvidenceGrade.ASSERTION)
    grades = data_quality.build(snapshot(framework(item()), stated)).grades
    assert [
        (g.country.code, dict(g.counts)[EvidenceGrade.ASSERTION]) for g in grades if any(n for _, n in g.counts)
    ] == [("TJK", 1)]


def test_states_are_in_the_fixed_order() -> None:
    rows = robustness.build(held(answer(1, 1, "r2")))
    assert [row.country.code for row in rows] == ["KAZ", "KGZ", "TJK", "TKM", "UZB"]


def test_a_reading_is_shown_in_counts_with_the_other_coding() -> None:
    frame = framework(item("BD-1"), kind=ReadingKind.READING)
    other = OtherCoding(country="KAZ", indicator="BD-1.1", status=Status.UNDER_WAY)
    reading = replace(frame.readings[0], source_id="report", second_coding=(other,))
    row = robustness.build(snapshot(replace(frame, readings=(reading,)), statement(Status.IN_PLACE)))[0]
    assert row.spread == (Spread("in_place", 0, 1), Spread("under_way", 0, 1))
    assert (row.uncapped, row.capped, row.coverage) == (None, None, None)


def test_two_codings_that_cancel_out_are_spread_over_all_combinations() -> None:
    frame = framework(item("BD-1", 2), kind=ReadingKind.READING)
    others = (
        OtherCoding(country="KAZ", indicator="BD-1.1", status=Status.PLANNED),
        OtherCoding(country="KAZ", indicator="BD-1.2", status=Status.IN_PLACE),
    )
    reading = replace(frame.readings[0], source_id="report", second_coding=others)
    stated = (statement(Status.IN_PLACE), statement(Status.PLANNED, "BD-1.2"))
    robust = robustness.build(snapshot(replace(frame, readings=(reading,)), *stated))
    assert {(each.mark, each.least, each.most) for each in robust[0].spread} == {
        ("in_place", 0, 1),
        ("under_way", 0, 1),
        ("planned", 0, 1),
    }
    assert robust[1].spread == ()


def test_a_round_is_shown_in_levels_with_and_without_the_cap() -> None:
    answers = [answer(1, n, "r2", EvidenceGrade.ASSERTION) for n in range(1, 6)]
    row = robustness.build(held(*answers))[0]
    assert row.uncapped is not None
    assert row.capped is not None
    assert (row.uncapped.median, row.capped.median) == (1, 0.5)
