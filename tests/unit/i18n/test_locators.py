"""Locators of passages in words."""

import pytest

from bukhara.i18n.locators import locator_text, note_text
from bukhara.i18n.words import words_of


@pytest.mark.parametrize(
    ("locator", "expected"),
    [
        ("L318", "line\u00a0318"),
        ("L131 | L426", "lines\u00a0131, 426"),
        ("L147 | L147", "line\u00a0147"),
        ("exercise annex, p. 17", "exercise annex, p. 17"),
        ("exercise table", "exercise table"),
        ("", ""),
    ],
)
def test_a_locator_is_written_once_and_in_words(locator, expected) -> None:
    assert locator_text(locator, words_of("en")) == expected


def test_a_note_names_lines_in_words() -> None:
    assert note_text("The annual table (L202) prints 77.") == "The annual table (line 202) prints 77."
