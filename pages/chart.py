"""One chart on a page of its own: large, with its table, definition, coverage by state and how to cite it."""

from dataclasses import dataclass, replace
from typing import ClassVar

from dash import register_page

from bukhara.charts.chart import Chart
from bukhara.model.framework import Indicator
from bukhara.views import chart_coverage
from web.charts import chart_address, dated, download_address, find_chart
from web.embed import chart_head, snippet
from web.layout import layout_of
from web.page import Page
from web.request import PageRequest
from web.templating import Context, render

PATH = "/chart/<chart>"
LARGER, LARGEST, ROW = 1.3, 900, 460


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutChart(Context):
    """Definition, coverage and citation of a chart.

    `until` is its day, `pinned` its address in this release, `metadata` a file, `snippet` HTML for another site.
    """

    template: ClassVar[str] = "pages/chart.html"
    chart: Chart
    as_of: str
    measures: tuple[Indicator, ...]
    coverage: tuple[chart_coverage.StateCoverage, ...]
    pinned: str
    metadata: str
    snippet: str


def content(page_request: PageRequest) -> Page:
    """Show the chart that the end of the address names, of the page before it: `/chart/countries/KAZ/<id>`."""
    path, _, chart_id = page_request.path.removeprefix("/chart").rpartition("/")
    own, page, chart = find_chart(chart_id, path or "/", {} if path.startswith("/chart") else page_request.query)
    if chart is None or path.startswith("/chart"):
        return Page(title=page_request.words("There is no page at this address"), found=False)
    about = AboutChart(
        chart=chart,
        as_of=dated(own, chart),
        measures=tuple(page_request.snapshot.framework.indicator(each) for each in chart.measures),
        coverage=page_request.view(chart_coverage.build, chart.measures),
        pinned=chart_address(own, chart.id, pinned=True),
        metadata=download_address(own, chart.id, "json"),
        snippet=snippet(own, chart) if chart.drawing else "",
    )
    larger = ROW if chart.compact else round(chart.height * LARGER)
    height = max(chart.height, min(LARGEST, larger))
    return Page(
        title=chart.title,
        head=chart_head(own, chart),
        figures=bool(chart.measures),
        crumbs=((page.title, path or "/"),),
        sections=(replace(chart, height=height), render(page_request, about)),
    )


register_page(__name__, path_template=PATH, name="Chart", content=content)
layout = layout_of(PATH)
