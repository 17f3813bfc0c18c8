"""The marks of a figure: bars, points, lines between points, and text at points. Each mark is named and linked."""

import re
from itertools import pairwise
from typing import Any

from bukhara.charts.chart import Figure
from bukhara.charts.palette import CLEAR, INK
from bukhara.charts.svg.axes import Axis
from bukhara.charts.svg.canvas import Canvas, Point, element, linked, plain

Trace = dict[str, Any]
Tops = dict[Any, float]
_FIELD = re.compile(r"%\{(\w+)(?::([^}]+))?\}")
# corners of plotly's symbols for a radius of 1
_SHAPES = {
    "square": "M-1,-1H1V1H-1Z",
    "diamond": "M1.3,0L0,1.3L-1.3,0L0,-1.3Z",
    "triangle-up": "M-1.155,.577H1.155L0,-1.155Z",
    "triangle-left": "M.577,-1.155V1.155L-1.155,0Z",
    "triangle-right": "M-.577,-1.155V1.155L1.155,0Z",
    "line-ns": "M0,-1.4V1.4",
    "x-thin": "M-1,-1L1,1M1,-1L-1,1",
}


def draw(figure: Figure, axes: dict[str, Axis], canvas: Canvas) -> None:
    """Draw every trace of a figure."""
    layout = figure["layout"]
    thickness, tops = 1 - layout.get("bargap", 0.2), Tops() if layout.get("barmode") == "stack" else None
    for trace in sorted(figure["data"], key=lambda each: ("bar", "scatter").index(each["type"])):
        x, y = axes[trace.get("xaxis", "x")], axes[trace.get("yaxis", "y")]
        if trace["type"] == "bar":
            _bars(trace, (x, y), canvas, thickness, tops)
        else:
            _points(trace, (x, y), canvas)


def item(value: Any, index: int) -> Any:
    """Return the value of a property for one mark: a property is a list, or one value for all marks of a trace."""
    return value[index] if isinstance(value, (list, tuple)) else value


def title(trace: Trace, index: int) -> str:
    """Return the hover text of a mark in plotly, as one line."""
    template = trace.get("hovertemplate", "").replace("<extra></extra>", "")
    return plain(_FIELD.sub(lambda found: format(item(trace.get(found[1], ""), index), found[2] or ""), template))


def address(trace: Trace, index: int) -> str:
    """Return the address that a mark leads to, if it has one."""
    return str(item(trace.get("customdata", ""), index))


def fill(trace: Trace, index: int, canvas: Canvas) -> str:
    """Return the fill of a bar: a colour or a hatch."""
    marker = trace["marker"]
    pattern = marker.get("pattern", {})
    shape, colour = item(pattern.get("shape", ""), index), item(marker["color"], index)
    if not shape:
        return canvas.colour(colour)
    is_overlay = pattern.get("fillmode") == "overlay"
    back = colour if is_overlay else pattern.get("bgcolor", CLEAR)
    return canvas.hatch(pattern, (pattern.get("fgcolor", colour), back), shape)


def _bars(trace: Trace, axes: tuple[Axis, Axis], canvas: Canvas, thickness: float, tops: Tops | None) -> None:
    """Draw bars of this thickness; `tops` is where the stacks of bars end that were drawn before."""
    is_flat = trace.get("orientation") == "h"
    along, across = axes if is_flat else axes[::-1]
    lengths, places = (trace["x"], trace["y"]) if is_flat else (trace["y"], trace["x"])
    for n, (length, place) in enumerate(zip(lengths, places, strict=True)):
        if not length:
            continue
        start = along.number(item(trace["base"], n)) if "base" in trace else tops.get(place, 0.0) if tops else 0.0
        if tops is not None:
            tops[place] = start + length
        half = item(trace.get("width", thickness), n) / 2
        middle = across.number(place)
        ends = [along.at(along.inside(value)) for value in (start, start + length)]
        sides = [across.at(across.inside(value)) for value in (middle - half, middle + half)]
        first, last = zip(ends, sides, strict=True) if is_flat else zip(sides, ends, strict=True)
        corners = (first[0], 1 - first[1]), (last[0], 1 - last[1])
        style = _edge(trace, n, canvas) | {"fill": fill(trace, n, canvas), "class": "bar"}
        bar = canvas.box(*corners, style) + _bar_text(trace, n, corners, canvas)
        canvas.parts.append(linked(bar, title(trace, n), address(trace, n)))


def _bar_text(trace: Trace, index: int, corners: tuple[Point, Point], canvas: Canvas) -> str:
    text = item(trace.get("text", ""), index)
    if not text or trace.get("textposition") == "none":
        return ""
    font, (x, y) = trace.get("textfont", {}), [sum(pair) / 2 for pair in zip(*corners, strict=True)]
    style = {"anchor": "middle", "base": "middle", "colour": font.get("color", INK), "bold": font.get("weight") == 700}
    return canvas.text(str(text), x, y, **style, size=font.get("size", 12))


def _edge(trace: Trace, index: int, canvas: Canvas) -> dict[str, Any]:
    line = trace["marker"].get("line", {})
    if "width" not in line:
        return {}
    return {"stroke": canvas.colour(item(line["color"], index)), "stroke_width": line["width"]}


def _points(trace: Trace, axes: tuple[Axis, Axis], canvas: Canvas) -> None:
    x, y = axes
    places = [
        None if a is None or b is None else (x.at(a), 1 - y.at(b)) for a, b in zip(trace["x"], trace["y"], strict=True)
    ]
    mode = trace["mode"].split("+")
    if "lines" in mode:
        _segments(trace, places, canvas)
    for n, place in enumerate(places):
        if place is None:
            continue
        if "markers" in mode:
            mark = canvas.at(*place, _symbol(trace, n, canvas))
            canvas.parts.append(linked(mark, title(trace, n), address(trace, n)))
        if "text" in mode and item(trace["text"], n):
            # beside the mark: the only place that a figure of this project asks for
            canvas.parts.append(canvas.text(item(trace["text"], n), *place, shift=(3, 0), base="middle", size=13))


def _segments(trace: Trace, places: list[Point | None], canvas: Canvas) -> None:
    line = trace["line"]
    style = {"stroke": canvas.colour(line["color"]), "stroke_width": line.get("width", 2)}
    style |= {"opacity": trace.get("opacity"), "stroke_dasharray": "3 4" if line.get("dash") == "dot" else None}
    parts = [canvas.line(a, b, {}) for a, b in pairwise(places) if a and b]
    if parts:
        # the marks at the ends carry the names and the addresses
        canvas.parts.append(element("g", "".join(parts), **style, **{"class": "joined"}))


def _symbol(trace: Trace, index: int, canvas: Canvas) -> str:
    marker, line = trace["marker"], trace["marker"].get("line", {})
    name, radius = item(marker.get("symbol", "circle"), index), item(marker.get("size", 6), index) / 2
    shape, _, more = name.partition("-open")
    is_open = name != shape or name == "line-ns"
    colour = canvas.colour(item(marker.get("color", CLEAR), index))
    edge = canvas.colour(item(line["color"], index)) if "color" in line and name == shape else colour
    width = line.get("width", 1 if is_open else None)
    style = {"fill": "none" if is_open else colour, "stroke": edge if width else None, "stroke_width": width}
    style["class"] = "point"
    if shape == "circle":
        dot = element("circle", r=radius / 4, fill=colour) if more else ""
        return element("circle", r=radius, **style) + dot
    path = re.sub(r"-?\d*\.?\d+", lambda found: f"{float(found[0]) * radius:.2f}", _SHAPES[shape])
    return element("path", d=path, **style)
