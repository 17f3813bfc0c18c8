"""The figures of a state: its own series as charts, and every figure in the sources as a table."""

from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from bukhara.charts import small_multiples
from bukhara.charts.chart import Chart
from bukhara.charts.figure_table import state_figures
from bukhara.views.countries import country
from bukhara.views.statistics import explore
from web.charts import figure_address, source_line, with_differing
from web.components.lists import card
from web.page import Section
from web.parameters import STATES
from web.request import PageRequest


def figures(page_request: PageRequest, view: country.CountryView) -> tuple[Section, ...]:
    """Return the charts of a state, links to its other statistics, and the table of all its figures."""
    return (*_series(page_request, view.country.code), *_figures(page_request, view))


def _series(page_request: PageRequest, code: str) -> tuple[Chart, ...]:
    """Return the series of a state's own bodies that are long enough to show a course; the table has the others."""
    explored = page_request.view(explore.build, explore.Selection(countries=(code,)))
    look = small_multiples.Look(words=page_request.words, href=figure_address(page_request))
    return tuple(
        with_differing(page_request, small_multiples.chart(row, explored, look), row.figures)
        for row in explored.rows
        if not row.view.is_international and small_multiples.has_series(row)
    )


def _figures(page_request: PageRequest, view: country.CountryView) -> tuple[Section, ...]:
    words, snapshot, code = page_request.words, page_request.snapshot, view.country.code
    held = [o for o in snapshot.observations if o.country == code and not (o.partner or o.is_international)]
    table = state_figures(
        held,
        words,
        framework=snapshot.framework,
        title=words("{country}: every figure in the sources", country=words.text(view.country.short)),
        source=source_line(page_request, view.country.code),
        href=figure_address(page_request),
    )
    return (*_sent_to_unodc(page_request, code), with_differing(page_request, replace(table, compact=True), held))


def _sent_to_unodc(page_request: PageRequest, code: str) -> tuple[Component, ...]:
    """Return links to the measures of international statistics that have figures of a state; nothing without one."""
    words, snapshot = page_request.words, page_request.snapshot
    held = {each.indicator for each in snapshot.observations if each.is_international and each.country == code}
    links = [
        html.A(words.text(each.name), href=page_request.href("/statistics", measure=each.id, **{STATES: code}))
        for each in snapshot.framework.measures
        if each.id in held
    ]
    said = words(
        "States send yearly figures to UNODC. They are shown for each state by itself, because laws and ways of "
        "counting differ. “<5” is a number that UNODC masked: 0 to 4."
    )
    listed = html.Ul([html.Li(link) for link in links], className="plain")
    return (card(words("Official figures sent to UNODC"), html.P(said), listed, id="unodc"),) if links else ()
