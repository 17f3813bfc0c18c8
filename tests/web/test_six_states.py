"""The six states of a figure and zero differ in words and marks on the pages."""

import re

import pytest

from bukhara.i18n.codes import label
from bukhara.i18n.words import words_of
from bukhara.model.codes import State
from tests.web.reading import get, text

GAPS = [state for state in State if state is not State.VALUE]
LANGUAGES = ("en", "ru")
MEASURES = ("CTX-victims", "CTX-prosecuted", "CTX-groups", "BD-8b.2", "BD-14a.2", "BD-14b.2")
GLYPH = re.compile(r'<svg class="g s-(\w+)"[^>]*>(.*?)</svg>', re.DOTALL)


def labels(language: str) -> dict[State, str]:
    words = words_of(language)
    return {state: label(words, state) for state in GAPS}


@pytest.fixture(scope="module")
def pages(exercise):
    """Measures of the exercise in which every state occurs, in both languages."""
    return {
        (measure, show, language): get(f"{exercise}/statistics?measure={measure}&show={show}&lang={language}")[1]
        for measure in MEASURES
        for show in ("all", "table")
        for language in LANGUAGES
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_six_labels_and_zero_are_seven_different_words(language: str) -> None:
    words = words_of(language)
    word = {*labels(language).values(), words("{value} reported", value="0"), "1"}
    assert len(word) == len(GAPS) + 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_state_is_read_out_in_words_on_a_page(pages, language: str) -> None:
    heard = " ".join(text(html, language)[0] for (*_, spoken), html in pages.items() if spoken == language)
    missing = [state.value for state, word in labels(language).items() if word not in heard]
    assert missing == []
    assert words_of(language)("{value} reported", value="0") in heard


def test_each_state_has_a_mark_of_its_own(exercise) -> None:
    marks = dict(GLYPH.findall(get(f"{exercise}/method")[1]))
    drawn = {marks[state.value] for state in GAPS}
    assert len(drawn) == len(GAPS)
