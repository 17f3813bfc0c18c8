"""The table of the statistics of a state: every figure with qualifier, unit, period, body and locator."""

from dataclasses import replace

from bukhara.charts.chart import Cell, Href, Table
from bukhara.charts.source_cell import source_cell
from bukhara.comparability.rate import monthly
from bukhara.i18n.codes import label
from bukhara.i18n.figures import PARTS_DISAGREE, value_text
from bukhara.i18n.periods import period_text
from bukhara.i18n.subjects import REPATRIATED, body_name, citizenship, place
from bukhara.i18n.units import unit_text
from bukhara.i18n.words import Words
from bukhara.model.codes import Qualifier
from bukhara.model.framework import Framework
from bukhara.model.observation import COUNTED, Observation
from bukhara.views.statistics import StateStatistics, Statistics


def table(view: Statistics, state: StateStatistics, words: Words, href: Href) -> Table:
    """Return one row for each figure, in stored order; a change without its base is text in every export."""
    first_column, *more = figure_columns(words)
    rate_column = (words("Monthly average (count divided by months)"),) if view.monthly else ()
    last = (words("Remark"),) if view.disagree else ()
    rated = {o.observation_id for group in state.axis_groups if group.per_month for o in group.observations}
    rows = []
    for figure in state.figures:
        first, *rest = figure_cells(view, figure, words, href)
        rate = [_rate(figure, words, is_rate=figure.observation_id in rated)] if view.monthly else []
        remark = words(PARTS_DISAGREE) if figure.observation_id in view.disagree else ""
        rows.append((first, *rate, *rest, *(Cell(remark) for _ in last)))
    return Table((first_column, *rate_column, *more, *last), tuple(rows))


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


def _rate(figure: Observation, words: Words, *, is_rate: bool) -> Cell:
    if not is_rate:
        return Cell(words("not converted"))
    shown = monthly(figure)
    # In an export, a number without its qualifier ("at least") would be wrong.
    exact = figure.qualifier is Qualifier.EXACT and shown.value is not None
    return Cell(value_text(shown, words), shown.value if exact else None)


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
