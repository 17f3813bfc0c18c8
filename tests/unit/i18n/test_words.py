"""The sentences and formats of a language: plural forms, numbers, dates, titles, locators and the pseudo-locale."""

import re
from datetime import date

import pytest

from bukhara.i18n.locators import locator_text, note_text
from bukhara.i18n.record_texts import plain_title, titles, translated
from bukhara.i18n.words import PSEUDO, Words, words_of
from bukhara.model.text import Text
from tests.unit.progress.build import source

EN, RU, XA = words_of("en"), words_of("ru"), words_of(PSEUDO)
DAY = date(2023, 7, 28)


def test_the_pseudo_locale_changes_text_but_not_field_names() -> None:
    assert XA("since {day} at once", day="DAY") == "šîñçé DAY àt öñçé"


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
        (EN, 2_800_000, "2.8 million"),
        (RU, 2_800_000, "2,8 миллиона"),
        (RU, 2_812_345, "2\xa0812\xa0345"),
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


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2024-01-01", "2027-12-31", "2024–2027"),
        ("2021", "2023", "2021–2023"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("2022-07-01", "2026-12-31", "1 July 2022\u00a0– 31 December 2026"),
        ("2022-03", "2023", "March 2022\u00a0– 2023"),
    ],
)
def test_whole_years_are_written_as_years(since, until, expected) -> None:
    assert words_of("en").date_range(since, until) == expected


@pytest.mark.parametrize(("language", "separators"), [("en", ".,"), ("ru", ",\u00a0")])
def test_axes_write_numbers_as_the_language_does(language, separators) -> None:
    assert words_of(language).separators == separators


TITLE = "Report of the Third International Conference, Astana, 27-28 July 2023"


def test_a_shipped_title_is_in_the_language_of_the_reader() -> None:
    shipped = source(title=TITLE)
    assert titles([shipped], EN) == TITLE
    assert re.fullmatch(r"Отчёт Третьей международной конференции.*\(перевод\)", titles([shipped], RU))
    # the record has an English title of a document in Russian too: there the English one is the translation
    assert titles([source(title=TITLE, language="ru")], RU).endswith("27–28 июля 2023 года")


def test_a_title_is_in_the_language_of_the_reader_if_its_source_says_how_and_marked_as_a_translation() -> None:
    letter = source(title="Letter 7", title_translation=Text.translated("Письмо 7", "en"))
    assert titles([letter], RU) == "Письмо 7 (перевод)"
    several = [letter, source(title="B", title_translation=Text.translated("Б", "en"))]
    assert titles(several, RU) == "Письмо 7; Б (названия даны в переводе)"
    assert (plain_title(letter, EN), plain_title(letter, RU)) == ("Letter 7", "Письмо 7")


def test_a_title_that_is_also_a_message_stays_as_it_is_printed() -> None:
    assert titles([source(title="in place")], RU) == "in place"


def test_titles_follow_one_another_in_order() -> None:
    assert (titles([source(title="B"), source(title="A")], EN), titles([], EN)) == ("B; A", "")


def test_a_note_is_translated_by_its_sentences_or_not_at_all() -> None:
    note = "Part of the 30. The period is taken from the sentence before."
    assert translated(note, RU) == "Часть из 30. Период взят из предыдущего предложения."
    assert translated("Part of the 30. Something else.", RU) == ""
    assert translated(note, EN) == translated("", RU) == ""


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
