"""Data quality: coverage without order; and levels with one pillar left out."""

from datetime import date

from bukhara.model.codes import EvidenceGrade, ReadingKind, State, Status
from bukhara.model.framework import Pillar
from bukhara.views.countries import country_level
from bukhara.views.status import data_quality
from tests.unit.progress.build import STATES, framework, item, snapshot, statement, text
from tests.unit.views.answered import answer, frame, held


def _row(*stated):
    return data_quality.build(snapshot(framework(item()), *stated))[0].rows[0]


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


def test_a_level_is_shown_without_the_themes_of_each_pillar() -> None:
    items = [item(f"BD-{n}", pillar="one" if n <= 6 else "two") for n in range(1, 13)]
    of = frame(items=tuple(items), pillars=(Pillar(id="one", name=text("One")), Pillar(id="two", name=text("Two"))))
    answers = [answer(1 if n <= 6 else 0.5, n, "r2", EvidenceGrade.ASSERTION) for n in range(1, 13)]
    (row,) = (each for each in country_level.without_pillars(held(*answers, of=of)) if each.country.code == "KAZ")
    assert (row.coverage.level, row.without) == (0.75, (0.5, 1.0))


def test_a_reading_has_no_levels() -> None:
    assert (
        country_level.without_pillars(
            snapshot(framework(item("BD-1"), kind=ReadingKind.READING), statement(Status.IN_PLACE))
        )
        == ()
    )
