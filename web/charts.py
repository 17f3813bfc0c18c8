"""The frame around every chart: title, tabs Chart | Table, downloads, source, notes, differences between sources."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar

from dash import dcc, html
from dash.development.base_component import Component
from markupsafe import Markup

from bukhara.charts import theme
from bukhara.charts.chart import Chart, DifferenceNote, Figure
from bukhara.charts.day_words import dated_release, figures_up_to
from bukhara.i18n.basis import confirmation_sentence
from bukhara.i18n.record_texts import titles
from bukhara.i18n.source_differences import short_numbers, status_text
from bukhara.i18n.words import Words
from bukhara.model.difference import Difference, DifferenceStatus
from bukhara.model.observation import Observation
from bukhara.views import basis
from web.addresses import address_of
from web.fragment import Fragment
from web.page import Page
from web.public_pages import page_at
from web.request import PageRequest
from web.templating import Context, render

PAGE = "/chart"
"""The page of a chart: this, the path of the page it is on, and its id."""
PICTURES = ("png", "svg", "pdf")
GRAPH_CONFIG: Any = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "plotlyServerURL": ""}


@dataclass(frozen=True, slots=True)
class FrameFoot(Context):
    """Table, source, notes and tools below a chart.

    Attributes:
        chart: the chart.
        files: kind and address of each file of the chart, and whether it is a picture.
        address: the page of the chart.
        is_alone: whether this is the page of the chart.
    """

    template: ClassVar[str] = "web/frame_foot.html"
    chart: Chart
    files: tuple[tuple[str, str], ...]
    address: str
    is_alone: bool


@dataclass(frozen=True, slots=True)
class FrameMarkup:
    """The HTML around a chart, and of the chart itself as the server draws it or as a table of links."""

    head: Markup
    foot: Markup
    drawn: Markup


def frames(page_request: PageRequest, page: Page) -> dict[str, FrameMarkup]:
    """Return the HTML of the charts of a page by their ids."""
    return {chart.id: _markup(page_request, chart) for chart in page.charts}


def frame(page_request: PageRequest, chart: Chart, markup: FrameMarkup, *, static: bool) -> Component:
    """Return a chart with all that must travel with it; without a figure only the table is shown.

    A `static` chart is drawn by the server, else it is drawn by plotly.
    """
    graph: list[Component] = []
    if chart.html:
        graph = [Fragment(markup.drawn)]
    elif chart.figure is not None:
        named: Any = {"aria-label": _description(chart, page_request.words)}
        inner = Fragment(markup.drawn) if static else _graph(page_request, chart, chart.figure)
        # the height is there before plotly is: what is below does not move
        size = {"height": f"{chart.height}px"}
        kind = "frame-graph in-subplots" if static and chart.subplots else "frame-graph"
        graph = [html.Div(inner, className=kind, role="group", tabIndex="0", style=size, **named)]
    head, foot = Fragment(markup.head, "frame-head"), Fragment(markup.foot, "frame-foot")
    name = "frame compact" if chart.compact else "frame"
    name += f" columns-{chart.subplots.count}" if chart.subplots else ""
    return html.Section([head, *graph, foot], className=name, id=chart.id)


def _description(chart: Chart, words: Words) -> str:
    """Return the description of a chart for screen readers: its title and the number of its rows."""
    rows = words.plural(
        "It shows {n} row of data; the tab “Table” lists it.",
        "It shows {n} rows of data; the tab “Table” lists them.",
        len(chart.table.rows),
    )
    return f"{chart.title}. {rows}"


def _markup(page_request: PageRequest, chart: Chart) -> FrameMarkup:
    kinds = (*PICTURES, "csv", "xlsx") if chart.figure else ("csv", "xlsx")
    files = tuple((kind, download_address(page_request, chart.id, kind)) for kind in kinds)
    return FrameMarkup(
        head=render(page_request, "web/frame_head.html", chart=chart),
        foot=render(
            page_request,
            FrameFoot(chart, files, chart_address(page_request, chart.id), page_request.path.startswith(f"{PAGE}/")),
        ),
        drawn=drawn_chart(page_request, chart),
    )


def drawn_chart(page_request: PageRequest, chart: Chart) -> Markup:
    """Return a chart as the server draws it: its table of links, or its figure."""
    if chart.html:
        return Markup(chart.html)  # noqa: S704  (made by a template)
    return (
        render(page_request, "web/drawn_chart.html", chart=chart, drawing=chart.drawing) if chart.drawing else Markup()
    )


def find_chart(chart_id: str, path: str, query: Mapping[str, str]) -> tuple[PageRequest, Page, Chart | None]:
    """Return a chart of the page at an address, in whatever tab it is, with its request and its page."""
    page_request, page = found = page_at(path, query)
    tabs = (page_at(path, {**query, "tab": tab}) for tab in page.tabs)
    for own, each in (found, *tabs):
        for chart in each.charts:
            if chart.id == chart_id:
                return own, each, chart
    return page_request, page, None


def graph_id(chart_id: str) -> str:
    """Return the id of the graph inside the frame."""
    return f"{chart_id}-graph"


def download_address(page_request: PageRequest, chart_id: str, kind: str) -> str:
    """Return the address of a file of a chart: its table or its picture, for the same selection."""
    query = {**page_request.query, "page": _page_of_chart(page_request)}
    return address_of(f"/download/{chart_id}.{kind}", query)


def chart_address(page_request: PageRequest, chart_id: str, *, pinned: bool = False) -> str:
    """Return the address of the page of a chart; a `pinned` one shows the same when the next release is published."""
    fixed = {"release": str(page_request.snapshot.release.number)} if pinned else {}
    query = {**page_request.query, **fixed}
    path = f"{PAGE}{_page_of_chart(page_request).removesuffix('/')}/{chart_id}"
    return address_of(path, query)


def day_of(page_request: PageRequest, chart: Chart) -> date:
    """Return the day up to which the sources of a chart are read."""
    snapshot = page_request.snapshot
    return snapshot.newest_source if chart.measures else snapshot.as_of


def dated(page_request: PageRequest, chart: Chart) -> str:
    """Return the day and release of a chart as a sentence: figures go up to the newest source."""
    said = figures_up_to if chart.measures else dated_release
    return said(page_request.snapshot, page_request.words, page_request.country)


def _page_of_chart(page_request: PageRequest) -> str:
    """Return the page that charts come from: on the page of one chart, the page before it."""
    path = page_request.path
    return path.removeprefix(PAGE).rpartition("/")[0] or "/" if path.startswith(f"{PAGE}/") else path


def source_line(page_request: PageRequest, country: str = "") -> str:
    """Return the sources of the snapshot, or those that speak of `country`, with day and release in one sentence."""
    snapshot = page_request.snapshot
    cited = snapshot.sources_about(country) if country else snapshot.sources
    return _sources(page_request, {source.source_id for source in cited}, _figures_as_of(page_request))


def _figures_as_of(page_request: PageRequest) -> str:
    return figures_up_to(page_request.snapshot, page_request.words, page_request.country)


def source_of(page_request: PageRequest, figures: Iterable[Observation]) -> str:
    """Return the sources of figures, with day and release in one sentence."""
    return _sources(
        page_request,
        {figure.source_id for figure in figures},
        _figures_as_of(page_request),
    )


def status_source(page_request: PageRequest, country: str = "", figures: Iterable[Observation] = ()) -> str:
    """Return the sources of statuses, of `country` if given, and who confirmed them.

    The sources of `figures` are among them.
    """
    cited = {s.source_id for s in page_request.snapshot.statements if country in ("", s.country)}
    as_of = dated_release(page_request.snapshot, page_request.words, country)
    named = _sources(page_request, cited | {figure.source_id for figure in figures}, as_of)
    return f"{named} {confirmation_sentence(page_request.view(basis.build, country), page_request.words)}".strip()


def _sources(page_request: PageRequest, cited: set[str], as_of: str) -> str:
    words = page_request.words
    named = titles([source for source in page_request.snapshot.sources if source.source_id in cited], words)
    return f"{words('Source: {titles}.', titles=named)} {as_of}"


def evidence_address(page_request: PageRequest) -> Callable[[str, str], str]:
    """Return how the page with the evidence of a state and an item is addressed."""
    return lambda country, item: page_request.href(f"/evidence/{country}/{item}")


def figure_address(page_request: PageRequest) -> Callable[[str], str]:
    """Return how the page with the evidence of a figure is addressed."""
    return lambda found: page_request.href(f"/evidence/observation/{found}")


def with_differing(page_request: PageRequest, chart: Chart, figures: Iterable[Observation]) -> Chart:
    """Return the chart, with a sentence under it where one of its figures is in a difference between sources."""
    words, ids = page_request.words, {figure.observation_id for figure in figures}
    found = [d for d in page_request.snapshot.differences if any(o.observation_id in ids for o in d.observations)]
    if not found:
        return chart
    links = tuple((_numbers(d, words), page_request.href("/contested") + f"#{d.group}") for d in found)
    is_open = any(d.status is DifferenceStatus.OPEN for d in found)
    note = words("Sources differ about figures in this chart. All of them are kept as published:")
    return replace(chart, differing=DifferenceNote(note, links, is_open))


def _numbers(difference: Difference, words: Words) -> str:
    """Return the numbers of a difference, with its status unless it is open."""
    numbers = short_numbers(difference, words)
    is_open = difference.status is DifferenceStatus.OPEN
    return numbers if is_open else f"{numbers} ({status_text(difference.status, words)})"


def _graph(page_request: PageRequest, chart: Chart, figure: Figure) -> Component:
    style, shown = {"height": f"{chart.height}px"}, theme.in_words(figure, page_request.words)
    return dcc.Graph(id=graph_id(chart.id), figure=shown, config=GRAPH_CONFIG, style=style)
