"""The frame around every chart: title, tabs Chart | Table, downloads, source, notes, differences between sources."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import urlencode

from dash import dcc, html
from dash.development.base_component import Component

from bukhara.figures import theme
from bukhara.figures.chart import Chart, DifferenceNote, Drawing
from bukhara.i18n.figures import value_text
from bukhara.i18n.titles import titles
from web.fragment import Fragment
from web.templating import Context, render

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bukhara.model.observation import Observation
    from web.request import Reader

GRAPH_CONFIG: Any = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "plotlyServerURL": ""}


@dataclass(frozen=True, slots=True)
class FrameHead(Context):
    """Title and tabs above a chart."""

    template: ClassVar[str] = "web/frame_head.html"
    chart: Chart


@dataclass(frozen=True, slots=True)
class FrameFoot(Context):
    """Table, source, notes and tools below a chart; `graph` is the id of the drawn chart."""

    template: ClassVar[str] = "web/frame_foot.html"
    chart: Chart
    graph: str
    csv: str
    xlsx: str


@dataclass(frozen=True, slots=True)
class DrawnChart(Context):
    """A chart as SVG, with its legend; plotly takes its place where there are scripts."""

    template: ClassVar[str] = "web/drawn_chart.html"
    chart: Chart
    drawing: Drawing


def frame(reader: Reader, chart: Chart, *, static: bool) -> Component:
    """Return a chart with all that must travel with it; without a figure only the table is shown.

    A `static` chart is drawn by the server, else it is drawn by plotly.
    """
    csv, xlsx = (download_address(reader, chart.id, kind) for kind in ("csv", "xlsx"))
    head = Fragment(render(reader, FrameHead(chart)), "frame-head")
    foot = Fragment(render(reader, FrameFoot(chart, graph_id(chart.id), csv, xlsx)), "frame-foot")
    return html.Section([head, *_graph(reader, chart, static=static), foot], className="frame", id=chart.id)


def graph_id(chart_id: str) -> str:
    """Return the id of the graph inside the frame."""
    return f"{chart_id}-graph"


def download_address(reader: Reader, chart_id: str, kind: str) -> str:
    """Return where the chart's table can be had as `csv` or `xlsx`, for the same address."""
    query = {**reader.query, "page": reader.path}
    return f"/download/{chart_id}.{kind}?{urlencode(query)}"


def source_line(reader: Reader, country: str = "") -> str:
    """Return the sources of the snapshot, or those that speak of `country`, with day and release in one sentence."""
    words, snapshot = reader.words, reader.snapshot
    cited = {s.source_id for s in snapshot.statements if s.country == country}
    cited |= {o.source_id for o in snapshot.observations if o.country == country}
    named = [source for source in snapshot.sources if not country or source.source_id in cited]
    return words(
        "Source: {titles}. As of {day}, release {release}.",
        titles=titles(named, words),
        day=words.date(snapshot.as_of),
        release=snapshot.release.number,
    )


def with_differing(reader: Reader, chart: Chart, figures: Iterable[Observation]) -> Chart:
    """Return the chart, with a sentence under it where one of its figures is in a difference between sources."""
    words, ids = reader.words, {figure.observation_id for figure in figures}
    found = [d for d in reader.snapshot.differences if any(o.observation_id in ids for o in d.observations)]
    if not found:
        return chart
    links = tuple(
        (" / ".join(value_text(o, words) for o in d.observations), reader.href("/data-quality") + f"#{d.group}")
        for d in found
    )
    note = words("Sources differ about figures of this picture; all of them are kept as printed:")
    return replace(chart, differing=DifferenceNote(note, links))


def _graph(reader: Reader, chart: Chart, *, static: bool) -> list[Component]:
    if chart.figure is None:
        return []
    graph: Component
    if static and chart.drawing:
        graph = Fragment(render(reader, DrawnChart(chart, chart.drawing)))
    else:
        style, figure = {"height": f"{chart.height}px"}, theme.in_words(chart.figure, reader.words)
        graph = dcc.Graph(id=graph_id(chart.id), figure=figure, config=GRAPH_CONFIG, style=style)
    named: Any = {"aria-label": chart.title}
    return [html.Div(graph, className="frame-graph", role="group", **named)]
