"""A new figure joins the series of its state and measure, or differs from it in named columns."""

from dataclasses import replace
from datetime import date

import pytest

from bukhara.comparability.series import fit
from bukhara.model.codes import PeriodBasis, State
from bukhara.model.observation import Observation

LAST = Observation(
    country="KAZ", indicator="CTX-victims", value=11.0, state=State.VALUE, unit="count", counting_unit="victim",
    stage="identified", offence_class="trafficking", identifying_body="police", territorial_scope="national",
    period_start=date(2024, 1, 1), period_end=date(2024, 12, 31), period_basis=PeriodBasis.STATED, reporter="Police",
)  # fmt: skip
NEXT = replace(LAST, value=12.0, period_start=date(2025, 1, 1), period_end=date(2025, 12, 31))


def test_the_next_period_of_the_same_kind_joins() -> None:
    assert fit(NEXT, [LAST]).columns == ()
    assert fit(NEXT, [LAST]).nearest == LAST


def test_the_first_figure_of_a_measure_has_no_series() -> None:
    assert fit(NEXT, []).nearest is None


@pytest.mark.parametrize(
    "column", ["stage", "offence_class", "unit", "counting_unit", "identifying_body", "reporter", "territorial_scope"]
)
def test_another_column_keeps_it_apart(column: str) -> None:
    found = fit(replace(NEXT, **{column: "another"}), [LAST])
    assert found.columns == found.correctable == (column,)


def test_a_half_year_does_not_join_years_and_its_days_are_not_taken_over() -> None:
    found = fit(replace(NEXT, period_end=date(2025, 6, 30)), [LAST])
    assert (found.columns, found.correctable) == (("period_end",), ())


def test_a_part_is_compared_with_its_own_series_else_with_the_whole() -> None:
    women = replace(NEXT, sex="female")
    assert fit(women, [LAST]).columns == ()
    assert fit(women, [LAST, replace(LAST, sex="female", stage="assisted")]).columns == ("stage",)


def test_the_nearest_series_is_named() -> None:
    far = replace(LAST, stage="assisted", offence_class="another")
    assert fit(replace(NEXT, stage="convicted"), [far, LAST]).nearest == LAST
