"""Victims as a tab of Statistics: shares within a country and of the region."""

from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from bukhara.charts import victim_shares
from bukhara.charts.chart import Chart, Table
from bukhara.charts.figure_table import state_figures
from bukhara.i18n.record_texts import titles
from bukhara.views.statistics import identified
from bukhara.views.statistics.identified import MEASURE
from pages.statistics_parts import OUTLINED
from web.charts import figure_address, source_line, with_differing
from web.request import PageRequest

Sections = tuple[Component | Chart, ...]


def victims(page_request: PageRequest) -> Sections:
    """Return the shares of each country and of the region."""
    return (*_shares(page_request), *_region(page_request))


def _shares(page_request: PageRequest) -> Sections:
    """Return the newest shares that UNODC has of each country; nothing without its figures."""
    words, view = page_request.words, page_request.view(identified.victim_shares)
    if not view.columns:
        return ()
    ids = dict.fromkeys(figure.source_id for figure in view.figures)
    source = words("Source: {titles}", titles=titles([page_request.snapshot.source(each) for each in ids], words))
    drawn = victim_shares.chart(view, words, source=source, href=figure_address(page_request))
    every = html.A(
        words("All figures sent to UNODC, year by year"),
        href=page_request.href("/statistics", measure=MEASURE),
        className=OUTLINED,
    )
    return (with_differing(page_request, drawn, view.figures), html.P(every, className="more-rows"))


def _region(page_request: PageRequest) -> Sections:
    """Return the shares that a source prints of the region, each with its quotation."""
    words, figures = page_request.words, page_request.view(identified.build).regional_shares
    if not figures:
        return ()
    table = state_figures(
        figures,
        words,
        framework=page_request.snapshot.framework,
        title=words("Identified victims in the region, shares"),
        source=source_line(page_request, "REG"),
        href=figure_address(page_request),
    )
    # the measure of all rows is in the title
    shown = Table(table.table.columns[1:], tuple(row[1:] for row in table.table.rows))
    said = words("The number of victims is not given, so that no share can be turned into a number of persons.")
    chart = replace(table, id="shares", subtitle="", table=shown, notes=(said,), measures=(identified.SHARES,))
    return (with_differing(page_request, chart, figures),)
