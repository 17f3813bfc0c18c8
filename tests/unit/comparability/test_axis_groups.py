"""Figures of different keys never share an axis or a series; decisions are added to their differences."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from bukhara.comparability.axis_groups import axis_groups, is_datable
from bukhara.comparability.differences import apply_decisions, differences
from bukhara.comparability.keys import differing, facet_values, length
from bukhara.comparability.parts import Wholes
from bukhara.comparability.rate import monthly, rate_predicate
from bukhara.comparability.series import fit
from bukhara.i18n.figures import value_text
from bukhara.i18n.words import words_of
from bukhara.model.codes import PeriodBasis, Qualifier, State
from bukhara.model.difference import Difference, DifferenceStatus
from bukhara.model.observation import Observation
from bukhara.model.round import Decision
from tests.unit.progress.build import source
from tests.unit.views.observed import HALF, JANUARY_JULY, MONTHS_18, YEAR, change, figure

RATED = rate_predicate([source()])


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"unit": "percent"}, "unit"),
        ({"counting_unit": "offence"}, "counting_unit"),
        ({"stage": "investigated"}, "stage"),
        ({"offence_class": "trafficking_and_related"}, "offence_class"),
        ({"identifying_body": "police"}, "identifying_body"),
        ({"territorial_scope": "abroad"}, "territorial_scope"),
        ({"legal_article": "128"}, "legal_article"),
        ({"sex": "female"}, "sex"),
        ({"age_group": "minor"}, "age_group"),
        ({"qualifier": Qualifier.CHANGE_PERCENT}, "change"),
    ],
)
def test_differing_facets_are_named_and_give_separate_groups(changes: dict[str, Any], code: str) -> None:
    rows = [figure(), figure(**changes)]
    assert differing(rows) == (code,)
    assert len(axis_groups(rows)) == 2


@pytest.mark.parametrize("period", [HALF, JANUARY_JULY, MONTHS_18])
def test_a_year_and_another_length_are_in_separate_groups(period: tuple[date, date]) -> None:
    rows = [figure(5, YEAR), figure(5, period)]
    assert differing(rows) == ("period_type", "period_length")
    assert len(axis_groups(rows)) == 2


def test_two_periods_of_different_length_are_in_separate_groups() -> None:
    first, second = (date(2023, 1, 1), date(2023, 7, 28)), (date(2023, 1, 1), date(2023, 5, 9))
    assert differing([figure(5, first), figure(5, second)]) == ("period_length",)


def test_two_states_with_the_same_kind_of_figure_may_share_an_axis_unless_each_has_its_own() -> None:
    rows = [figure(), figure(country="TJK")]
    assert differing(rows) == ()
    assert len(axis_groups(rows)) == 1
    assert len(axis_groups(rows, within=("country",))) == 2


def test_groups_keep_the_order_of_the_figures() -> None:
    rows = [figure(1), figure(9, country="TJK")]
    assert axis_groups(rows)[0].observations == tuple(rows)


def test_the_values_that_differ_are_named_once_each() -> None:
    rows = [figure(), figure(stage="convicted"), figure(country="TJK")]
    assert facet_values("stage", rows) == ("registered", "convicted")


def test_since_a_day_is_open_and_has_no_length() -> None:
    since = figure(0, (date(2021, 1, 1), date(2023, 7, 28)), period_label="since 2021")
    assert length(since) == ""
    assert is_datable(since)


@pytest.mark.parametrize("odd", [change(2), figure(5, (None, None)), figure(30, (None, None), unit="percent")])
def test_a_change_and_a_figure_without_period_are_not_drawn(odd: Any) -> None:
    assert not is_datable(odd)


def test_a_reported_zero_is_drawn() -> None:
    assert is_datable(figure(0))


def test_a_figure_not_available_is_drawn_on_the_time_axis() -> None:
    assert is_datable(figure(None, HALF, state=State.NOT_AVAILABLE))


def test_minors_among_the_cases_are_a_part_of_them() -> None:
    whole, part = figure(24), figure(16, age_group="minor")
    assert Wholes([whole, part]).has_part(part)
    assert Wholes([whole, part]).parts_of(whole) == [part]


def test_an_offence_class_of_its_own_is_no_part() -> None:
    minors = figure(14, MONTHS_18, offence_class="trafficking_minors", age_group="minor")
    assert not Wholes([figure(58, MONTHS_18), minors]).has_part(minors)


def test_a_share_by_sex_is_no_part_of_a_share_by_form() -> None:
    by_sex, by_form = figure(48, sex="female", age_group="adult"), figure(76, form_of_exploitation="sexual")
    assert not Wholes([by_sex, by_form]).has_part(by_sex)


def test_as_rates_a_half_year_and_a_year_share_an_axis() -> None:
    (axis_group,) = axis_groups([figure(60, YEAR), figure(42, HALF)], rated=RATED)
    assert axis_group.per_month
    assert [o.value for o in axis_group.drawn] == [5, 7]
    assert [o.value for o in axis_group.observations] == [60, 42]


@pytest.mark.parametrize(("last", "is_rated"), [(date(2022, 12, 31), True), (date(2022, 12, 30), False)])
def test_a_period_that_ends_on_the_day_of_its_source_is_over(last: date, is_rated: bool) -> None:
    assert rate_predicate([source(date=last)])(figure(60, (date(2022, 1, 1), date(2022, 12, 31)))) is is_rated


def test_a_group_of_rates_is_marked_as_such() -> None:
    assert value_text(monthly(figure(110, HALF)), words_of("en")) == "18.3 a month"
    more = figure(200, MONTHS_18, qualifier=Qualifier.MORE_THAN)
    assert value_text(monthly(more), words_of("en")) == "more than 11.1 a month"


@pytest.mark.parametrize(
    "odd",
    [
        figure(0, (date(2021, 1, 1), None)),
        figure(0, (date(2021, 1, 1), date(2023, 7, 28)), period_label="since 2021"),
        figure(4, JANUARY_JULY),  # July was not over on the day of the source
        figure(5, (date(2022, 1, 15), date(2022, 12, 31))),
        figure(5, (None, None)),
        figure(30, unit="percent"),
        figure(None, value_low=3, value_high=5, state=State.VALUE, qualifier=Qualifier.RANGE),
        change(2),
    ],
)
def test_open_or_unfinished_periods_and_shares_are_never_converted(odd: Any) -> None:
    assert not RATED(odd)
    assert [p.per_month for p in axis_groups([figure(), odd], rated=RATED)] == [True, False]


def test_nothing_is_converted_unless_asked_for() -> None:
    assert not any(p.per_month for p in axis_groups([figure(), figure(3, HALF)]))


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
    assert found.columns == (column,)


def test_a_half_year_does_not_join_years() -> None:
    assert fit(replace(NEXT, period_end=date(2025, 6, 30)), [LAST]).columns == ("period_end",)


def test_a_part_is_compared_with_its_own_series_else_with_the_whole() -> None:
    women = replace(NEXT, sex="female")
    assert fit(women, [LAST]).columns == ()
    assert fit(women, [LAST, replace(LAST, sex="female", stage="assisted")]).columns == ("stage",)


def test_the_nearest_series_is_named() -> None:
    far = replace(LAST, stage="assisted", offence_class="another")
    assert fit(replace(NEXT, stage="convicted"), [far, LAST]).nearest == LAST


PAIR = (figure(5), figure(7, reporter="Other ministry", source_locator="L9"))


def difference() -> Difference:
    (found,) = differences(PAIR)
    return found


def decision(**changes: object) -> Decision:
    values = {"status": "explained", "reason": "Other months", "decided_by": "secretariat"}
    numbers = {"first_value": 5.0, "second_value": 7.0, "decided_on": date(2027, 4, 2)}
    return replace(Decision(difference=difference().group, country="KAZ", **values, **numbers), **changes)


def test_a_difference_nobody_decided_about_is_open() -> None:
    (seen,) = apply_decisions([difference()], [])
    assert (seen.status, seen.decided_by, seen.decided_on, seen.reason) == (DifferenceStatus.OPEN, "", None, "")


def test_a_decision_gives_status_body_day_and_reason() -> None:
    (seen,) = apply_decisions([difference()], [decision()])
    fields = (seen.status, seen.decided_by, seen.decided_on, seen.reason)
    assert fields == (DifferenceStatus.EXPLAINED, "secretariat", date(2027, 4, 2), "Other months")


def test_neither_figure_is_changed_or_preferred() -> None:
    (seen,) = apply_decisions([difference()], [decision(status="decided")])
    assert (seen.first, seen.second, seen.observations) == (5.0, 7.0, difference().observations)


def test_a_decision_about_other_figures_is_not_taken() -> None:
    (seen,) = apply_decisions([difference()], [decision(difference="d-0000000000")])
    assert (seen.status, seen.lapsed) == (DifferenceStatus.OPEN, None)


def test_a_decision_about_other_numbers_of_the_same_figures_has_lapsed() -> None:
    (seen,) = apply_decisions([difference()], [decision(second_value=8.0)])
    assert (seen.status, seen.decided_by, seen.reason) == (DifferenceStatus.OPEN, "", "")
    assert seen.lapsed == decision(second_value=8.0)
