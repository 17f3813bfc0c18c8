"""The cell of a table that says where in its source a figure is printed."""

from bukhara.charts.chart import Cell
from bukhara.i18n.locators import locator_text
from bukhara.i18n.words import Words
from bukhara.model.observation import Observation


def source_cell(o: Observation, words: Words) -> Cell:
    """Return the locator of a figure in words, of which the page links lines to the passage.

    A locator in the words of its source, such as the columns of a table, is marked as English.
    """
    exported, text = o.source_locator.replace(" | ", ", "), locator_text(o.source_locator, words)
    return Cell(text, exported, lang="en" if text and text == exported else "", source_id=o.source_id)
