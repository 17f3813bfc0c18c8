"""The twin table of a comparison, panel by panel, and the names that table and picture share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bukhara.figures.chart import Cell, Table
from bukhara.i18n.codes import label
from bukhara.i18n.figures import value_text
from bukhara.i18n.periods import period_text
from bukhara.i18n.places import place_text
from bukhara.i18n.subjects import subject
from bukhara.model.codes import State
from bukhara.model.framework import Framework
from bukhara.model.observation import Observation
from bukhara.views.compare import Measured

if TYPE_CHECKING:
    from bukhara.i18n.words import Words

Href = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: the words, the framework for names, and the address of a figure's evidence by its id."""

    words: Words
    framework: Framework
    href: Href


def table(view: Measured, voice: Voice) -> Table:
    """Return every figure panel by panel, then the states without one."""
    words = voice.words
    columns = (
        words("Panel"),
        words("State"),
        words("Value"),
        words("Period"),
        words("What is counted"),
        words("As reported by"),
        words("Place in the source"),
    )
    rows = [_row(n, o, voice) for n, panel in enumerate(view.panels, 1) for o in panel.observations]
    gaps = [
        (
            Cell("–"),
            Cell(words.text(g.country.short)),
            Cell(label(words, g.state), state=g.state),
            *[Cell("")] * 4,
        )
        for g in view.gaps
    ]
    return Table(columns, (*rows, *gaps))


def state_name(o: Observation, voice: Voice) -> str:
    """Return the short name of a figure's state."""
    return voice.words.text(voice.framework.country(o.country).short)


def body_name(o: Observation, voice: Voice) -> str:
    """Return the reporting body in the reader's language."""
    body = voice.framework.body(o.reporter)
    return voice.words.text(body.translated) if body else o.reporter


def _row(n: int, o: Observation, voice: Voice) -> tuple[Cell, ...]:
    words = voice.words
    exact = o.qualifier is not None and o.qualifier.value == "exact"
    return (
        Cell(str(n)),
        Cell(state_name(o, voice)),
        Cell(value_text(o, words), o.value if exact else None, State.VALUE, voice.href(o.observation_id)),
        Cell(period_text(o.period, o.period_label, words)),
        Cell(subject(o, words, voice.framework)),
        Cell(body_name(o, voice)),
        Cell(place_text(o.source_locator, words), o.source_locator.replace(" | ", ", ")),
    )
