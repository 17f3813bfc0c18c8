"""A chart in a frame on another site: the picture with what belongs to it, without scripts, cookies or Dash."""

from math import ceil
from typing import Any

from dash import html
from dash.development.base_component import Component
from flask import Flask, Response, abort, current_app, request
from markupsafe import Markup, escape

from bukhara.charts.chart import Chart
from bukhara.charts.svg.canvas import text_width
from web.addresses import address_of
from web.chart_card import picture
from web.charts import chart_address, dated, find_chart
from web.fonts import of_page
from web.request import PageRequest
from web.responses import ANYWHERE
from web.templating import render

PATH = "/embed"
POLICY = (
    "default-src 'none'; script-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    f"font-src 'self' data:; base-uri 'none'; form-action 'none'; {ANYWHERE}"
)
MODES = ("light", "dark")
_WIDE, _NARROW = 800, ((800, 560), (560, 330))
"""The width in pixels for which a frame is made, and for narrow columns up to which width and for which one."""
_LAST = "As of 28 September 2023, release 10. Bukhara Monitor: table, evidence and how to cite"
"""About as much text as the last line of a frame has."""
_TITLE, _TEXT, _MARGINS, _PADDING, _LINE, _BETWEEN = 20, 13, 130, 24, 1.55, 40
"""Pixels of letters and of what is between texts, the height of a line, and the space between plots."""


def register(server: Flask) -> None:
    """Answer `/embed/<page>/<chart>`, the only address that other sites may show in a frame."""
    server.add_url_rule(f"{PATH}/<path:chart>", "embed", _embed)


def lines_to_copy(page_request: PageRequest, chart: Chart) -> Component | None:
    """Return the lines with which another site shows a chart, for the page of the chart; none if it has no picture."""
    if not chart.has_picture:
        return None
    words = page_request.words
    said = words("Copy these lines into the page. The chart stays as it is in this release.")
    named: Any = {"readOnly": True, "className": "form-control form-control-sm"}
    lines = html.Textarea(snippet(page_request, chart), id="embed", rows=3, **named)
    name = html.Summary(words("Show this chart on another site"))
    return html.Details([name, html.Label(said, htmlFor="embed"), " ", lines], className="more")


def snippet(page_request: PageRequest, chart: Chart) -> str:
    """Return the HTML that shows a chart of this release in a page of another site, as high as its column needs."""
    address = chart_address(page_request, chart.id, pinned=True).replace("/chart", PATH, 1)
    wide = _height(chart, _WIDE)
    # without a script: a step below a width of the column, which is 100cqw
    steps = (f"min((100cqw - {most}px) * -999, {_height(chart, width)}px)" for most, width in _NARROW)
    return (
        '<div style="container-type:inline-size">'
        f'<iframe src="{escape(page_request.service.settings.origin + address)}" title="{escape(chart.title)}" '
        f'height="{wide}" style="border:0;width:100%;height:max({wide}px, {", ".join(steps)})" loading="lazy"></iframe>'
        "</div>"
    )


def _height(chart: Chart, width: int) -> int:
    """Return about how many pixels a chart takes in a column with the texts around it."""
    texts = [(chart.title, _TITLE), *((text, _TEXT) for text in (chart.subtitle, chart.source, *chart.notes, _LAST))]
    around = sum(ceil(text_width(text, size) / (width - _PADDING)) * size * _LINE for text, size in texts)
    plots = chart.subplots
    if not plots or width == _WIDE:
        return round(chart.height + around + _MARGINS)
    above, right, below, left = chart.drawing.margins if chart.drawing else (_BETWEEN, 0, 0, 0)
    beside = max(1, (width - _PADDING - left - right + _BETWEEN) // (plots.least + _BETWEEN))
    rows = ceil(plots.count / beside)
    return round(rows * (plots.tall + above + below) + around + _MARGINS)


def _embed(chart: str) -> Response:
    path, _, chart_id = f"/{chart}".rpartition("/")
    page_request, _, found = find_chart(chart_id, path or "/", request.args.to_dict())
    if found is None or not found.has_picture:
        abort(404)
    shown = render(
        page_request,
        "framed_charts/frame.html",
        chart=found,
        drawn=Markup(found.html) if found.html else picture(found),  # noqa: S704  (made by a template)
        address=chart_address(page_request, found.id),
        as_of=dated(page_request, found),
        mode=page_request.one_of("mode", MODES, MODES[0]),
        fonts=of_page(page_request.words.language),
        stylesheet=address_of(current_app.config["STYLESHEET"]),
    )
    return Response(shown, headers={"Content-Security-Policy": POLICY})
