"""Which figures may share an axis."""

from __future__ import annotations

from typing import Any

import pytest

from bukhara.model.codes import State
from bukhara.views import guard
from tests.unit.views.observed import HALF, MONTHS_18, YEAR, change, figure


def test_a_half_year_stands_on_the_axis_of_the_years_after_them() -> None:
    rows = guard.series([figure(3, HALF), figure(5, YEAR)])
    assert [[f.value for f in row.figures] for row in rows] == [[5, 3]]


@pytest.mark.parametrize(
    "changes",
    [
        {"offence_class": "trafficking_and_related"},
        {"stage": "investigated"},
        {"counting_unit": "offence"},
        {"reporter": "Other ministry"},
        {"identifying_body": "police"},
        {"territorial_scope": "abroad"},
        {"sex": "female"},
        {"country": "TJK"},
    ],
)
def test_what_is_counted_differently_has_an_axis_of_its_own(changes: dict[str, Any]) -> None:
    assert len(guard.series([figure(), figure(**changes)])) == 2


def test_a_percentage_has_no_place_on_an_axis_of_counts() -> None:
    assert not guard.drawable(change(2))


def test_a_share_has_no_place_on_an_axis_of_counts() -> None:
    assert not guard.drawable(figure(30, unit="percent"))


def test_a_figure_without_dates_has_no_place_on_the_time_axis() -> None:
    assert not guard.drawable(figure(100, (None, None), period_label="annually"))


def test_a_reported_zero_is_drawn() -> None:
    assert guard.drawable(figure(0))


def test_a_figure_not_available_is_drawn_in_its_period() -> None:
    assert guard.drawable(figure(None, HALF, state=State.NOT_AVAILABLE))


def test_minors_among_the_cases_are_a_part_of_them() -> None:
    whole, part = figure(24), figure(16, age_group="minor")
    assert guard.is_part(part, [whole, part])


def test_an_offence_class_of_its_own_is_no_part() -> None:
    minors = figure(14, MONTHS_18, offence_class="trafficking_minors", age_group="minor")
    assert not guard.is_part(minors, [figure(58, MONTHS_18), minors])


def test_a_share_by_sex_is_no_part_of_a_share_by_form() -> None:
    by_sex, by_form = figure(48, sex="female", age_group="adult"), figure(76, form_of_exploitation="sexual")
    assert not guard.is_part(by_sex, [by_sex, by_form])


def test_the_reasons_for_separate_rows_are_named() -> None:
    rows = guard.series([figure(), figure(stage="investigated", reporter="Other")])
    assert guard.differing(rows) == ("stage", "reporter")
