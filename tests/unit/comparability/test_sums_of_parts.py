"""The parts that may be added and compared with a total."""

import pytest

from bukhara.comparability.differences import differences
from bukhara.model.difference import DifferenceKind
from tests.unit.views.observed import figure

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
