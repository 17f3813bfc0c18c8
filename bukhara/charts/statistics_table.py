"""A figure in a table of statistics: its cells with qualifier, unit, period, body and locator, and what it counts."""

from dataclasses import replace

from bukhara.charts.chart import Cell, Href
from bukhara.charts.source_cell import source_cell
from bukhara.i18n.codes import label
from bukhara.i18n.figures import value_text
from bukhara.i18n.periods import period_text
from bukhara.i18n.subjects import REPATRIATED, body_name, citizenship, place
from bukhara.i18n.units import unit_text
from bukhara.i18n.words import Words
from bukhara.model.codes import Qualifier
from bukhara.model.framework import Framework
from bukhara.model.observation import COUNTED, Observation
from bukhara.views.statistics import Statistics


def figure_columns(words: Words) -> tuple[str, ...]:
    """Return the names of the columns of a figure."""
    return (
        words("Figure"),
        words("Unit"),
        words("Period"),
        words("What is counted"),
        words("As reported by"),
        words("Place in the source"),
    )


_APART = {"unit", "counting_unit", "legal_article", "citizenship", "territorial_scope"}


def breakdown(figure: Observation, words: Words, framework: Framework) -> str:
    """Return the stage, class of offences, breakdowns and identifying body of a figure in words."""
    # Of a total of international statistics the measure says all: what the class covers is for the law of the state.
    apart = _APART | {"offence_class"} if figure.is_international else _APART
    names = [name for name in COUNTED if name not in apart]
    parts = [label(words, getattr(figure, name)) for name in names if getattr(figure, name)]
    if figure.citizenship:
        parts.append(citizenship(figure.citizenship, words, framework))
    if figure.stage == REPATRIATED:
        parts.append(place(figure.territorial_scope, words, framework))
    return " · ".join(parts)


def figure_cells(view: Statistics, figure: Observation, words: Words, href: Href) -> tuple[Cell, ...]:
    """Return the cells of a figure in the order of `figure_columns`."""
    exact = figure.qualifier is Qualifier.EXACT and figure.value is not None
    address = href(figure.observation_id) if figure.quote else ""
    return (
        Cell(value_text(figure, words), figure.value if exact else None, figure.state, address),
        Cell(unit_text(figure, words)),
        Cell(period_text(figure.period, figure.period_label, words)),
        Cell(breakdown(figure, words, view.framework)),
        Cell(body_name(figure.reporter, words, view.framework)),
        replace(source_cell(figure, words), lang="en" if figure.is_international else ""),
    )
