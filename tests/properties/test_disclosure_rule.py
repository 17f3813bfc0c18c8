"""Properties of the disclosure rule: no small count is shown, in whatever order and however often it is applied."""

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bukhara.disclosure import Policy, protect
from bukhara.disclosure.rounding import nearest
from bukhara.model.codes import Qualifier, SourceClass, State
from tests.properties.disclosure_tables import POLICY, SOURCE, invented, row
from tests.properties.disclosure_words import citizens

SEEDS = st.integers(0, 5000)
TABLES = st.one_of(SEEDS.map(invented), SEEDS.map(citizens)).map(lambda table: table.rows())
PRINTED = replace(SOURCE, source_id="report", source_class=SourceClass.CONFERENCE_REPORT, address="https://example.org")
FEMALE, MALE = ("female", "", "", ""), ("male", "", "", "")
FEMALE_MINOR, FEMALE_ADULT = ("female", "minor", "", ""), ("female", "adult", "", "")


def shown(rows, policy=POLICY, sources=(SOURCE, PRINTED)):
    return protect(rows, sources, policy)


def numbers(*rows):
    """What is shown of rows: the number and its bounds, None where it is withheld."""
    return [(r.value, r.value_low, r.value_high) if r.state is State.VALUE else None for r in shown(rows)]


@given(TABLES, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(rows, chance: random.Random) -> None:
    mixed = chance.sample(rows, len(rows))
    assert dict(zip(map(id, mixed), shown(mixed), strict=True)) == dict(zip(map(id, rows), shown(rows), strict=True))


@given(TABLES, TABLES)
def test_rows_elsewhere_change_nothing(rows, other) -> None:
    elsewhere = [replace(r, country="UZB") for r in other]
    later = [replace(r, period_start=date(2024, 1, 1), period_end=date(2024, 12, 31)) for r in other]
    assert shown([*elsewhere, *rows, *later])[len(elsewhere) : -len(later)] == shown(rows)


@given(TABLES)
def test_applied_to_its_own_result_the_rule_changes_nothing(rows) -> None:
    assert shown(shown(rows)) == shown(rows)


@given(TABLES)
def test_no_small_count_is_shown_nor_written_beside_it(rows) -> None:
    for stored, seen in zip(rows, shown(rows), strict=True):
        assert (seen.quote, seen.note, seen.revision_reason) == ("", "", "")
        if stored.value < 10:
            assert (seen.state, seen.value, seen.value_low, seen.value_high) == (State.SUPPRESSED, None, None, None)


@given(TABLES)
def test_a_breakdown_is_shown_whole_or_not_at_all(rows) -> None:
    states = {}
    for stored, seen in zip(rows, shown(rows), strict=True):
        columns = [
            name for name in ("sex", "age_group", "form_of_exploitation", "citizenship") if getattr(stored, name)
        ]
        when = stored.period_start or date(2023, 1, 1), stored.period_end or date(2023, 12, 31)
        states.setdefault((*columns, *when), set()).add(seen.state)
    assert [name for name, found in states.items() if len(found) > 1] == []


@given(TABLES)
def test_published_figures_stay_as_published(rows) -> None:
    printed = [replace(r, source_id="report") for r in rows]
    assert list(shown(printed)) == printed


def test_every_count_up_to_a_thousand_is_within_its_bounds() -> None:
    for count in range(10, 1001):
        (seen,) = shown([row(float(count))])
        assert (seen.value % 5, seen.qualifier) == (0, Qualifier.ABOUT)
        assert max(10, seen.value - 2) == seen.value_low <= count <= seen.value_high == seen.value + 2
        assert seen.value == nearest(count, 5)


@pytest.mark.parametrize(
    ("count", "seen"), [(0, None), (9, None), (10, (10, 10, 12)), (12, (10, 10, 12)), (13, (15, 13, 17))]
)
def test_the_smallest_counts(count, seen) -> None:
    assert numbers(row(float(count))) == [seen]


def test_a_breakdown_with_a_withheld_part_leaves_its_total_alone() -> None:
    assert numbers(row(43.0), row(40.0, FEMALE), row(3.0, MALE)) == [(45, 43, 47), None, None]
    assert numbers(row(43.0), row(43.0, FEMALE), row(0.0, MALE)) == [(45, 43, 47), None, None]


def test_a_part_that_its_authority_withheld_hides_the_others() -> None:
    away = replace(row(None, MALE), state=State.SUPPRESSED)
    assert numbers(row(43.0), row(40.0, FEMALE), away) == [(45, 43, 47), None, None]


def test_a_finer_table_is_not_shown_without_the_coarser_one() -> None:
    finer = row(20.0, FEMALE_MINOR), row(20.0, FEMALE_ADULT)
    assert numbers(row(40.0, FEMALE), row(3.0, MALE), *finer) == [None] * 4
    assert numbers(row(40.0, FEMALE), row(13.0, MALE), *finer) == [(40, 38, 42), (15, 13, 17), *[(20, 18, 22)] * 2]
    assert numbers(row(8.0), row(40.0, FEMALE)) == [None, None]


def test_a_small_part_of_a_finer_table_leaves_the_coarser_one() -> None:
    assert numbers(row(40.0, FEMALE), row(38.0, FEMALE_ADULT), row(2.0, FEMALE_MINOR)) == [(40, 38, 42), None, None]


def test_another_unit_label_or_scope_for_the_same_is_the_same_breakdown() -> None:
    year = {"period_start": None, "period_end": None, "period_label": "2023"}
    for words in ({"counting_unit": "person"}, year, {"territorial_scope": "national"}):
        assert numbers(row(40.0, FEMALE), row(3.0, MALE, **words)) == [None, None]


def test_another_year_measure_or_country_is_another_breakdown() -> None:
    earlier = {"period_start": date(2022, 1, 1), "period_end": date(2022, 12, 31)}
    for other in (earlier, {"indicator": "CTX-assisted"}, {"country": "UZB"}):
        assert numbers(row(40.0, FEMALE), row(3.0, MALE, **other)) == [(40, 38, 42), None]


@pytest.mark.parametrize(
    ("stored", "seen"),
    [
        ({"value": 88.0, "qualifier": Qualifier.AT_LEAST}, (85, None, None)),
        ({"value": 9.0, "qualifier": Qualifier.AT_LEAST}, None),
        ({"value": 12.0, "qualifier": Qualifier.ABOUT}, (10, 8, 12)),
        ({"value": 222.0, "qualifier": Qualifier.ABOUT}, (220, 198, 242)),
        ({"value": None, "value_low": 11.0, "value_high": 22.0, "qualifier": Qualifier.RANGE}, (None, 10, 25)),
        ({"value": None, "value_low": 3.0, "value_high": 22.0, "qualifier": Qualifier.RANGE}, None),
        ({"value": None, "value_low": None, "value_high": 22.0, "qualifier": Qualifier.RANGE}, None),
        ({"value": None, "value_low": 44.0, "value_high": None, "qualifier": Qualifier.RANGE}, (None, 40, None)),
    ],
)
def test_counts_that_are_not_exact_stay_true(stored, seen) -> None:
    value = stored.pop("value")
    assert numbers(row(value, **stored)) == [seen]
    if seen:
        assert shown([row(value, **stored)])[0].qualifier is stored["qualifier"]


@pytest.mark.parametrize(
    "not_public",
    [
        replace(PRINTED, access="internal"),
        replace(PRINTED, body=""),
        replace(PRINTED, address=""),
        replace(PRINTED, source_class=SourceClass.EXERCISE),
    ],
)
def test_what_nobody_can_look_up_is_not_published(not_public) -> None:
    (seen,) = shown([row(2.0, source_id="report")], sources=(not_public,))
    assert seen.state is State.SUPPRESSED


@pytest.mark.parametrize("source_class", [each for each in SourceClass if each is not SourceClass.EXERCISE])
def test_whoever_published_a_figure_it_stays(source_class) -> None:
    stored = [row(2.0, source_id="report")]
    for where in ({"address": "https://example.org"}, {"address": "", "document_number": "12/345"}):
        assert list(shown(stored, sources=(replace(PRINTED, source_class=source_class, **where),))) == stored


def test_a_published_part_stays_beside_one_that_is_withheld() -> None:
    assert numbers(row(40.0, FEMALE, source_id="report"), row(3.0, MALE)) == [(40, None, None), None]


def test_offences_and_cases_are_not_persons() -> None:
    rows = [row(2.0, counting_unit=unit, stage="registered") for unit in ("offence", "case", "offence or case")]
    assert list(shown(rows)) == rows


def test_a_unit_that_nobody_thought_of_counts_as_persons() -> None:
    assert numbers(row(2.0, counting_unit="pilgrim")) == [None]


def test_gaps_stay_the_gaps_they_are() -> None:
    gaps = [replace(row(None), state=s) for s in State if s not in (State.VALUE, State.SUPPRESSED)]
    assert [*shown([*gaps, row(3.0)])][:-1] == gaps


def test_the_rule_can_be_switched_off_for_a_machine_of_one() -> None:
    rows = [row(3.0)]
    assert list(shown(rows, Policy(guard=False))) == rows
