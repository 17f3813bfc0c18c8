"""Levels as bars: low coverage is a list."""

from bukhara.charts import level_bar
from bukhara.charts.chart import Chart
from bukhara.i18n.words import words_of
from bukhara.views.countries import country_level
from tests.unit.views.countries.test_country_level import answer, held


def level_chart(answered: int) -> Chart:
    view = country_level.build(held(*(answer(1, n + 1, "r2") for n in range(answered))), "KAZ")
    assert view is not None
    return level_bar.chart(view, words_of("en"), country="K", source="S", href="/a")


def test_the_subtitle_names_the_coverage() -> None:
    assert "4 of 5 themes answered (coverage 80 %)" in level_chart(4).subtitle


def test_with_high_coverage_the_nearest_level_is_named() -> None:
    assert "Nearest level: 1." in level_chart(4).notes


def test_with_middling_coverage_there_is_a_bar_without_nearest_level() -> None:
    found = level_chart(3)
    assert found.figure is not None
    assert not any("Nearest" in note for note in found.notes)


def test_with_low_coverage_there_is_no_bar_and_the_themes_are_listed() -> None:
    found = level_chart(2)
    assert found.figure is None
    assert len(found.table.rows) == 5


def test_a_theme_without_answer_is_listed_and_not_zero() -> None:
    cell = level_chart(2).table.rows[4][1]
    assert (cell.text, cell.value) == ("no answer", None)
