"""Masked figures are in no sum and differ only outside of 0 to 4; a line over time breaks where it must."""

from dataclasses import replace
from datetime import date

import pytest

from bukhara.comparability.differences import differences
from bukhara.comparability.rate import rate_predicate
from bukhara.comparability.series import breaks, segments
from bukhara.i18n.figures import value_text
from bukhara.i18n.words import words_of
from bukhara.model.codes import Qualifier, SourceClass
from bukhara.model.observation import Observation
from bukhara.model.source import Source
from tests.unit.views.observed import YEAR, figure

VICTIMS = {"indicator": "CTX-victims", "stage": "identified", "counting_unit": "victim"}


def masked(**fields: object) -> Observation:
    made = figure(0, YEAR, **{**VICTIMS, **fields})
    return replace(made, value=None, qualifier=Qualifier.RANGE, value_low=0.0, value_high=4.0, quote="<5")


def year(number: int, value: float | None, **fields: object) -> Observation:
    period = (date(number, 1, 1), date(number, 12, 31))
    made = figure(value or 0, period, **VICTIMS, **fields)
    return made if value is not None else replace(masked(), period_start=period[0], period_end=period[1])


def test_it_is_printed_as_the_publisher_printed_it() -> None:
    assert value_text(masked(), words_of("en")) == value_text(masked(), words_of("ru")) == "<5"
    assert not rate_predicate([])(masked())


def test_a_masked_part_makes_no_sum_and_no_masked_total_is_compared_with_its_parts() -> None:
    women, men = figure(9, YEAR, sex="female", **VICTIMS), masked(sex="male")
    assert differences([figure(30, YEAR, **VICTIMS), women, men]) == ()
    assert differences([figure(30, YEAR, **VICTIMS), women, figure(4, YEAR, sex="male", **VICTIMS)])


@pytest.mark.parametrize(("value", "found"), [(0, 0), (4, 0), (5, 1), (40, 1)])
def test_it_differs_only_from_what_lies_outside_of_0_to_4(value: float, found: int) -> None:
    other = figure(value, YEAR, reporter="Other ministry", source_id="other", **VICTIMS)
    assert len(differences([masked(), other])) == found
    same_source = figure(value, YEAR, source_locator="L9", **VICTIMS)
    assert len(differences([masked(), same_source])) == found


def test_a_masked_part_says_nothing_about_the_whole_of_another_body() -> None:
    whole = figure(15, YEAR, reporter="Other ministry", source_id="other", **VICTIMS)
    assert differences([masked(sex="male"), whole]) == ()


def test_a_line_breaks_at_a_gap_a_masked_figure_and_another_body() -> None:
    rows = [year(2015, 3), year(2016, 4), year(2018, 5), year(2019, None), year(2020, 6), year(2021, 7, reporter="B")]
    found = [[each.period_start.year for each in part if each.period_start] for part in segments(rows[::-1])]
    assert found == [[2015, 2016], [2018], [2019], [2020], [2021]]


def test_two_sources_of_one_class_are_no_break() -> None:
    rows = [year(2015, 3, source_id="a"), year(2016, 4, source_id="b")]
    sources = [
        Source(source_id=name, source_class=SourceClass.STATE_SUBMISSION, title=name, body="B", date=date(2020, 1, 1))
        for name in ("a", "b")
    ]
    assert len(segments(rows, sources)) == 1
    other = [sources[0], replace(sources[1], source_class=SourceClass.INTERNATIONAL_STATISTICS)]
    assert [columns for _, columns in breaks(rows, other)] == [("source_id",)]
    assert len(segments(rows, other)) == 2
