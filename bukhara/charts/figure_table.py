"""Figures as rows of a table: value with its qualifier, unit, period, what is counted, body, place and quotation."""

from collections.abc import Sequence

from bukhara.charts.chart import Cell, Chart, Href, Table
from bukhara.i18n.figures import value_text
from bukhara.i18n.locators import locator_text
from bukhara.i18n.periods import period_text
from bukhara.i18n.subjects import body_name, breakdown
from bukhara.i18n.units import unit_text
from bukhara.i18n.words import Words
from bukhara.model.codes import Qualifier, State
from bukhara.model.framework import Framework
from bukhara.model.observation import Observation


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


def figure_cells(framework: Framework, figure: Observation, words: Words, href: Href) -> tuple[Cell, ...]:
    """Return the cells of a figure in the order of `figure_columns`."""
    # In an export, a number without its qualifier ("at least", change without base) would be wrong.
    exact = figure.qualifier is Qualifier.EXACT and figure.value is not None
    has_page = figure.quote or figure.state is State.VALUE
    address = href(figure.observation_id) if has_page else ""
    return (
        Cell(value_text(figure, words), figure.value if exact else None, figure.state, address),
        Cell(unit_text(figure, words)),
        Cell(period_text(figure.period, figure.period_label, words)),
        Cell(breakdown(figure, words, framework)),
        Cell(body_name(figure.reporter, words, framework)),
        Cell(
            locator_text(figure.source_locator, words),
            figure.source_locator,
            lang="en" if figure.is_international else "",
            source_id=figure.source_id,
        ),
    )


def state_figures(
    figures: Sequence[Observation], words: Words, *, framework: Framework, title: str, source: str, href: Href
) -> Chart:
    """Return the table of the figures of one state in stored order, each with its measure and quotation.

    `href` returns the evidence address of an observation id.
    """
    rows = (
        (
            Cell(words.text(framework.indicator(each.indicator).name)),
            *figure_cells(framework, each, words, href),
            Cell("“{}”".format(each.quote.replace(" | ", "” “")) if each.quote else "", lang="en"),
        )
        for each in figures
    )
    return Chart(
        id="country-figures",
        title=title,
        subtitle=words("Each figure with its own period; periods of different length are not comparable"),
        table=Table((words("Measure"), *figure_columns(words), words("Quotation")), tuple(rows)),
        source=source,
    )
