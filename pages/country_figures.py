"""The figures of a state: its own statistics as charts, and every figure in the sources as a table."""

from dataclasses import replace

from markupsafe import Markup

from bukhara.charts import state_figures, statistics
from bukhara.charts.chart import Chart
from bukhara.views import country
from bukhara.views import statistics as figures_of_state
from web.charts import figure_address, source_line, with_differing
from web.request import PageRequest
from web.statistics_links import statistics_links

DRAWN = (figures_of_state.REGISTERED, "CTX-victims")


def figures(page_request: PageRequest, view: country.CountryView) -> tuple[Markup | Chart, ...]:
    """Return the charts of a state, links to its other statistics, and the table of all its figures."""
    return (*_statistics(page_request, view.country.code), *_figures(page_request, view))


def _statistics(page_request: PageRequest, code: str) -> tuple[Chart, ...]:
    views = [page_request.view(figures_of_state.build, topic=topic, countries=(code,)) for topic in DRAWN]
    states = [(view, state) for view in views for state in view.states if state.axis_groups]
    drawn = (
        (statistics.chart(view, state, page_request.words, figure_address(page_request)), state)
        for view, state in states
    )
    return tuple(with_differing(page_request, replace(chart, compact=True), state.figures) for chart, state in drawn)


def _figures(page_request: PageRequest, view: country.CountryView) -> tuple[Markup | Chart, ...]:
    words, snapshot, code = page_request.words, page_request.snapshot, view.country.code
    held = [o for o in snapshot.observations if o.country == code and not (o.partner or o.is_international)]
    table = state_figures.chart(
        held,
        words,
        framework=snapshot.framework,
        title=words("{country}: every figure in the sources", country=words.text(view.country.short)),
        source=source_line(page_request, view.country.code),
        href=figure_address(page_request),
    )
    return (*statistics_links(page_request, code), with_differing(page_request, replace(table, compact=True), held))
