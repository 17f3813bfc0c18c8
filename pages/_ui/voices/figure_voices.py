"""What templates say about a figure besides its value and period: its unit and its breakdown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bukhara.figures.statistics_table import breakdown
from bukhara.i18n.units import unit_text

if TYPE_CHECKING:
    from bukhara.model.observation import Observation
    from pages._ui.parts.reader import Reader


def voices(reader: Reader) -> dict[str, Callable[[Observation], str]]:
    """Return `unit` and `breakdown`, which facts.html calls with a figure."""
    words = reader.words

    def unit(figure: Observation) -> str:
        return unit_text(figure, words)

    def told(figure: Observation) -> str:
        return breakdown(figure, words, reader.snapshot.framework)

    return {"unit": unit, "breakdown": told}
