"""Titles of sources and notes: those of the shipped record are translated, any other stays as it is printed."""

from bukhara.i18n.record_texts import translated
from bukhara.i18n.titles import titles
from bukhara.i18n.words import words_of
from tests.unit.progress.build import source

EN, RU = words_of("en"), words_of("ru")
TITLE = "Report of the Third International Conference, Astana, 27-28 July 2023"


def test_a_shipped_title_is_in_the_language_of_the_reader() -> None:
    shipped = source(title=TITLE)
    assert titles([shipped], EN) == TITLE
    assert titles([shipped], RU).startswith("Отчёт Третьей международной конференции")


def test_a_title_that_is_also_a_message_stays_as_it_is_printed() -> None:
    assert titles([source(title="in place")], RU) == "in place"


def test_titles_follow_one_another_in_order() -> None:
    assert titles([source(title="B"), source(title="A")], EN) == "B; A"


def test_without_sources_there_is_no_title() -> None:
    assert titles([], EN) == ""


def test_a_note_is_translated_by_its_sentences_or_not_at_all() -> None:
    note = "Part of the 30. The period is taken from the sentence before."
    assert translated(note, RU) == "Часть из 30. Период взят из предыдущего предложения."
    assert translated("Part of the 30. Something else.", RU) == ""
    assert translated(note, EN) == translated("", RU) == ""
