"""The cell of a table that says where in its source a figure is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.figures.chart import Cell
from bukhara.i18n.locators import locator_text

if TYPE_CHECKING:
    from bukhara.i18n.words import Words
    from bukhara.model.observation import Observation


def source_cell(o: Observation, words: Words) -> Cell:
    """Return the locator of a figure in words; its page links it to the passage."""
    exported = o.source_locator.replace(" | ", ", ")
    return Cell(locator_text(o.source_locator, words), exported, source_id=o.source_id)
