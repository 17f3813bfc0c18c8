"""Properties of the guard: one answer however it is asked, a mask that stays, and rounding that does not lie."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bukhara.disclosure import Kept, Policy, protect
from bukhara.disclosure.rounding import reach, rounded
from bukhara.model.codes import Qualifier, SourceClass, State
from tests.properties.disclosure_tables import POLICY, SOURCE, invented, row

SEEDS = st.integers(0, 5000)
# A linear program takes its time on a busy machine; a table is large, so few of them tell much.
unhurried = settings(deadline=None, max_examples=20)
PRINTED = replace(SOURCE, source_id="report", source_class=SourceClass.CONFERENCE_REPORT)


def shown(rows, policy=POLICY, sources=(SOURCE,)):
    return protect(rows, sources, policy).observations


def hidden(rows, policy=POLICY, kept=None):
    found = protect(rows, [SOURCE], policy, kept or Kept()).observations
    return {n for n, one in enumerate(found) if one.state is State.SUPPRESSED}


def keyed(rows):
    return {(r.country, r.sex, r.age_group, r.form_of_exploitation, r.period_start, r.period_end) for r in rows}


def suppressed(rows):
    return keyed(r for r in rows if r.state is State.SUPPRESSED)


@unhurried
@given(SEEDS, st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(seed: int, chance: random.Random) -> None:
    rows = invented(seed).rows()
    mixed = chance.sample(rows, len(rows))
    assert dict(zip(map(id, mixed), shown(mixed), strict=True)) == dict(zip(map(id, rows), shown(rows), strict=True))


@unhurried
@given(SEEDS, SEEDS)
def test_rows_elsewhere_unmask_nothing(seed: int, other: int) -> None:
    rows = invented(seed).rows()
    elsewhere = [replace(r, country="UZB") for r in invented(other).rows()]
    later = [replace(r, period_start=date(2024, 1, 1), period_end=date(2024, 12, 31)) for r in elsewhere]
    assert shown([*elsewhere, *rows, *later])[len(elsewhere) : -len(later)] == shown(rows)


@unhurried
@given(SEEDS, st.sampled_from([5, 10, 11]))
def test_asking_again_gives_the_same(seed: int, threshold: int) -> None:
    rows, policy = invented(seed).rows(), Policy(victims=threshold)
    assert shown(rows, policy) == shown(list(rows), policy)


@unhurried
@given(SEEDS, st.sampled_from([5, 10, 11]))
def test_no_small_number_of_victims_is_shown_nor_told_in_words(seed: int, threshold: int) -> None:
    rows = invented(seed).rows()
    for given_, seen in zip(rows, shown(rows, Policy(victims=threshold)), strict=True):
        crossed = given_.sex or given_.age_group or given_.form_of_exploitation
        if crossed and 0 < given_.value < threshold:
            assert (seen.state, seen.value, seen.value_low, seen.value_high) == (State.SUPPRESSED, None, None, None)
            assert (seen.quote, seen.note, seen.revision_reason, seen.qualifier) == ("", "", "", None)


@unhurried
@given(SEEDS, SEEDS)
def test_what_one_release_withheld_the_next_withholds_too(seed: int, later: int) -> None:
    rows = invented(seed).rows()
    first = protect(rows, [SOURCE], POLICY)
    chance = random.Random(later)
    revised = [replace(r, value=r.value + chance.choice([0, 0, 1, 30])) for r in rows]
    assert suppressed(first.observations) <= suppressed(protect(revised, [SOURCE], POLICY, first.kept).observations)


@unhurried
@given(SEEDS)
def test_the_same_rows_in_the_next_release_look_the_same(seed: int) -> None:
    rows = invented(seed).rows()
    first = protect(rows, [SOURCE], POLICY)
    assert protect(rows, [SOURCE], POLICY, first.kept).observations == first.observations


def test_a_row_added_in_a_later_release_is_held_against_what_was_shown_before() -> None:
    first = protect([row(60.0), row(40.0, ("female", "", "", ""))], [SOURCE], POLICY)
    assert [r.state for r in first.observations] == [State.VALUE, State.VALUE]
    added = [row(60.0), row(40.0, ("female", "", "", "")), row(4.0, ("female", "minor", "", ""))]
    assert [r.state for r in protect(added, [SOURCE], POLICY, first.kept).observations] == [
        *(State.VALUE, State.VALUE),
        State.SUPPRESSED,
    ]


@pytest.mark.parametrize("base", [1, 5, 10, 11])
def test_rounding_of_everything_up_to_a_thousand(base: int) -> None:
    before = 0.0
    for count in range(1001):
        value = rounded(count, base)
        low, high = reach(count, count, base)
        assert value % base == 0
        assert 0 <= count - value < base
        assert value >= before
        assert low == value <= count <= high == value + base - 1
        before = value


def test_a_shown_breakdown_is_rounded_down_and_says_its_bounds() -> None:
    (seen,) = shown([row(37.0, ("female", "", "", ""))])
    assert (seen.value, seen.value_low, seen.value_high, seen.qualifier) == (30, 30, 39, Qualifier.ABOUT)
    assert seen.note == ""


def test_a_zero_part_of_a_group_is_withheld_like_any_small_number() -> None:
    assert hidden([row(60.0), row(0.0, ("", "minor", "", ""))]) == {1}


def test_a_zero_whole_and_its_parts_are_shown() -> None:
    assert hidden([row(0.0), row(0.0, ("", "minor", "", ""))]) == set()


def test_a_half_year_cannot_be_had_from_the_year_and_the_other_half() -> None:
    rows = [row(43.0), row(40.0, ("", "", "", "S1"))]
    assert hidden(rows) != set()


def test_what_an_authority_withheld_cannot_be_had_from_the_rest() -> None:
    away = replace(row(None, ("male", "", "", "")), state=State.SUPPRESSED)
    assert hidden([row(42.0), row(41.0, ("female", "", "", "")), away], Policy(rounding=1)) > {2}


def test_published_figures_stay_as_published() -> None:
    rows = [replace(r, source_id="report") for r in (row(6.0), row(2.0, ("female", "", "", "")))]
    assert list(shown(rows, sources=(PRINTED,))) == rows


@pytest.mark.parametrize(
    "not_public",
    [
        replace(PRINTED, access="internal"),
        replace(PRINTED, body=""),
        *(replace(PRINTED, source_class=c) for c in (SourceClass.STATE_SUBMISSION, SourceClass.EXERCISE)),
    ],
)
def test_what_nobody_published_is_not_exempt(not_public) -> None:
    (seen,) = shown([replace(row(2.0, ("female", "", "", "")), source_id="report")], sources=(not_public,))
    assert seen.state is State.SUPPRESSED


def test_a_published_number_is_part_of_what_a_reader_knows() -> None:
    printed = replace(row(40.0, ("female", "", "", "")), source_id="report")
    rows = [row(43.0), printed, row(3.0, ("male", "", "", ""))]
    seen = shown(rows, sources=(SOURCE, PRINTED))
    assert [r.state for r in seen] == [State.SUPPRESSED, State.VALUE, State.SUPPRESSED]


def test_offences_and_cases_are_not_persons() -> None:
    rows = [row(2.0, counting_unit=unit, stage="registered") for unit in ("offence", "case", "offence or case")]
    assert list(shown(rows)) == rows


def test_a_unit_that_nobody_thought_of_counts_as_persons() -> None:
    assert hidden([row(2.0, counting_unit="survivor")]) == {0}


def test_other_persons_have_their_own_threshold_and_are_not_rounded() -> None:
    rows = [
        row(value, counting_unit="person", stage=stage) for value, stage in ((4.0, "prosecuted"), (7.0, "convicted"))
    ]
    assert [(r.state, r.value) for r in shown(rows)] == [(State.SUPPRESSED, None), (State.VALUE, 7.0)]


def test_a_share_that_gives_a_small_number_away_is_withheld() -> None:
    share = row(10.0, ("", "minor", "", ""), unit="percent")
    assert hidden([row(40.0), share]) == {1}


def test_gaps_stay_the_gaps_they_are() -> None:
    gaps = [replace(row(None), state=s) for s in State if s not in (State.VALUE, State.SUPPRESSED)]
    assert [r.state for r in shown([*gaps, row(3.0)])[:-1]] == [r.state for r in gaps]


def test_numbers_that_cannot_all_be_true_are_withheld_together_beside_a_small_one() -> None:
    rows = [row(20.0), row(90.0, ("female", "", "", "")), row(3.0, ("male", "", "", ""))]
    assert hidden(rows) == {0, 1, 2}


def test_the_guard_can_be_switched_off_for_a_machine_of_one() -> None:
    rows = [row(3.0)]
    assert list(shown(rows, Policy(guard=False))) == rows
