"""One chart on a page of its own: large, with its table, definition and how to cite it."""

from dataclasses import replace
from typing import Any

from dash import html, register_page
from dash.development.base_component import Component
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from bukhara.charts.chart import Chart
from bukhara.model.framework import Indicator
from web.charts import chart_address, dated, day_of, download_address, find_chart
from web.components.lists import card
from web.components.tools import copy_button
from web.page import Page
from web.request import PageRequest, page_request_of
from web.templating import render

PATH = "/chart/<chart>"
register_page(__name__, path_template=PATH, kept=True)
LARGER, LARGEST, ROW = 1.3, 900, 460


def layout(**query: str) -> Page:
    """Show the chart that the end of the address names, of the page before it: `/chart/countries/KAZ/<id>`."""
    page_request = page_request_of(PATH, query)
    path, _, chart_id = page_request.path.removeprefix("/chart").rpartition("/")
    own, page, chart = find_chart(chart_id, path or "/", {} if path.startswith("/chart") else page_request.query)
    if chart is None or path.startswith("/chart"):
        return Page(title=page_request.words("There is no page at this address"), found=False)
    measures = tuple(page_request.snapshot.framework.indicator(each) for each in chart.measures)
    larger = ROW if chart.compact else round(chart.height * LARGER)
    height = max(chart.height, min(LARGEST, larger))
    return Page(
        title=chart.title,
        head=_head(own, chart),
        figures=bool(chart.measures),
        crumbs=((page.title, path or "/"),),
        sections=(
            replace(chart, height=height, is_folded=False),
            _definition(page_request, chart, measures),
            _citation(own, chart),
        ),
    )


def _head(page_request: PageRequest, chart: Chart) -> Markup:
    """Return the lines of the head of the page of a chart; pictures and files are those of its release."""
    site, snapshot = page_request.service.settings.origin, page_request.snapshot
    files = {kind: site + download_address(page_request, chart.id, kind) for kind in ("png", "csv")}
    dataset = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": chart.title,
        "description": f"{chart.subtitle} {chart.source}",
        "url": site + chart_address(page_request, chart.id, pinned=True),
        "version": str(snapshot.release.number),
        "inLanguage": page_request.words.language,
        "temporalCoverage": f"../{day_of(page_request, chart).isoformat()}",
        "spatialCoverage": [each.name.in_(page_request.words.language) for each in snapshot.framework.countries],
        "distribution": [{"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": files["csv"]}],
    }
    picture_address = files["png"] if chart.has_picture else ""
    data = htmlsafe_json_dumps(dataset)
    return render(page_request, "web/chart_head.html", chart=chart, picture=picture_address, dataset=data)


def _definition(page_request: PageRequest, chart: Chart, measures: tuple[Indicator, ...]) -> Component:
    words = page_request.words
    parts: list[Component] = [html.P(chart.definition)] if chart.definition else []
    for measure in measures:
        definition = f" {words.text(measure.definition)}" if measure.definition else ""
        parts.append(html.P([html.Strong(f"{words.text(measure.name)}."), definition]))
    if not parts:
        rule = words("A theme has a status by written conditions, from what state bodies reported.")
        parts.append(html.P([rule, " ", html.A(words("Method"), href=page_request.href("/method"))]))
    if measures:
        parts.append(html.A(words("Who reports what"), href=page_request.href("/statistics", tab="reported")))
    return card(words("Definition"), *parts)


def _citation(page_request: PageRequest, chart: Chart) -> Component:
    """Return how to cite the chart as it is in this release."""
    words, pinned = page_request.words, chart_address(page_request, chart.id, pinned=True)
    plain: Any = {"data-plain": ""}
    what = words("Bukhara Monitor: {title}.", title=chart.title)
    cited = f"{what} {dated(page_request, chart)} "
    fixed = html.A(words("Address of this release, which does not change"), href=pinned, **plain)
    copied = copy_button(page_request, words("Copy the address of this release"), pinned)
    parts: list[Component] = [html.P([cited, fixed]), html.P(copied, className="tools mt-2 mb-0")]
    return card(words("How to cite"), *parts)
