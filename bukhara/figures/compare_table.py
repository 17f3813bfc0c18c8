"""The table of a comparison, panel by panel, and the names that the table and the chart have in common."""

from dataclasses import dataclass

from bukhara.figures.chart import Cell, Href, Table
from bukhara.figures.source_cell import source_cell
from bukhara.i18n.codes import label
from bukhara.i18n.figures import value_text
from bukhara.i18n.periods import period_text
from bukhara.i18n.subjects import body_name, subject
from bukhara.i18n.words import Words
from bukhara.model.codes import State
from bukhara.model.framework import Framework
from bukhara.model.observation import Observation
from bukhara.views.compare import Measured


@dataclass(frozen=True, slots=True)
class ChartContext:
    """What charts and tables need to name things: words, framework, and the evidence address of an observation id."""

    words: Words
    framework: Framework
    href: Href


def table(view: Measured, context: ChartContext) -> Table:
    """Return a row for each figure, panel by panel, then a row for each state without a figure."""
    words = context.words
    columns = (
        words("Plot"),
        words("State"),
        words("Value"),
        words("Period"),
        words("What is counted"),
        words("As reported by"),
        words("Place in the source"),
    )
    rows = [_row(n, o, context) for n, panel in enumerate(view.panels, 1) for o in panel.observations]
    gaps = [
        (Cell("–"), Cell(words.text(g.country.short)), Cell(label(words, g.state), state=g.state), *[Cell("")] * 4)
        for g in view.gaps
    ]
    return Table(columns, (*rows, *gaps))


def state_name(o: Observation, context: ChartContext) -> str:
    """Return the short name of the state of a figure."""
    return context.words.text(context.framework.country(o.country).short)


def _row(n: int, o: Observation, context: ChartContext) -> tuple[Cell, ...]:
    words = context.words
    exact = o.qualifier is not None and o.qualifier.value == "exact"
    return (
        Cell(str(n)),
        Cell(state_name(o, context)),
        Cell(value_text(o, words), o.value if exact else None, State.VALUE, context.href(o.observation_id)),
        Cell(period_text(o.period, o.period_label, words)),
        Cell(subject(o, words, context.framework)),
        Cell(body_name(o.reporter, words, context.framework)),
        source_cell(o, words),
    )
