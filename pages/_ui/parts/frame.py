"""The frame around every chart: title, place and period, tabs Chart | Table, downloads, source, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from dash import dcc, html
from dash.development.base_component import Component

from bukhara.figures.chart import Chart
from pages._ui.parts.fragment import Fragment
from pages._ui.parts.templates import render

if TYPE_CHECKING:
    from pages._ui.parts.reader import Reader

GRAPH_CONFIG: Any = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "plotlyServerURL": ""}


def frame(reader: Reader, chart: Chart) -> Component:
    """Return a chart with all that must travel with it; without a figure only the table is shown."""
    downloads = {kind: download_address(reader, chart.id, kind) for kind in ("csv", "xlsx")}
    values = {"chart": chart, "downloads": downloads, "graph": graph_id(chart.id)}
    head = Fragment(render(reader, "frame_head.html", **values), "frame-head")
    foot = Fragment(render(reader, "frame_foot.html", **values), "frame-foot")
    return html.Section([head, *_graph(reader, chart), foot], className="frame", id=chart.id)


def graph_id(chart_id: str) -> str:
    """Return the id of the graph inside the frame."""
    return f"{chart_id}-graph"


def download_address(reader: Reader, chart_id: str, kind: str) -> str:
    """Return where the chart's table can be had as `csv` or `xlsx`, for the same address."""
    query = {**reader.query, "page": reader.path}
    return f"/download/{chart_id}.{kind}?{urlencode(query)}"


def _graph(reader: Reader, chart: Chart) -> list[Component]:
    if chart.figure is None:
        return []
    style = {"height": f"{chart.height}px"}
    layout = chart.figure["layout"] | {"separators": reader.words.separators}
    figure = chart.figure | {"layout": layout}
    graph = dcc.Graph(id=graph_id(chart.id), figure=figure, config=GRAPH_CONFIG, style=style)
    named: Any = {"aria-label": chart.title}
    return [html.Div(graph, className="frame-graph", role="img", **named)]
