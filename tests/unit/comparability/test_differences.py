"""Which figures differ and which may both be true, one rule at a time; tests/record has sixty planted cases."""

from datetime import date

import pytest

from bukhara.comparability.differences import differences, groups
from bukhara.model.codes import Qualifier
from bukhara.model.difference import Cause, DifferenceKind
from bukhara.model.observation import Observation
from tests.unit.views.observed import HALF, JANUARY_JULY, MONTHS_18, YEAR, change, figure, support

Rows = list[Observation]
WIDE = {"indicator": "CTX-registered-related", "offence_class": "trafficking_and_related"}
VICTIMS = {"indicator": "CTX-victims", "stage": "identified", "counting_unit": "victim"}
OTHER = {"reporter": "Other ministry", "source_locator": "L9"}
MORE = {"qualifier": Qualifier.AT_LEAST}


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


def test_one_number_at_two_stages_of_one_source_is_found_and_of_two_sources_not() -> None:
    registered, investigated = figure(110), figure(110, stage="investigated")
    (found,) = differences([registered, investigated])
    assert (found.kind, found.causes) == (DifferenceKind.TWO_LABELS, (Cause.OTHER_STAGE,))
    assert differences([registered, figure(110, stage="investigated", source_id="portal")]) == ()


def test_what_was_filed_here_under_one_heading_is_no_difference_of_sources() -> None:
    first = figure(86, YEAR, quote="86 cases of trafficking in persons", **WIDE, **OTHER)
    second = figure(113, HALF, quote="113 such cases of trafficking", **WIDE, **OTHER)
    assert differences([figure(199, MONTHS_18, quote="trafficking and related crimes", **WIDE), first, second]) == ()


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
    found = differences([zero, case, figure(3, JANUARY_JULY, reporter="Police")])
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
