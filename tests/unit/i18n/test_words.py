"""The sentences and formats of a language: plural forms, numbers, dates and the pseudo-locale."""

from datetime import date

import pytest

from bukhara.i18n.words import PSEUDO, Words, words_of

EN, RU, XA = words_of("en"), words_of("ru"), words_of(PSEUDO)
DAY = date(2023, 7, 28)


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (0, "0 сообщений"),
        (1, "1 сообщение"),
        (2, "2 сообщения"),
        (4, "4 сообщения"),
        (5, "5 сообщений"),
        (11, "11 сообщений"),
        (14, "14 сообщений"),
        (21, "21 сообщение"),
        (22, "22 сообщения"),
    ],
)
def test_russian_has_three_plural_forms(n, expected) -> None:
    assert RU.plural("{n} statement", "{n} statements", n) == expected


@pytest.mark.parametrize(
    ("n", "expected"), [(1, "1 statement"), (0, "0 statements"), (2, "2 statements"), (1000, "1,000 statements")]
)
def test_english_has_two_plural_forms(n, expected) -> None:
    assert EN.plural("{n} statement", "{n} statements", n) == expected


def test_a_plural_fills_its_other_values() -> None:
    assert EN.plural("{k} of {n} theme", "{k} of {n} themes", 3, k=1) == "1 of 3 themes"


def test_the_pseudo_locale_changes_text_but_not_field_names() -> None:
    assert XA("since {day} at once", day="DAY") == "šîñçé DAY àt öñçé"


def test_the_pseudo_locale_changes_plurals_too() -> None:
    assert XA.plural("{n} state", "{n} states", 2) == "2 štàtéš"


@pytest.mark.parametrize("words", [EN, RU, XA])
def test_a_sentence_without_translation_is_in_english(words) -> None:
    assert words("ZZZ {k}", k=1) == "ZZZ 1"


def test_a_brace_in_a_value_is_only_text() -> None:
    assert EN("a {k}", k="{n}") == "a {n}"


def test_an_unknown_language_gives_english() -> None:
    assert Words("de")("in place") == "in place"


@pytest.mark.parametrize(
    ("words", "value", "expected"),
    [
        (EN, 1234.5, "1,234.5"),
        (RU, 1234.5, "1\xa0234,5"),
        (EN, 0, "0"),
        (EN, 2.0, "2"),
        (EN, 0.125, "0.12"),
        (EN, -3, "-3"),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(words, value, expected) -> None:
    assert words.number(value) == expected


@pytest.mark.parametrize(("words", "expected"), [(EN, "28 July 2023"), (RU, "28 июля 2023"), (XA, "28 July 2023")])
def test_a_day_has_its_month_in_words(words, expected) -> None:
    assert words.date(DAY) == expected


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        (EN, "", ""),
        (EN, "2014", "2014"),
        (EN, "2023-07", "July 2023"),
        (EN, "2016-10-15", "15 October 2016"),
        (RU, "2023-07", "июль 2023"),
        (RU, "2016-10-15", "15 октября 2016"),
    ],
)
def test_a_partial_date_is_written_as_exactly_as_it_was_printed(words, text, expected) -> None:
    assert words.partial_date(text) == expected


def test_the_words_of_a_language_are_cached() -> None:
    assert words_of("ru") is words_of("ru")
