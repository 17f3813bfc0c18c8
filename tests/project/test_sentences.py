"""Every message is plain to read: short sentences, words instead of codes, and no English in its Russian."""

import re
from collections.abc import Iterator

import pytest
import yaml

from tests.project import catalogue
from tests.web.sentences import CODE, latin_words, long_sentences, names

FIELD = re.compile(r"\{\w+\}")
# what a reader types or chooses in a file as it is written here
TYPED = (
    *("true", "false", "none", "secretariat", "Asia/Samarkand", "https", "bukhara", "export"),
    *("BD-8b", "BD-8b.1", "KAZ", "REG", "L195", "L155", "edition", "kk", "office"),
)
# names of sheets, of programs, of formats and of identifiers
NAMES = names(
    "Read me Statements Figures Statistics Sources Partners Apple Numbers Strict Open XML OpenDocument Atom sub "
    "xlsx xls xlsb xltx docx ods pptx potx eml ics PowerPoint WCAG AA UTF-8 SHA-256 XFD"
)


@pytest.fixture(scope="module")
def messages() -> list[tuple[str, str]]:
    return [(language, FIELD.sub("…", text)) for language, text in catalogue.texts()]


def test_a_sentence_has_at_most_25_words(messages) -> None:
    assert [sentence for _, text in messages for sentence in long_sentences(text)] == []


def test_a_message_has_words_instead_of_codes(messages) -> None:
    assert [text for _, text in messages if {code.strip(".") for code in CODE.findall(text)} - set(TYPED)] == []


def test_a_russian_message_has_no_english_word(messages) -> None:
    assert [text for language, text in messages if language == "ru" and latin_words(text, NAMES | set(TYPED))] == []


def test_a_sentence_of_the_framework_has_at_most_25_words() -> None:
    loaded = yaml.load((catalogue.ROOT / "indicators.yaml").read_text("utf-8"), yaml.CSafeLoader)
    found = list(translated(loaded))
    assert len(found) > 500
    assert [sentence for text in found for sentence in long_sentences(text)] == []


def translated(part: object) -> Iterator[str]:
    """Yield the texts in both languages below a part of the framework."""
    if isinstance(part, dict):
        yield from (part[language] for language in ("en", "ru") if {"en", "ru"} <= set(part))
    for each in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from translated(each)
