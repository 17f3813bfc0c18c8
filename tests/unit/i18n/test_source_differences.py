"""What is said of two figures that differ is true for every pair that the rules can find."""

from dataclasses import replace
from typing import Any

from bukhara.comparability.differences import differences
from bukhara.i18n.source_differences import compact_text, describe_difference
from bukhara.i18n.words import words_of
from bukhara.model.difference import Difference, DifferenceKind
from bukhara.model.observation import Observation
from tests.unit.progress.build import framework, item, text
from tests.unit.progress.build import indicator as measure
from tests.unit.views.observed import HALF, MONTHS_18, YEAR, figure

EN, RU = words_of("en"), words_of("ru")
CASES, RELATED, VICTIMS = "CTX-registered-strict", "CTX-registered-related", "CTX-victims"
NAMES = {CASES: "Registered cases", RELATED: "Registered offences", VICTIMS: "Victims"}
PIECES = ((86, YEAR), (113, HALF))
FRAMEWORK = framework(
    item("BD-1"), measures=tuple(replace(measure(), id=code, name=text(name)) for code, name in NAMES.items())
)


def related(value: float, period: Any = YEAR, **changes: Any) -> Observation:
    values = {"indicator": RELATED, "offence_class": "trafficking_and_related", "quote": "and related crimes"}
    return figure(value, period, **{**values, **changes})


def the_one(*figures: Observation) -> Difference:
    found = differences(figures)
    assert len(found) == 1
    return found[0]


def test_numbers_of_one_measure_have_its_name_once_and_their_own_unit_period_and_body() -> None:
    found = the_one(figure(14), figure(6, reporter="Statistics", counting_unit="offence"))
    both = "14 cases, 2022, Ministry; 6 offences, 2022, Statistics"
    assert describe_difference(found, FRAMEWORK, EN).sentence == f"Two figures are given: {both}."
    assert compact_text(found, FRAMEWORK, EN) == "14 cases, 2022 / 6 offences, 2022: Registered cases"


def test_a_shorter_period_with_more_is_said_to_be_shorter() -> None:
    found = the_one(figure(58, MONTHS_18), figure(86, reporter="UNODC", source_id="portal"))
    assert describe_difference(found, FRAMEWORK, EN).sentence == (
        "More is given for a shorter period: 86 cases, 2022, UNODC. "
        "For a longer one that includes it: 58 cases, January 2022 – June 2023 (18 months), Ministry."
    )
    assert "other_period" not in found.causes


def test_a_part_of_the_same_period_is_said_to_be_a_part() -> None:
    found = the_one(figure(20), figure(25, sex="female", reporter="Other"))
    assert describe_difference(found, FRAMEWORK, EN).sentence == (
        "A part is given as larger than its whole: 25 (female) cases, 2022, Other; the whole: 20 cases, 2022, Ministry."
    )


def test_one_number_under_two_headings_is_said_of_one_document() -> None:
    found = the_one(related(111), figure(111, reporter="Other", quote="111"))
    assert found.kind is DifferenceKind.TWO_LABELS
    assert describe_difference(found, FRAMEWORK, EN).sentence == (
        "One number, two headings: 111 cases, 2022, Ministry; 111 cases, 2022, Other. "
        "It is read here once as “trafficking and related offences together”, once as “trafficking in persons (strict)”."
    )


def test_one_number_at_two_stages_names_both_and_so_does_what_may_explain_it() -> None:
    said = describe_difference(the_one(related(110), related(110, stage="investigated")), FRAMEWORK, EN)
    assert "It is read here once as “registered”, once as “investigated”." in said.sentence
    assert said.causes == ("another stage (registered, investigated)",)


def test_a_total_and_its_parts_are_of_one_body_and_period() -> None:
    parts = [
        related(n, MONTHS_18, offence_class=c) for n, c in ((58, "trafficking"), (123, "illegal_labour_migration"))
    ]
    found = the_one(related(199, MONTHS_18), *parts)
    assert describe_difference(found, FRAMEWORK, EN).sentence == (
        "Total: 199 cases, January 2022 – June 2023 (18 months), Ministry. The parts named add up to 181."
    )


def test_shares_that_do_not_add_up_are_described() -> None:
    shares = tuple(figure(n, unit="percent", form_of_exploitation=form) for n, form in ((60, "a"), (50, "b")))
    found = Difference(DifferenceKind.SHARES_TOTAL, shares, 0, 100, 110, ())
    assert (
        describe_difference(found, FRAMEWORK, EN).sentence == "The shares given add up to 110 per cent: Ministry, 2022."
    )
