"""The sentences of a change, in both languages."""

import pytest

from bukhara.i18n.narrative import FORMS, PLAIN, amount, sentence
from bukhara.i18n.words import words_of
from bukhara.views.narrative import SentenceCode

VALUES = {"theme": "T", "before": "a", "after": "b", "old": "1", "new": "2"}
PROGRESS = {"higher", "forward"}


def test_every_code_has_a_sentence() -> None:
    assert {*PLAIN, *FORMS} == {code.value for code in SentenceCode}


@pytest.mark.parametrize(("language", "word"), [("en", "progress:"), ("ru", "прогресс:")])
def test_only_what_was_answered_both_times_and_rose_is_called_progress(language: str, word: str) -> None:
    sentences = {
        code.value: sentence(code.value, words_of(language), n=2, by=0.1, values=VALUES) for code in SentenceCode
    }
    assert {code for code, text in sentences.items() if word in text.casefold()} == PROGRESS


@pytest.mark.parametrize(("n", "themes"), [(1, "1 теме, ответы"), (3, "3 темам, ответы"), (21, "21 теме, ответы")])
def test_russian_forms_follow_the_number(n: int, themes: str) -> None:
    assert themes in sentence("lower", words_of("ru"), n=n, by=-0.1, values={})


def test_an_amount_has_a_sign_only_where_the_sentence_has_no_direction() -> None:
    words = words_of("en")
    assert amount(-0.146, words, signed=True) == "−0.15"
    assert amount(-0.146, words, signed=False) == "0.15"


def test_less_than_half_a_hundredth_is_written_as_such() -> None:
    assert amount(0.004, words_of("en"), signed=True) == "less than 0.01"
