"""The parts that may be added and compared with a total; masked figures are in no sum, and a line breaks where it must."""

from dataclasses import replace
from datetime import date

import pytest

from bukhara.comparability.differences import differences
from bukhara.comparability.rate import rate_predicate
from bukhara.comparability.series import breaks, segments
from bukhara.i18n.figures import value_text
from bukhara.i18n.words import words_of
from bukhara.model.codes import Qualifier, SourceClass
from bukhara.model.difference import DifferenceKind
from bukhara.model.observation import Observation
from bukhara.model.source import Source
from tests.unit.views.observed import YEAR, figure

VICTIMS = {"indicator": "CTX-victims", "stage": "identified", "counting_unit": "victim"}
WIDE = {"indicator": "CTX-registered-related", "offence_class": "trafficking_and_related"}
ELSEWHERE = {"source_locator": "L9"}


def kinds(*rows) -> list[DifferenceKind]:
    return [found.kind for found in differences(rows)]


def victims(value: float, **fields):
    return figure(value, **VICTIMS, **fields)


def test_two_forms_of_another_passage_need_not_add_up_to_the_total() -> None:
    forms = [("sexual_exploitation", 30), ("labour_exploitation", 12)]
    parts = [victims(n, form_of_exploitation=form, **ELSEWHERE) for form, n in forms]
    assert kinds(victims(45), *parts) == []
    assert kinds(victims(40), *parts) == [DifferenceKind.PARTS_TOTAL]


def test_forms_in_the_passage_of_their_total_count_as_a_complete_list() -> None:
    parts = [victims(n, form_of_exploitation=f) for f, n in (("sexual_exploitation", 30), ("labour_exploitation", 12))]
    assert kinds(victims(45), *parts) == [DifferenceKind.PARTS_TOTAL]


def test_citizens_of_one_state_are_among_the_foreign_ones() -> None:
    parts = [victims(15, citizenship="KAZ"), victims(5, citizenship="foreign"), victims(3, citizenship="UZB")]
    assert kinds(victims(20), *parts) == []
    assert kinds(victims(18), *parts) == [DifferenceKind.PARTS_TOTAL]


def test_a_band_of_years_lies_across_minors_and_adults() -> None:
    parts = [victims(20, age_group="adult"), victims(9, age_group="minor"), victims(18, age_group="15-29")]
    assert kinds(victims(29), *parts) == []


@pytest.mark.parametrize("minors_within", [True, False])
def test_trafficking_in_minors_may_or_may_not_be_in_the_number_of_trafficking(minors_within: bool) -> None:
    classes = {"trafficking": 24, "trafficking_minors": 16, "pimping_brothel": 67}
    parts = [figure(n, offence_class=name) for name, n in classes.items()]
    assert kinds(figure(91 if minors_within else 107, **WIDE), *parts) == []
    assert kinds(figure(100, **WIDE), *parts) == [DifferenceKind.PARTS_TOTAL]


def test_a_region_is_a_part_of_its_country() -> None:
    country = figure(18, territorial_scope="national")
    other = {"source_id": "later", "reporter": "Other ministry"}
    assert kinds(country, figure(25, territorial_scope="regional", **other)) == [DifferenceKind.PART_LARGER]
    assert kinds(country, figure(8, territorial_scope="regional", **other)) == []


def test_two_bodies_may_report_on_two_regions() -> None:
    one = figure(8, territorial_scope="regional")
    assert kinds(one, figure(10, territorial_scope="regional", reporter="Other ministry", **ELSEWHERE)) == []


def test_an_article_of_law_is_a_part_of_its_class() -> None:
    assert kinds(figure(16), figure(20, legal_article="128", source_id="later")) == [DifferenceKind.PART_LARGER]
    assert kinds(figure(16), figure(14, legal_article="128", source_id="later")) == []


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
    found = [[each.period_start.year for each in part if each.period_start] for part in segments(rows[::-1], ())]
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
