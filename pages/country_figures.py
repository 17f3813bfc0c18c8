"""The figures of a state: its own statistics as charts, and every figure in the sources as a table."""

from dataclasses import replace

from markupsafe import Markup

from bukhara.charts import state_figures, statistics
from bukhara.charts.chart import Chart
from bukhara.views import country
from bukhara.views import statistics as figures_of_state
from web.charts import figure_address, source_line, with_differing
from web.request import Reader
from web.statistics_links import statistics_links

DRAWN = (figures_of_state.REGISTERED, "CTX-victims")


def figures(reader: Reader, view: country.CountryView) -> tuple[Markup | Chart, ...]:
    """Return the charts of a state, links to its other statistics, and the table of all its figures."""
    return (*_statistics(reader, view.country.code), *_figures(reader, view))


def _statistics(reader: Reader, code: str) -> tuple[Chart, ...]:
    views = [reader.view(figures_of_state.build, topic=topic, country=code) for topic in DRAWN]
    states = [(view, state) for view in views for state in view.states if state.axis_groups]
    drawn = ((statistics.chart(view, state, reader.words, figure_address(reader)), state) for view, state in states)
    return tuple(with_differing(reader, replace(chart, compact=True), state.figures) for chart, state in drawn)


def _figures(reader: Reader, view: country.CountryView) -> tuple[Markup | Chart, ...]:
    words, snapshot, code = reader.words, reader.snapshot, view.country.code
    held = [o for o in snapshot.observations if o.country == code and not (o.partner or o.is_international)]
    table = state_figures.chart(
        held,
        words,
        framework=snapshot.framework,
        title=words("{country}: every figure in the sources", country=words.text(view.country.short)),
        source=source_line(reader, view.country.code),
        href=figure_address(reader),
    )
    return (*statistics_links(reader, code), with_differing(reader, replace(table, compact=True), held))
