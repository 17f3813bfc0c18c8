"""Titles of sources: the shipped one is translated, any other stays as it is printed."""

from __future__ import annotations

from bukhara.i18n.titles import SHIPPED, titles
from bukhara.i18n.words import words_of
from tests.unit.progress.build import source

EN, RU = words_of("en"), words_of("ru")


def test_a_shipped_title_is_in_the_language_of_the_reader() -> None:
    shipped = source(title=SHIPPED[0])
    assert titles([shipped], EN) == SHIPPED[0]
    assert titles([shipped], RU) != SHIPPED[0]


def test_a_title_that_is_also_a_message_stays_as_it_is_printed() -> None:
    assert titles([source(title="in place")], RU) == "in place"


def test_titles_follow_one_another_in_order() -> None:
    assert titles([source(title="B"), source(title="A")], EN) == "B; A"


def test_without_sources_there_is_no_title() -> None:
    assert titles([], EN) == ""
