"""Fills in what a figure as plotly's manual writes it leaves to plotly, so that both renderers draw the same."""

from typing import Any

from bukhara.charts import theme
from bukhara.charts.chart import Figure
from bukhara.charts.palette import ACCENT, INK, is_dark

Part = dict[str, Any]
KINDS = ("bar", "scatter")
_LINE = {"color": INK, "width": 2}


def completed(figure: Figure) -> Figure:
    """Return a figure with the layout, axes, marks and letters of the project where it names none.

    Raises:
        ValueError: the SVG cannot draw it; the error names the trace and the key.
    """
    given: Part = figure.get("layout", {})
    layout = theme.layout() | given
    layout["margin"] = theme.layout()["margin"] | given.get("margin", {})
    layout["shapes"] = [shape | {"line": _LINE | shape.get("line", {})} for shape in given.get("shapes", ())]
    traces = [_trace(n, trace) for n, trace in enumerate(figure["data"])]
    if given.get("showlegend"):
        raise ValueError("layout.showlegend: a chart has its key beside its marks, where it keeps its place")
    if "barmode" not in given and sum(trace["type"] == "bar" for trace in traces) > 1:
        raise ValueError("layout.barmode: bars of several traces are drawn as 'stack' or 'overlay'")
    for trace in traces:
        for letter in "xy":
            key = f"{letter}axis{trace.get(f'{letter}axis', letter)[1:]}"
            layout[key] = _axis(layout.get(key, theme.axis()))
    return {"data": traces, "layout": layout}


def _trace(number: int, trace: Part) -> Part:
    kind = trace.get("type", "scatter")
    if kind not in KINDS:
        raise ValueError(f"data[{number}].type: {kind!r} is none of {', '.join(KINDS)}")
    marker = {"color": ACCENT} | trace.get("marker", {})
    own: Part = {"type": kind, "marker": marker}
    if kind == "scatter":
        mode, colour = trace.get("mode", "lines+markers"), marker["color"]
        line = {"color": colour if isinstance(colour, str) else ACCENT} | trace.get("line", {})
        own |= {"mode": mode, **({"line": line} if "lines" in mode else {})}
    elif "textfont" not in trace and isinstance(marker["color"], str) and is_dark(marker["color"]):
        own["textfont"] = {"color": "#ffffff"}
    return trace | own


def _axis(given: Part) -> Part:
    title = given.get("title")
    if title is None:
        return given
    words: Part = {"text": title} if isinstance(title, str) else title
    return given | {"title": words | {"font": {"size": theme.FONT["size"]} | words.get("font", {})}}
