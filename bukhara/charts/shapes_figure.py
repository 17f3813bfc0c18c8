"""Shapes as a figure as plotly's manual writes it, with the links of their marks: for pages and files."""

from collections.abc import Sequence
from math import ceil
from typing import Any

from bukhara.charts import theme
from bukhara.charts.chart import Figure
from bukhara.charts.palette import CLEAR, tint
from bukhara.charts.shapes import Area, Glyph, Label, Part, Stroke, colour
from bukhara.model.marks import MARKS

_EDGE = 2.0


def figure(parts: Sequence[Part], width: float) -> tuple[Figure, int]:
    """Return parts that take a width as a figure, and its height in pixels; a wider figure has more space in it."""
    data: list[Any] = []
    shapes: list[Any] = []
    notes: list[Any] = []
    for part in parts:
        if isinstance(part, Label):
            notes.append(_note(part))
        elif isinstance(part, Stroke):
            shapes.append(_line(part))
        elif isinstance(part, Glyph) or (part.link[1] and part.width == part.height):
            data.append(_point(part))
        else:
            data += [_bar(part)] if part.link[1] else []
            shapes += [] if part.link[1] and part.look != "dashes" else [_box(part)]
    height = ceil(max(part.y + part.height for part in parts if isinstance(part, Label))) + 2
    layout = theme.layout(
        barmode="overlay",
        meta={"width": width},
        margin={"l": 6, "r": 6, "t": 2, "b": 2},
        xaxis=theme.axis(visible=False, range=[0, width]),
        yaxis=theme.axis(visible=False, range=[height, 0]),
        shapes=shapes,
        annotations=notes,
    )
    return {"data": data, "layout": layout}, height + 4


def _note(part: Label) -> dict[str, Any]:
    share, side = {"start": (0, "left"), "middle": (0.5, "center"), "end": (1, "right")}[part.align]
    text = "<br>".join(part.lines)
    place = {"x": part.x + part.width * share, "y": part.y, "xanchor": side, "yanchor": "top", "align": side}
    return theme.note(f"<b>{text}</b>" if part.is_bold else text, round(part.size), **place) | {
        "font": {"size": round(part.size), "color": colour(part.kind)}
    }


def _line(part: Stroke) -> dict[str, Any]:
    ends = {"x0": part.x, "x1": part.to_x, "y0": part.y, "y1": part.to_y, "layer": "below"}
    line = {"color": colour(part.kind), "width": part.width, "dash": "dot" if part.is_dashed else "solid"}
    return {"type": "line", "line": line, **ends}


def _box(part: Area) -> dict[str, Any]:
    ends = {"x0": part.x, "x1": part.x + part.width, "y0": part.y, "y1": part.y + part.height, "layer": "below"}
    own, edge = colour(part.kind), 0 if part.look in ("full", "pale") else _EDGE
    fill = {"full": own, "pale": tint(own, 0.12), "light": tint(own, 0.16)}.get(part.look, CLEAR)
    line = {"color": own, "width": edge, "dash": "dot" if part.look == "dashes" else "solid"}
    return {"type": "rect", "fillcolor": fill, "line": line, **ends}


def _bar(part: Area) -> dict[str, Any]:
    own = colour(part.kind)
    fill = {"full": own, "light": tint(own, 0.16)}.get(part.look, CLEAR)
    return _linked(part) | {
        "type": "bar",
        "orientation": "h",
        "base": [part.x],
        "x": [part.width],
        "y": [part.y + part.height / 2],
        "width": part.height,
        "marker": {"color": fill, "line": {"color": own, "width": 0 if part.look == "dashes" else _EDGE}},
    }


def _point(part: Glyph | Area) -> dict[str, Any]:
    if isinstance(part, Glyph):
        symbol, size = MARKS[part.kind].symbol, part.size
    else:
        symbol, size = "square" if part.look == "full" else "square-open", part.width
    edge: dict[str, Any] = {"line": {"width": 2}} if "open" in symbol else {}
    marker = {"symbol": symbol, "size": size, "color": colour(part.kind), **edge}
    half = size / 2
    place = {"x": [part.x + half], "y": [part.y + half]}
    return _linked(part) | {"type": "scatter", "mode": "markers", "marker": marker, **place}


def _linked(part: Area | Glyph) -> dict[str, Any]:
    address, seen = part.link
    if not seen:
        return {"hoverinfo": "skip"}
    return {"customdata": [address], "hovertext": [seen], "hovertemplate": theme.HOVER}
