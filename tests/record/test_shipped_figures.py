"""The statistics against an independent reading of the report, and against what must never be got wrong."""

import csv
from collections import Counter

import pytest

from bukhara.comparability.keys import comparability_key, differing
from bukhara.model.codes import Qualifier, State
from bukhara.model.groups import group_by
from bukhara.model.period import PeriodType
from tests.quoting import FIXTURES
from tests.record.conftest import lines

# Told in the independent reading, left out of the workbook: how meetings and projects are organised, not what they reach.
ORGANISATIONAL = {
    (103, "5"): "countries in a session",
    (187, "5"): "countries in a session",
    (207, "3"): "regions of one country in which a network worked",
    (370, "4"): "directions of work of UNODC",
    (386, "4"): "objectives of a project",
    (408, "4"): "components of a project",
    (416, "1"): "the two initiatives told one by one",
    (438, "100"): "'all' border crossing points",
}
# In the workbook, not in the independent reading: an article that stands for one, a sentence cited twice.
ONE_BY_ARTICLE = {(205, "1"), (207, "1"), (252, "2"), (372, "1")}
# Printed as ten other state bodies, beside two that are named: twelve in the workbook.
BY_ADDITION = {(211, "10"): (211, "12")}


def read_value(text: str) -> str:
    return text if "-" in text[1:] else f"{float(text):g}" if text else ""


def value_of(figure) -> str:
    if figure.qualifier is Qualifier.RANGE:
        return f"{figure.value_low:g}-{figure.value_high:g}"
    return "" if figure.value is None else f"{figure.value:g}"


@pytest.fixture(scope="module")
def listed():
    with (FIXTURES / "report_figures.csv").open(encoding="utf-8") as file:
        return Counter((int(r["line"].lstrip("L")), read_value(r["value"])) for r in csv.DictReader(file))


@pytest.fixture(scope="module")
def recorded(figures):
    printed = [o for o in figures if o.state in (State.VALUE, State.NOT_AVAILABLE) and not o.is_mention]
    return Counter((line, value_of(o)) for o in printed for line in lines(o.source_locator))


def test_every_figure_of_the_independent_reading_is_in_the_workbook(listed, recorded) -> None:
    missing = set(listed - recorded)
    assert missing - ORGANISATIONAL.keys() == BY_ADDITION.keys()


def test_the_workbook_has_no_figure_that_the_independent_reading_does_not_know(listed, recorded) -> None:
    assert set(recorded - listed) - ONE_BY_ARTICLE == set(BY_ADDITION.values())


def test_the_independent_reading_is_large_enough_to_mean_something(listed, recorded) -> None:
    assert sum(listed.values()) >= 120
    assert sum(recorded.values()) >= 110


def only(figures, **wanted):
    found = [o for o in figures if all(getattr(o, name) == value for name, value in wanted.items())]
    assert len(found) == 1, found
    return found[0]


def test_kazakhstan_first_half_2023(figures) -> None:
    half = [o for o in figures if o.country == "KAZ" and o.period.code == "2023-S1"]
    assert only(half, offence_class="trafficking_and_related", stage="registered").value == 110
    assert only(half, offence_class="trafficking", age_group="").value == 24
    groups = only(half, indicator="CTX-groups")
    assert (groups.state, groups.value) == (State.NOT_AVAILABLE, None)


def test_the_kyrgyz_zero_is_beside_six_persons_with_victim_status(figures) -> None:
    kgz = [o for o in figures if o.country == "KGZ"]
    zero = only(kgz, indicator="CTX-registered-strict", value=0)
    assert zero.period.code == "2023-01-01/P7M"
    six = only(kgz, indicator="CTX-victims", value=6)
    assert (six.identifying_body, six.period.code) == ("civil_society", "2023-S1")
    assert zero.reporter != six.reporter


def test_tajik_eighteen_months_with_labour_migration_apart(figures) -> None:
    pooled = [o for o in figures if o.country == "TJK" and o.period.months == 18]
    assert only(pooled, value=199).offence_class == "trafficking_and_related"
    assert only(pooled, value=123).offence_class == "illegal_labour_migration"
    assert only(pooled, value=58).offence_class == "trafficking"


def test_turkmen_zero_is_reported_by_the_prosecutor_generals_office(figures) -> None:
    zero = only(
        figures,
        country="TKM",
        indicator="CTX-registered-strict",
        value=0,
        reporter="Prosecutor General's Office of Turkmenistan",
    )
    assert zero.state is State.VALUE
    assert zero.period_start.year == 2021


def test_uzbek_percentages_have_no_base_and_are_no_counts(figures) -> None:
    changes = [o for o in figures if o.qualifier is Qualifier.CHANGE_PERCENT]
    assert {(o.country, o.value) for o in changes} == {("UZB", 2), ("UZB", 4), ("UZB", 20)}
    assert {o.unit for o in changes} == {"percent"}


def test_zero_is_a_value_and_a_gap_has_none(figures) -> None:
    assert all((o.value is not None or o.value_low is not None) == (o.state is State.VALUE) for o in figures)
    assert len([o for o in figures if o.value == 0]) >= 2


def test_no_row_says_that_a_state_did_not_report(figures, statements) -> None:
    assert [r for r in [*figures, *statements] if r.state is State.NOT_REPORTED] == []


def test_no_figure_counts_cases_or_victims_of_the_region(figures) -> None:
    persons = {"victim", "case", "offence"}
    assert [o for o in figures if o.country == "REG" and o.unit == "count" and o.counting_unit in persons] == []


def test_periods_that_differ_in_kind_never_share_a_key(figures) -> None:
    kinds = {}
    for o in figures:
        kinds.setdefault(comparability_key(o), set()).add(o.period.type)
    assert all(len(types) == 1 for types in kinds.values())
    assert {PeriodType.YEAR, PeriodType.HALF_YEAR, PeriodType.MONTHS} <= {o.period.type for o in figures}


def test_figures_with_one_published_key_differ_in_nothing_that_pages_keep_apart(figures) -> None:
    rows = group_by(figures, comparability_key)
    assert {key: differing(each) for key, each in rows.items() if differing(each)} == {}


def test_every_figure_and_every_statement_has_a_name_of_its_own(figures, statements) -> None:
    stated = [s for s in statements if s.state is State.VALUE]
    assert len({o.observation_id for o in figures}) == len(figures)
    assert len({s.evidence_id for s in stated}) == len(stated)
