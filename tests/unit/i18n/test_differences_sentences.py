"""Every reason for separate panels and every difference between sources has words."""

from dataclasses import replace

import pytest

from bukhara.comparability.keys import FACETS
from bukhara.i18n import source_differences
from bukhara.i18n.differences import length_text, sentence
from bukhara.i18n.source_differences import describe_difference
from bukhara.i18n.words import words_of
from bukhara.model.difference import Cause, Difference, DifferenceKind, DifferenceStatus
from tests.unit.views.observed import figure

WORDS = words_of("en")


@pytest.mark.parametrize("code", [code for code, _ in FACETS])
def test_every_difference_has_a_sentence(code: str) -> None:
    assert sentence(code, ("", ""), WORDS).endswith(".")


def test_lengths_are_named_in_months_or_days() -> None:
    assert [length_text(code, WORDS) for code in ("P1M", "P18M", "P209D")] == ["1 month", "18 months", "209 days"]


def test_the_sentence_names_the_values() -> None:
    text = sentence("counting_unit", ("case", "offence"), WORDS)
    assert text == "They count different things: cases, offences."


def test_every_kind_cause_and_status_of_a_difference_has_words() -> None:
    assert set(source_differences.KINDS) == {kind.value for kind in DifferenceKind}
    assert set(source_differences.CAUSES) == {cause.value for cause in Cause}
    assert set(source_differences.STATUSES) == {status.value for status in DifferenceStatus}


def test_each_number_of_a_difference_is_followed_by_the_part_that_it_counts() -> None:
    figures = (replace(figure(2), sex="male"), replace(figure(15), sex="male", age_group="adult"))
    text = describe_difference(Difference(DifferenceKind.PART_LARGER, figures, 1, 2, 15, (Cause.UNKNOWN,)), WORDS)
    assert (text.first, text.second) == ("2 (male)", "15 (male, adults)")
