"""Each state's own picture under other choices."""

from dataclasses import replace

from bukhara.model.codes import EvidenceGrade, ReadingKind, Status
from bukhara.model.framework import OtherCoding
from bukhara.views import robustness
from tests.unit.progress.build import framework, item, snapshot, statement
from tests.unit.views.rounds import answer, held


def test_states_are_in_the_fixed_order() -> None:
    rows = robustness.build(held(answer(1, 1, "r2")))
    assert [row.country.code for row in rows] == ["KAZ", "KGZ", "TJK", "TKM", "UZB"]


def test_a_reading_is_shown_in_counts_with_the_other_coding() -> None:
    frame = framework(item("BD-1"), kind=ReadingKind.READING)
    other = OtherCoding(country="KAZ", indicator="BD-1.1", status=Status.UNDER_WAY)
    reading = replace(frame.readings[0], source_id="report", second_coding=(other,))
    row = robustness.build(snapshot(replace(frame, readings=(reading,)), statement(Status.IN_PLACE)))[0]
    assert row.other is not None
    assert [(c.low, c.high) for c in (row.counts, row.other)] == [(1, 1), (0, 0)]
    assert (row.uncapped, row.capped, row.coverage) == (None, None, None)


def test_a_round_is_shown_in_levels_with_and_without_the_cap() -> None:
    answers = [answer(1, n, "r2", EvidenceGrade.ASSERTION) for n in range(1, 6)]
    row = robustness.build(held(*answers))[0]
    assert row.uncapped is not None
    assert row.capped is not None
    assert (row.uncapped.median, row.capped.median) == (1, 0.5)
