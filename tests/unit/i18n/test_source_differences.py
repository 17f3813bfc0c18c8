"""What is said of two figures that differ is true for every pair that the rules can find."""

from dataclasses import replace
from typing import Any

import pytest

from bukhara.comparability.differences import differences
from bukhara.i18n.source_differences import describe_difference, numbers_text, subject_text
from bukhara.i18n.words import words_of
from bukhara.model.difference import Difference, DifferenceKind
from bukhara.model.observation import Observation
from tests.unit.progress.build import framework, item, text
from tests.unit.progress.build import indicator as measure
from tests.unit.views.observed import HALF, JANUARY_JULY, MONTHS_18, YEAR, figure

EN, RU = words_of("en"), words_of("ru")
CASES, RELATED, VICTIMS = "CTX-registered-strict", "CTX-registered-related", "CTX-victims"
NAMES = {CASES: "Registered cases", RELATED: "Registered offences", VICTIMS: "Victims"}
PIECES = ((86, YEAR), (113, HALF))
FRAMEWORK = framework(
    item("BD-1"), measures=tuple(replace(measure(), id=code, name=text(name)) for code, name in NAMES.items())
)


def victims(value: float, period: Any = HALF) -> Observation:
    return figure(
        value, period, indicator=VICTIMS, counting_unit="victim", stage="identified", reporter="Lawyers", quote="six"
    )


def related(value: float, period: Any = YEAR, **changes: Any) -> Observation:
    values = {"indicator": RELATED, "offence_class": "trafficking_and_related", "quote": "and related crimes"}
    return figure(value, period, **{**values, **changes})


def the_one(*figures: Observation) -> Difference:
    found = differences(figures)
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("period", [HALF, JANUARY_JULY])
def test_a_zero_and_victims_each_have_their_own_period(period) -> None:
    found = the_one(figure(0, JANUARY_JULY), victims(6, period))
    sentence = describe_difference(found, EN).sentence
    assert found.kind is DifferenceKind.ZERO_BESIDE
    assert "Recorded offences: 0 (January – July 2023)." in sentence
    assert f"Identified victims: 6 ({'first half of 2023' if period is HALF else 'January – July 2023'})." in sentence
    assert "same period" not in sentence
    assert "период" not in describe_difference(found, RU).sentence


def test_a_number_is_named_by_what_it_counts() -> None:
    found = the_one(figure(0, JANUARY_JULY), victims(6))
    assert numbers_text(found, FRAMEWORK, EN) == "Registered cases: 0; Victims: 6"
    assert subject_text(found, FRAMEWORK, EN) == "Registered cases; Victims"


def test_numbers_of_one_measure_have_its_name_once() -> None:
    found = the_one(figure(14), figure(6, reporter="Statistics"))
    assert numbers_text(found, FRAMEWORK, EN) == "Registered cases: 14 and 6"


def test_the_same_number_of_two_bodies_is_not_said_to_be_of_one_source() -> None:
    found = the_one(related(111), figure(111, reporter="UNODC", source_id="portal", quote="111"))
    sentence = describe_difference(found, EN).sentence
    assert found.kind is DifferenceKind.TWO_LABELS
    assert sentence.startswith("The same number, 111, is given by two bodies.")
    assert "trafficking and related offences together" in sentence
    assert "report" not in sentence


def test_a_number_that_is_a_sum_of_another_body_is_said_to_be_one() -> None:
    parts = [related(n, period, reporter="Ministry of X", quote="cases of trafficking") for n, period in PIECES]
    found = the_one(related(199, MONTHS_18, quote="trafficking and related crimes"), *parts)
    assert describe_difference(found, EN).sentence == (
        "199 is given for a whole period. The figures of another body for its parts add up to the same number. "
        "Only one of the two headings names related offences."
    )


def test_shares_that_do_not_add_up_are_described() -> None:
    shares = tuple(figure(n, unit="percent", form_of_exploitation=form) for n, form in ((60, "a"), (50, "b")))
    found = Difference(DifferenceKind.SHARES_TOTAL, shares, 0, 100, 110, ())
    assert describe_difference(found, EN).sentence == "The shares given add up to 110 per cent."
