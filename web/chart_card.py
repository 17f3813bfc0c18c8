"""A chart with all that must travel with it: title, picture, table, source, notes and files.

The picture of the server is the chart. Plotly comes when a reader touches it, and draws over the picture; the rows of
the table come when it is opened.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from dash import MATCH, ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html
from dash.development.base_component import Component
from markupsafe import Markup

from bukhara.charts import theme
from bukhara.charts.chart import Cell, Chart, Drawing, Figure
from web.addresses import path_of
from web.charts import GRAPH_CONFIG, PAGE, PICTURES, chart_address, download_address, find_chart
from web.components.contact import fault_links
from web.components.lists import head, joined, scrolled
from web.components.passages import cited_lines, place
from web.components.svg import flag_sign
from web.first_paint import to_html
from web.fragment import Fragment
from web.request import PageRequest

TOUCHED, FIGURE, PLOT, GRAPH, OPENED, TABLE = "touched", "figure", "plot", "graph", "opened", "table"
"""The types of the ids of a chart: place, what plotly draws, where, plot, head and rows of its table."""
LIMIT = 200
"""The most rows of a table on a page; files have all."""
_BUTTON = "btn btn-outline-secondary btn-sm"


def chart_card(page_request: PageRequest, chart: Chart) -> Component:
    """Return a chart in its frame; without a figure only the table is shown."""
    name = "frame compact" if chart.compact else "frame"
    parts = [_head(page_request, chart), *_picture(page_request, chart), _foot(page_request, chart)]
    if chart.is_folded:
        folded = [html.Summary(html.H2(chart.title)), *parts]
        return html.Details(folded, className=f"{name} narrow-fold", id=chart.id)
    picture = f'url("{download_address(page_request, chart.id, "svg")}")'
    own: Any = {"style": {"--picture": picture}} if _is_alone(page_request) else {}
    return html.Section(parts, className=name, id=chart.id, **own)


def register(app: Dash) -> None:
    """Let a chart that is touched be drawn by plotly, its marks lead to their evidence, and its table be filled."""
    app.clientside_callback(
        ClientsideFunction("bukhara", "plot"),
        Output({"type": PLOT, "chart": MATCH}, "children"),
        Input({"type": TOUCHED, "chart": MATCH}, "n_clicks"),
        State({"type": FIGURE, "chart": MATCH}, "data"),
        State({"type": PLOT, "chart": MATCH}, "children"),
        prevent_initial_call=True,
    )
    for function, changed in (("follow", "clickData"), ("years", "relayoutData")):
        graph = {"type": GRAPH, "chart": MATCH}, changed
        called = ClientsideFunction("bukhara", function), Output(*graph), Input(*graph)
        app.clientside_callback(*called, prevent_initial_call=True)

    @app.callback(
        Output({"type": TABLE, "chart": MATCH}, "children"),
        Input({"type": OPENED, "chart": MATCH}, "n_clicks"),
        prevent_initial_call=True,
    )
    def _fill(_opened: int) -> Component | None:
        found = urlsplit(str(ctx.triggered_id["chart"]))
        path, _, chart_id = path_of(found.path).removeprefix(PAGE).rpartition("/")
        page_request, _, chart = find_chart(chart_id, path or "/", dict(parse_qsl(found.query)))
        return _table(page_request, chart) if chart else None


def _is_alone(page_request: PageRequest) -> bool:
    """Return whether the page is that of one chart."""
    return page_request.path.startswith(f"{PAGE}/")


def picture(chart: Chart) -> Markup:
    """Return a chart as the server draws it; empty without a figure."""
    if chart.drawing is None:
        return Markup()
    if chart.narrow is None or chart.narrow_drawing is None:
        return _drawn(chart.drawing, chart.height, "drawn")
    narrow = _drawn(chart.narrow_drawing, chart.narrow[1], "drawn narrow")
    return _drawn(chart.drawing, chart.height, "drawn wide") + narrow


def _drawn(drawing: Drawing, height: int, look: str) -> Markup:
    padding = " ".join(f"{each}px" for each in drawing.margins)
    svg = Markup(drawing.svg)  # noqa: S704  (our own shapes, escaped where they are drawn)
    return Markup('<div class="{}" style="height:{}px;padding:{}">{}</div>').format(look, height, padding, svg)


def _head(page_request: PageRequest, chart: Chart) -> Component:
    words, differing = page_request.words, chart.differing
    flag: list[Any] = []
    every: Any = {"data-years": "", "hidden": True}
    undo = [html.Button(words("Show all years"), type="button", className=_BUTTON, **every)] if chart.subplots else []
    if differing:
        said = words("Sources differ") if differing.is_open else words("Sources differ, explained")
        look = "flag" if differing.is_open else "flag settled"
        flag = [" ", html.A([flag_sign(), " ", said], href=differing.links[0][1], className=look)]
    sub = html.P([chart.subtitle, *flag], className="sub")
    return html.Div([html.H2(chart.title), sub, *undo], className="frame-head")


def _picture(page_request: PageRequest, chart: Chart) -> list[Component]:
    """Return the place of a chart with its picture and, below, what plotly will draw over it; nothing without one."""
    if chart.html:
        return [Fragment(Markup(chart.html))]  # noqa: S704  (made by a template)
    if chart.figure is None:
        return []
    # the height is there before plotly is: what is below does not move
    if chart.drawing is None:
        graph = dcc.Graph(**_graph(page_request, chart, chart.figure))
        return [html.Div(graph, className="frame-graph", style={"height": f"{chart.height}px"})]
    look = "in-subplots" if chart.subplots else "in-two" if chart.narrow else ""
    rows = page_request.words.plural(
        "It shows {n} row of data; “Table” lists it. Arrow keys lead from mark to mark.",
        "It shows {n} rows of data; “Table” lists them. Arrow keys lead from mark to mark.",
        len(chart.table.rows),
    )
    named: Any = {"role": "group", "tabIndex": "0", "aria-label": f"{chart.title}. {rows}"}
    plotted = html.Div(id={"type": PLOT, "chart": chart.id}, className="plotted")
    drawn = html.Div(
        [Fragment(picture(chart), "picture"), plotted],
        id={"type": TOUCHED, "chart": chart.id},
        className=f"frame-graph {look}".strip(),
        style={"height": f"{chart.height}px"},
        disable_n_clicks=True,
        **named,
    )
    return [drawn, dcc.Store(id={"type": FIGURE, "chart": chart.id}, data=_graph(page_request, chart, chart.figure))]


def _graph(page_request: PageRequest, chart: Chart, figure: Figure) -> dict[str, Any]:
    """Return the properties of the `dcc.Graph` of a chart."""
    return {
        "id": {"type": GRAPH, "chart": chart.id},
        "figure": theme.in_words(figure, page_request.words),
        "config": GRAPH_CONFIG,
        "style": {"height": "100%"},
    }


def _foot(page_request: PageRequest, chart: Chart) -> Component:
    words, is_alone = page_request.words, _is_alone(page_request)
    notes: list[Component] = [html.P(note, className="note") for note in chart.notes]
    if chart.differing:
        links = joined((html.A(sentence, href=address) for sentence, address in chart.differing.links), "; ")
        notes.append(html.P([chart.differing.sentence, " ", *links, "."], className="note"))
    below: list[Component] = [
        html.P(cited_lines(page_request, chart.source, chart.cited), className="source"),
        *notes,
        html.P(joined(_tool_list(page_request, chart, is_alone=is_alone)), className="tools mt-2 mb-0"),
    ]
    if chart.compact and not is_alone:
        below = [html.Details([html.Summary(words("Source, notes and files")), *below], className="more")]
    if not chart.html:
        below = [_table_part(page_request, chart, is_alone=is_alone), *below]
    return html.Div(below, className="frame-foot")


def _table_part(page_request: PageRequest, chart: Chart, *, is_alone: bool) -> Component:
    """Return the table of a chart; below a figure and in a chart that is folded its rows are on a page of their own."""
    if not chart.figure and (is_alone or not chart.is_folded):
        return _table(page_request, chart)
    words, address = page_request.words, chart_address(page_request, chart.id)
    if is_alone:
        return html.Details([html.Summary(words("Table")), _table(page_request, chart)], className="frame-table")
    there = html.A(words("The table on a page of its own"), href=address, className="small")
    opened = html.Summary(words("Table"), id={"type": OPENED, "chart": address})
    return html.Details([opened, html.Div(there, id={"type": TABLE, "chart": address})], className="frame-table")


def _table(page_request: PageRequest, chart: Chart) -> Component:
    """Return the rows of a chart as one component: of thousands of cells each would cost as much."""
    words, rows = page_request.words, chart.table.rows
    body = html.Tbody([html.Tr([_cell(page_request, cell) for cell in row]) for row in rows[:LIMIT]])
    caption = html.Caption(chart.title, className="visually-hidden")
    table = html.Table([caption, head(chart.table.columns), body], className="data")
    parts = [scrolled(f"{chart.title}: {words('Table')}", table)]
    if len(rows) > LIMIT:
        said = words("The first {n} of {total} are shown.", n=words.number(LIMIT), total=words.number(len(rows)))
        plain: Any = {"data-plain": ""}
        every = html.A(words("Download all of them"), href=download_address(page_request, chart.id, "csv"), **plain)
        parts.append(html.P([said, " ", every], className="small soft"))
    return Fragment(to_html(parts))


def _cell(page_request: PageRequest, cell: Cell) -> Component:
    shown: Any = cell.text
    if cell.href:
        shown = html.A(cell.text, href=cell.href)
    elif cell.source_id:
        shown = place(page_request, str(cell.value), cell.source_id)
    look = f"v-{cell.state} text-end" if isinstance(cell.value, (int, float)) else f"v-{cell.state}"
    return html.Td(shown, className=look, lang=cell.lang or None)


def _tool_list(page_request: PageRequest, chart: Chart, *, is_alone: bool) -> Iterator[Component]:
    words, address = page_request.words, chart_address(page_request, chart.id)
    plain: Any = {"data-plain": ""}
    is_drawn = chart.figure or chart.has_picture
    if is_drawn and is_alone:
        full: Any = {"data-full": ""}
        yield html.Button(words("Full screen"), type="button", className=_BUTTON, **full)
    elif is_drawn:
        yield html.A(words("Enlarge"), href=address, className=_BUTTON)
    for kind in (*PICTURES, "csv", "xlsx") if chart.has_picture else ("csv", "xlsx"):
        yield html.A(kind.upper(), href=download_address(page_request, chart.id, kind), className=_BUTTON, **plain)
    copied: Any = {"data-copy": address if is_drawn else f"#{chart.id}", "data-done": words("Copied")}
    yield html.Button(words("Copy link"), type="button", className=_BUTTON, **copied)
    yield from fault_links(page_request, address)
