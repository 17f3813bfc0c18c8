"""Figures of one source that contradict one another: what the rule finds, and that it never accuses a consistent table."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bukhara.comparability.keys import comparability_key
from bukhara.comparability.part_sums import disagreeing
from bukhara.model.codes import Qualifier
from bukhara.model.observation import BREAKDOWNS, MASKED, MASKED_TEXT, Observation
from tests.unit.views.observed import HALF, JANUARY_JULY, MONTHS_18, figure

SEXES, AGES, FORMS = ("female", "male"), ("adult", "minor"), ("forced_labour", "sexual_exploitation")


def cell(value: int | None, **breakdown: str) -> Observation:
    """Return a printed cell of persons prosecuted in 2022; None is printed as "<5"."""
    made = figure(value, indicator="CTX-prosecuted", counting_unit="person", source_locator=str(breakdown), **breakdown)
    if value is not None:
        return made
    low, high = MASKED
    number = {"value_low": low, "value_high": high, "qualifier": Qualifier.RANGE, "quote": MASKED_TEXT}
    return replace(made, state=cell(1).state, **number)


def found(*figures: Observation) -> list[Observation]:
    ids = disagreeing(figures)
    return [each for each in figures if each.observation_id in ids]


def test_minors_must_lie_within_the_bounds_of_girls_and_boys() -> None:
    girls, boys = cell(None, sex="female", age_group="minor"), cell(None, sex="male", age_group="minor")
    total, too_many = cell(43), cell(34, age_group="minor")
    assert found(total, too_many, girls, boys) == [too_many, girls, boys]
    assert found(total, cell(8, age_group="minor"), girls, boys) == []


def test_a_masked_total_below_its_women_disagrees() -> None:
    adults, women = cell(None, age_group="adult"), cell(5, age_group="adult", sex="female")
    assert found(adults, women) == [adults, women]
    assert found(adults, cell(4, age_group="adult", sex="female")) == []


def test_forms_of_exploitation_are_not_taken_to_overlap() -> None:
    whole, parts = cell(982), [cell(982, form_of_exploitation=form) for form in FORMS]
    assert found(whole, *parts) == [whole, *parts]
    assert found(whole, parts[0], cell(None, form_of_exploitation=FORMS[1])) == []


def test_forms_below_their_total_say_nothing_but_both_sexes_do() -> None:
    assert found(cell(100), *(cell(30, form_of_exploitation=form) for form in FORMS)) == []
    women, men = cell(28, sex="female"), cell(64, sex="male")
    assert found(cell(100), women, men) == [cell(100), women, men]
    assert found(cell(100), women) == []


def test_one_part_alone_can_be_more_than_its_total() -> None:
    whole, citizens = cell(70), cell(71, citizenship="TJK")
    assert found(whole, citizens) == [whole, citizens]


@pytest.mark.parametrize(
    "other",
    [
        {"source_id": "another"},
        {"period_start": HALF[0], "period_end": HALF[1]},
        {"indicator": "CTX-victims"},
        {"counting_unit": "case"},
        {"country": "KGZ"},
        {"reporter": "Other ministry"},
    ],
)
def test_only_figures_of_one_cell_are_compared(other) -> None:
    assert found(cell(10), replace(cell(11, sex="female"), **other)) == []


@given(
    st.lists(st.integers(0, 9), min_size=8, max_size=8),
    st.sets(st.integers(0, 26)),
)
def test_no_cell_of_a_table_that_adds_up_is_ever_marked(persons: list[int], left_out: set[int]) -> None:
    """Every person has a sex, an age and a form; each total is printed, masked below five, or left out."""
    counted = dict(zip(product(SEXES, AGES, FORMS), persons, strict=True))
    printed = []
    for n, limits in enumerate(product(("", *SEXES), ("", *AGES), ("", *FORMS))):
        number = sum(
            count for key, count in counted.items() if all(a in ("", b) for a, b in zip(limits, key, strict=True))
        )
        if n not in left_out:
            names = zip(("sex", "age_group", "form_of_exploitation"), limits, strict=True)
            printed.append(cell(number if number > 4 else None, **{name: code for name, code in names if code}))
    assert found(*printed) == []


@given(st.integers(0, 400), st.lists(st.integers(0, 400), min_size=2, max_size=2))
def test_two_sexes_are_marked_exactly_where_they_do_not_add_up(total: int, sexes: list[int]) -> None:
    parts = [cell(number, sex=sex) for sex, number in zip(SEXES, sexes, strict=True)]
    assert bool(found(cell(total), *parts)) == (sum(sexes) != total)


@pytest.mark.parametrize(
    "other",
    [
        figure(offence_class="trafficking_and_related"),
        figure(stage="convicted"),
        figure(counting_unit="person"),
        figure(unit="percent"),
        figure(legal_article="128"),
        figure(identifying_body="civil_society"),
        figure(territorial_scope="regional"),
        *(figure(**{name: "other"}) for name in BREAKDOWNS),
        figure(period=HALF),
        figure(period=JANUARY_JULY),
        figure(period=MONTHS_18),
        figure(qualifier=Qualifier.CHANGE_PERCENT),
    ],
)
def test_a_figure_that_counts_something_else_has_another_key(other) -> None:
    assert comparability_key(other) != comparability_key(figure())


@pytest.mark.parametrize(
    "other", [figure(9), figure(country="UZB"), figure(reporter="Society"), figure(source_id="s2"), figure(note="n")]
)
def test_reporter_and_value_are_not_part_of_the_key(other) -> None:
    assert comparability_key(other) == comparability_key(figure())
