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


def test_the_subtitle_names_the_coverage_and_a_note_with_high_coverage_alone_the_nearest_level() -> None:
    high, middling = level_chart(4), level_chart(3)
    assert "4 of 5 themes answered (coverage 80 %)" in high.subtitle
    assert "Nearest level: 1." in high.notes
    assert middling.figure is not None
    assert not any("Nearest" in note for note in middling.notes)


def test_with_low_coverage_the_themes_are_listed_without_a_bar_and_none_without_an_answer_is_zero() -> None:
    low = level_chart(2)
    assert (low.figure, len(low.table.rows)) == (None, 5)
    cell = low.table.rows[4][1]
    assert (cell.text, cell.value) == ("no answer", None)
