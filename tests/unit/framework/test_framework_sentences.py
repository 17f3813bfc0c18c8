"""A finding has a sentence, filled and in words."""

from pathlib import Path

import pytest

from bukhara.framework import check, sentence
from bukhara.i18n.words import words_of

SMALL = (Path(__file__).parent / "small.yaml").read_text(encoding="utf-8")

SENTENCE_OF = [
    ("basis: theme", "basis: hearsay", "hearsay is not in the list: attested, presented, theme, conclusion, context."),
    ("noise_p: 0.1", "noise_q: 0.1", "The key noise_p is missing here."),
    ("noise_p: 0.1", "noise_p: 7", "7 is outside the allowed range; the limit is 1."),
    ("noise_p: 0.1", "noise_p: few", "The value has another form here: expected is a number."),
    ('line: "L85"', 'line: "{x}"', "{x} is not a line reference. Write L195, or several as L155 | L195."),
    ("behind: 0.6", "behind: 1", "behind must be below on_pace."),
]


@pytest.mark.parametrize(("old", "new", "expected"), SENTENCE_OF)
def test_a_sentence_names_what_is_wrong(old: str, new: str, expected: str) -> None:
    words = words_of("en")
    assert expected in [sentence(finding, words) for finding in check(SMALL.replace(old, new, 1))]
