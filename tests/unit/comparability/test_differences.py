"""Planted differences are found and planted agreements are not: invented figures, drawn by a seeded generator."""

import random
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from bukhara.comparability.differences import differences, groups
from bukhara.model.codes import Qualifier
from bukhara.model.difference import Cause, DifferenceKind, DifferenceStatus
from bukhara.model.observation import Observation
from tests.unit.views.observed import HALF, JANUARY_JULY, MONTHS_18, YEAR, change, figure, support

Rows = list[Observation]
SEEDS = range(4)
SECOND_HALF = (date(2022, 7, 1), date(2022, 12, 31))
FIRST_HALF = (date(2022, 1, 1), date(2022, 6, 30))
WIDE = {"indicator": "CTX-registered-related", "offence_class": "trafficking_and_related"}
VICTIMS = {"indicator": "CTX-victims", "stage": "identified", "counting_unit": "victim"}
CLASSES = ("trafficking", "trafficking_minors", "pimping_brothel", "illegal_labour_migration")
OTHER = {"reporter": "Other ministry", "source_locator": "L9"}
MORE = {"qualifier": Qualifier.AT_LEAST}


def sexes(rng: random.Random, off: int) -> Rows:
    women, men = rng.randint(5, 90), rng.randint(5, 90)
    total = figure(women + men + off, **VICTIMS)
    return [total, figure(women, sex="female", **VICTIMS), figure(men, sex="male", **VICTIMS)]


def ages(rng: random.Random, off: int) -> Rows:
    parts = [figure(rng.randint(3, 60), age_group=a, **VICTIMS) for a in ("adult", "minor")]
    return [*parts, figure(sum(p.value or 0 for p in parts) - off, **VICTIMS)]


def headings(rng: random.Random, off: int) -> Rows:
    named = CLASSES[: rng.randint(2, 4)]
    parts = [figure(rng.randint(4, 80), MONTHS_18, offence_class=c) for c in named]
    return [figure(sum(p.value or 0 for p in parts) + off, MONTHS_18, **WIDE), *parts]


def articles(rng: random.Random, off: int) -> Rows:
    kinds = ("web_article", "broadcast", "periodical_article")
    fields = {"indicator": "BD-15.4", "stage": "", "offence_class": ""}
    parts = [figure(rng.randint(50, 900), (None, None), counting_unit=k, **fields) for k in kinds]
    whole = figure(sum(p.value or 0 for p in parts) + off, (None, None), counting_unit="publication", **fields)
    return [*parts, whole]


def halves(rng: random.Random, off: int) -> Rows:
    one, two = figure(rng.randint(5, 50), FIRST_HALF), figure(rng.randint(5, 50), SECOND_HALF)
    return [figure((one.value or 0) + (two.value or 0) + off, YEAR, **OTHER), one, two]


def table(rng: random.Random, off: int) -> Rows:
    cells = [(s, a) for s in ("female", "male") for a in ("adult", "minor")]
    parts = [figure(rng.randint(2, 30), sex=s, age_group=a, **VICTIMS) for s, a in cells]
    return [figure(sum(p.value or 0 for p in parts) + off, **VICTIMS), *parts]


def two_bodies(rng: random.Random, off: int) -> Rows:
    n = rng.randint(10, 90)
    return [figure(n), figure(n + off, **OTHER)]


def two_bodies_in_other_units(rng: random.Random, off: int) -> Rows:
    n = rng.randint(3, 40)
    fields = {"indicator": "CTX-groups", "stage": "", "offence_class": ""}
    later = {"period_label": "2021 or 2022", "counting_unit": "network"}
    return [figure(n, counting_unit="group", **fields), figure(n + off, (None, None), **fields, **later, **OTHER)]


def annual(rng: random.Random, off: int) -> Rows:
    n = rng.randint(20, 90)
    usual = figure(n, (None, None), period_label="every year", **MORE, **OTHER)
    return [usual, figure(n - off if off else n + rng.randint(0, 9), YEAR)]


def minors(rng: random.Random, off: int) -> Rows:
    n = rng.randint(10, 60)
    return [figure(n), figure(n + off if off else rng.randint(0, n), age_group="minor")]


def half_of_a_year(rng: random.Random, off: int) -> Rows:
    n = rng.randint(10, 60)
    return [figure(n, YEAR), figure(n + off if off else rng.randint(0, n), FIRST_HALF, **OTHER)]


def none_and_some(rng: random.Random, off: int) -> Rows:
    # With nothing off there is a case for the victims to belong to.
    victims = figure(rng.randint(2, 9), HALF, identifying_body="civil_society", **VICTIMS, **OTHER)
    return [figure(0 if off else rng.randint(1, 5), JANUARY_JULY), victims]


def support_given_twice(rng: random.Random, off: int) -> Rows:
    n = rng.randint(100, 9000)
    fields = {"indicator": "PRT-supported", "counting_unit": "beneficiary", "kind_of_support": "direct_assistance"}
    return [support(n, **fields), support(n + off, source_locator="L7", **fields)]


PLANTS: tuple[Callable[[random.Random, int], Rows], ...] = (
    sexes, ages, headings, articles, halves, table, two_bodies, two_bodies_in_other_units, annual, minors,
    half_of_a_year, none_and_some, support_given_twice,
)  # fmt: skip


def planted(*, off: bool) -> Iterator[Any]:
    for plant in PLANTS:
        # numbers of the stored fixture were drawn under the former name of this function
        name = plant.__name__.replace("support_given_twice", "support_told_twice")
        for seed in SEEDS:
            rng = random.Random(f"{name} {seed}")
            yield pytest.param(plant(rng, rng.randint(1, 12) if off else 0), id=f"{name}-{seed}")


DIFFERING, AGREEING = list(planted(off=True)), list(planted(off=False))


def test_there_are_enough_planted_cases() -> None:
    assert len(DIFFERING) >= 30
    assert len(AGREEING) >= 30


@pytest.mark.parametrize("rows", DIFFERING)
def test_a_planted_difference_is_found_and_named_alike_in_any_order_of_rows(rows: Rows) -> None:
    (found,) = differences(rows)
    assert [d.group for d in differences(rows[::-1])] == [found.group]
    assert {o.observation_id for o in found.observations} == {o.observation_id for o in rows}
    assert found.first != found.second
    assert found.status is DifferenceStatus.OPEN


@pytest.mark.parametrize("rows", AGREEING)
def test_planted_agreement_raises_no_alarm(rows: Rows) -> None:
    assert differences(rows) == ()


@pytest.mark.parametrize("rows", DIFFERING[::4])
def test_the_note_is_not_read(rows: Rows) -> None:
    from dataclasses import replace

    noted = [replace(o, note="This differs from L9.") for o in rows]
    assert [d.group for d in differences(noted)] == [d.group for d in differences(rows)]


def test_a_part_beside_a_larger_whole_is_no_difference() -> None:
    women = figure(49, MONTHS_18, sex="female", **VICTIMS)
    every = figure(200, MONTHS_18, **MORE, **VICTIMS, **OTHER)
    assert differences([women, every]) == ()
    (larger,) = differences(
        [figure(249, MONTHS_18, sex="female", **VICTIMS), figure(200, MONTHS_18, **VICTIMS, **OTHER)]
    )
    assert (larger.kind, larger.causes) == (DifferenceKind.PART_LARGER, (Cause.OTHER_BASKET, Cause.OTHER_BODY))
    assert differences([figure(24), figure(86, **WIDE, **OTHER)]) == ()


def test_the_same_two_accounts_are_listed_once() -> None:
    portal = {"reporter": "UNODC", "source_id": "portal"}
    every = [figure(30, MONTHS_18), figure(39, **portal)]
    men = [figure(2, MONTHS_18, sex="male"), figure(15, sex="male", **portal)]
    (found,) = differences([*men, *every])
    assert (found.first, found.second) == (30, 39)
    assert [(each.first, each.second) for each in differences(men)] == [(2, 15)]


def test_a_zero_beside_the_cases_of_a_body_is_not_listed_again_beside_its_victims() -> None:
    zero, other = figure(0, JANUARY_JULY), figure(2, (date(2023, 1, 1), date(2023, 7, 28)), **OTHER)
    victims = figure(6, HALF, **VICTIMS, **OTHER)
    assert [each.kind for each in differences([zero, other, victims])] == [DifferenceKind.TWO_VALUES]
    assert [each.kind for each in differences([zero, victims])] == [DifferenceKind.ZERO_BESIDE]


def test_what_agrees_or_may_agree_is_no_difference() -> None:
    over = figure(9000, source_locator="L161", **MORE)
    assert differences([over, figure(9287, source_locator="L386")]) == ()
    assert len(differences([over, figure(8287, source_locator="L386")])) == 1
    network = figure(2, (None, None), period_label="2021 or 2022", sex="female", **OTHER)
    assert differences([figure(1), network]) == ()


def test_equal_numbers_of_two_documents_are_no_difference() -> None:
    heading = figure(64, **WIDE, **OTHER)
    assert [each.kind for each in differences([heading, figure(64)])] == [DifferenceKind.TWO_LABELS]
    assert differences([heading, figure(64, source_id="portal")]) == ()


def test_women_of_one_body_are_compared_with_its_own_total() -> None:
    women, own = figure(49, sex="female", **VICTIMS), figure(200, **VICTIMS)
    assert differences([women, own, figure(200, **VICTIMS, **OTHER)]) == ()


def test_one_number_under_two_headings_is_found() -> None:
    first = figure(86, YEAR, quote="86 cases of trafficking in persons", **WIDE, **OTHER)
    second = figure(113, HALF, quote="113 such cases of trafficking", **WIDE, **OTHER)
    both = figure(199, MONTHS_18, quote="199 cases of trafficking and related crimes", **WIDE)
    (found,) = differences([both, first, second])
    assert (found.kind, found.cause, found.gap) == (DifferenceKind.TWO_LABELS, Cause.OTHER_BASKET, 0)


def test_shares_that_pass_a_hundred_are_found_and_those_that_fall_short_are_not() -> None:
    def shares(*values: float) -> Rows:
        forms = ("sexual_exploitation", "labour_exploitation", "forced_begging")
        return [figure(v, unit="percent", form_of_exploitation=f) for v, f in zip(values, forms, strict=False)]

    assert differences(shares(76, 15)) == ()
    assert [d.kind for d in differences(shares(76, 35, 9))] == [DifferenceKind.SHARES_TOTAL]


@pytest.mark.parametrize(
    "rows",
    [
        [change(2), change(20, **OTHER)],
        [figure(5), figure(9, country="KGZ", **OTHER)],
        [figure(5, YEAR), figure(9, HALF, **OTHER)],
        [figure(5), figure(9, stage="convicted", **OTHER)],
        [figure(5), figure(9, territorial_scope="abroad", **OTHER)],
        [figure(11, indicator="CTX-groups", counting_unit="person"), figure(2, indicator="CTX-groups", counting_unit="group", **OTHER)],
        [support(40), support(90, partner="Other partner", reporter="Other partner")],
        [figure(9, qualifier=Qualifier.ABOUT), figure(9.5, **OTHER)],
        [figure(0, (date(2021, 1, 1), date(2023, 7, 28)), period_label="since 2021"), figure(0, (None, None), period_label="in recent years", **OTHER)],
    ],
    ids=["changes", "states", "periods", "stages", "places", "things", "partners", "about", "two zeros"],
)  # fmt: skip
def test_figures_of_different_concepts_give_no_difference(rows: Rows) -> None:
    assert differences(rows) == ()


def test_a_figure_in_two_differences_names_both() -> None:
    zero = figure(0, JANUARY_JULY)
    case = figure(2, (date(2023, 1, 1), date(2023, 7, 28)), indicator="CTX-proceedings", stage="initiated", **OTHER)
    victims = figure(6, HALF, reporter="Lawyers", **VICTIMS)
    found = differences([zero, case, victims])
    assert len(found) == 2
    assert groups(found)[zero.observation_id].count(" | ") == 1


def test_a_later_source_of_the_same_body_is_a_revision() -> None:
    (found,) = differences([figure(5), figure(7, source_id="later")])
    assert found.cause is Cause.REVISION


def test_parts_that_the_disclosure_rule_rounded_down_agree_with_their_total() -> None:
    rounded = {"qualifier": Qualifier.ABOUT, **VICTIMS}
    women = figure(70, sex="female", value_low=70, value_high=79, **rounded)
    men = figure(30, sex="male", value_low=30, value_high=39, **rounded)
    assert differences([figure(111, **VICTIMS), women, men]) == ()
    assert len(differences([figure(150, **VICTIMS), women, men])) == 1
