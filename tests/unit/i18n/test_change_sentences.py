"""The sentences about changes and about differences, in both languages."""

from dataclasses import replace

import pytest

from bukhara.comparability.keys import FACETS
from bukhara.i18n import source_differences
from bukhara.i18n.differences import length_text, sentence
from bukhara.i18n.narrative import FORMS, PLAIN, amount
from bukhara.i18n.narrative import sentence as change_sentence
from bukhara.i18n.source_differences import describe_difference
from bukhara.i18n.words import words_of
from bukhara.model.difference import Cause, Difference, DifferenceKind, DifferenceStatus
from bukhara.views.status.narrative import SentenceCode
from tests.unit.progress.build import framework
from tests.unit.views.observed import figure

WORDS = words_of("en")
VALUES = {"theme": "T", "before": "a", "after": "b", "old": "1", "new": "2"}


def test_every_code_has_a_sentence() -> None:
    assert {*PLAIN, *FORMS} == {code.value for code in SentenceCode}


@pytest.mark.parametrize(("language", "word"), [("en", "progress:"), ("ru", "прогресс:")])
def test_only_what_was_answered_both_times_and_rose_is_called_progress(language: str, word: str) -> None:
    sentences = {
        code.value: change_sentence(code.value, words_of(language), n=2, by=0.1, values=VALUES) for code in SentenceCode
    }
    assert {code for code, text in sentences.items() if word in text.casefold()} == {"higher"}


@pytest.mark.parametrize(
    ("n", "themes"), [(1, "1 теме, по которой"), (3, "3 темам, по которым"), (21, "21 теме, по которой")]
)
def test_russian_forms_follow_the_number(n: int, themes: str) -> None:
    assert themes in change_sentence("lower", words_of("ru"), n=n, by=-0.1, values={})


def test_an_amount_has_a_sign_only_where_the_sentence_has_no_direction() -> None:
    assert amount(-0.146, WORDS, signed=True) == "−0.15"
    assert amount(-0.146, WORDS, signed=False) == "0.15"
    assert amount(0.004, WORDS, signed=True) == "less than 0.01"


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
    assert all(code.message for code in (*Cause, *DifferenceStatus))


def test_each_number_of_a_difference_is_followed_by_the_part_that_it_counts() -> None:
    figures = (replace(figure(2), sex="male"), replace(figure(15), sex="male", age_group="adult"))
    text = describe_difference(
        Difference(DifferenceKind.PART_LARGER, figures, 1, 2, 15, (Cause.UNKNOWN,)), framework(), WORDS
    )
    assert (text.first, text.second) == ("2 (male)", "15 (men)")
