"""A whole figure as SVG: shapes, grid, marks, axes, annotations; and its margins for who puts it on a page."""

from typing import Any

from bukhara.charts.chart import Drawing, Figure
from bukhara.charts.palette import CLEAR, INK, LINE, SOFT
from bukhara.charts.svg import marks
from bukhara.charts.svg.axes import Axis, Span, axes
from bukhara.charts.svg.canvas import Canvas, element, text_width

_ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_LABEL, _YEAR = 23, 36  # the pixels that labels take below an axis, and that the label of a year takes beside others
_MARKS: dict[str, Any] = {"class": "marks"}  # all but words: where other states are brought out they fade as one


def draw(figure: Figure, name: str, height: int, size: tuple[int, int] | None = None) -> Drawing:
    """Draw a figure.

    Args:
        figure: the figure dictionary; nothing but the properties that this project uses is read.
        name: the beginning of all ids in the drawing, unique in the document.
        height: the height of the chart in pixels, with its margins.
        size: width and height in pixels of a drawing for a file; without it the drawing fits its container.
    """
    found = axes(figure)
    top, right, low, left = margins = _margins(figure, found, height)
    canvas = Canvas(name, (size[0] - left - right, size[1] - top - low) if size else None)
    layout = figure["layout"]
    for shape in layout.get("shapes", ()):
        _shape(shape, found, canvas)
    _grid(found, canvas)
    marks.draw(figure, found, canvas)
    shapes = element("g", "".join(canvas.parts), **_MARKS)
    canvas.parts.clear()
    for key, axis in found.items():
        _labels(key, axis, found, canvas)
    for note in layout.get("annotations", ()):
        canvas.parts.append(_annotation(note, found, canvas))
    inner = element("defs", "".join(canvas.defs.values())) if canvas.defs else ""
    frame: dict[str, Any] = {"class": "plot"}
    if size:
        frame = {"xmlns": "http://www.w3.org/2000/svg", "width": size[0], "height": size[1]}
        frame |= {"viewBox": f"{-left} {-top} {size[0]} {size[1]}", "font_family": "Noto Sans"}
    return Drawing(element("svg", inner + shapes + "".join(canvas.parts), **frame), margins)


def _margins(figure: Figure, found: dict[str, Axis], height: int) -> tuple[int, int, int, int]:
    margin = figure["layout"]["margin"]
    left, low = float(margin["l"]), float(margin["b"])
    for name, axis in found.items():
        if not (axis.is_visible and axis.spec.get("automargin", False)):
            continue
        if name[0] == "y":
            widths = [text_width(text, 12) for _, text in axis.ticks()]
            left = max(left, max(widths, default=0) + axis.spec.get("ticklen", 0) + 4)
        else:
            low = max(low, _LABEL - _foot(axis, found) * height)
    return margin["t"], margin["r"], round(low), round(left)


def _foot(axis: Axis, found: dict[str, Axis]) -> float:
    return found[axis.spec.get("anchor", "y")].domain[0]


def _grid(found: dict[str, Axis], canvas: Canvas) -> None:
    """Draw the lines of every axis across each axis that it shares marks with."""
    for name, axis in found.items():
        if axis.spec.get("gridcolor") == CLEAR:
            continue
        dash = "3 3" if axis.spec.get("griddash") == "dot" else None
        lines = [(place, {"stroke": canvas.colour(LINE), "stroke_dasharray": dash}) for place in axis.grid()]
        if axis.is_visible and axis.spec.get("zeroline") and not axis.categories:
            lines.append((axis.at(0), {"stroke": canvas.colour(SOFT)}))
        for low, high in _partners(name, axis, found):
            for place, style in lines:
                ends = (
                    ((place, 1 - high), (place, 1 - low)) if name[0] == "x" else ((low, 1 - place), (high, 1 - place))
                )
                canvas.parts.append(canvas.line(*ends, style))


def _partners(name: str, axis: Axis, found: dict[str, Axis]) -> list[Span]:
    """Return the domains of the axes on which the marks of an axis are: a single x axis serves all y axes."""
    if name[0] == "x" and sum(key[0] == "x" for key in found) == 1:
        return [each.domain for key, each in found.items() if key[0] == "y" and "overlaying" not in each.spec]
    return [found[axis.spec.get("anchor", "xy"[name[0] == "x"])].domain]


def _labels(name: str, axis: Axis, found: dict[str, Axis], canvas: Canvas) -> None:
    font = axis.spec.get("tickfont", {})
    style = {"size": font.get("size", 12), "colour": font.get("color", INK)}
    gap = axis.spec.get("ticklen", 0) + 2
    ticks = axis.ticks()
    for n, (place, text) in enumerate(ticks):
        if name[0] == "x":
            style |= {"name": _thinned(n, len(ticks))} if axis.spec.get("type") == "date" else {}
            label = canvas.text(text, place, 1 - _foot(axis, found), shift=(0, gap), anchor="middle", **style)
        else:
            side = found[axis.spec.get("anchor", "x")].domain[0]
            label = canvas.text(text, side, 1 - place, shift=(-gap - 2, 0), anchor="end", base="middle", **style)
        canvas.parts.append(label)
    if axis.is_visible and "title" in axis.spec:
        canvas.parts.append(_axis_title(axis, ticks, canvas))


def _thinned(index: int, count: int) -> str:
    """Return the class of a label that is left out where there is no space for all: one in two, or three in four."""
    needed = count * _YEAR if index % 2 else count * _YEAR // 2 if index % 4 else 0
    return f"wide-{min(-(-needed // 100), 12)}" if needed else ""


def _axis_title(axis: Axis, ticks: list[tuple[float, str]], canvas: Canvas) -> str:
    spec, left = axis.spec["title"], max((text_width(text, 12) for _, text in ticks), default=0)
    text = canvas.text(spec["text"], 0, 0, anchor="middle", base="bottom", size=spec["font"]["size"])
    turned = element("g", text, transform=f"translate({-round(left + spec.get('standoff', 4) + 4)} 0) rotate(-90)")
    return canvas.at(0, 1 - sum(axis.domain) / 2, turned)


def _shape(shape: dict[str, Any], found: dict[str, Axis], canvas: Canvas) -> None:
    x0, x1 = (place(shape[key], shape.get("xref", "x"), found) for key in ("x0", "x1"))
    y0, y1 = (1 - place(shape[key], shape.get("yref", "y"), found) for key in ("y0", "y1"))
    line = shape["line"]
    style = {"stroke": canvas.colour(line["color"]), "stroke_width": line["width"], "opacity": shape.get("opacity")}
    style |= {"stroke_dasharray": "2 3" if line.get("dash") == "dot" else None, "class": "shape"}
    style |= {"fill": canvas.colour(shape["fillcolor"])} if shape["type"] == "rect" else {}
    draw_shape = canvas.box if shape["type"] == "rect" else canvas.line
    canvas.parts.append(draw_shape((x0, y0), (x1, y1), style))


def place(value: Any, reference: str, found: dict[str, Axis]) -> float:
    """Return the fraction of a position that refers to the plot area, to an axis, or to the domain of an axis."""
    if reference == "paper":
        return float(value)
    name, _, is_domain = reference.partition(" ")
    low, high = (axis := found[name]).domain
    if is_domain:
        return low + float(value) * (high - low)
    return axis.at(value)


def _annotation(note: dict[str, Any], found: dict[str, Axis], canvas: Canvas) -> str:
    font, anchor = note.get("font", {}), _ANCHORS[note.get("xanchor", "center")]
    style = {"size": font.get("size", 13), "colour": font.get("color", INK), "anchor": anchor}
    style |= {"shift": (note.get("xshift", 0), -note.get("yshift", 0)), "base": note.get("yanchor", "middle")}
    x, y = (place(note[key], note.get(f"{key}ref", key), found) for key in "xy")
    if "textangle" in note:
        style |= {"shift": (0, 0), "anchor": "start", "base": "middle"}
        turn = f"translate({note.get('xshift', 0)} {-note.get('yshift', 0)}) rotate({note['textangle']})"
        return canvas.at(x, 1 - y, element("g", canvas.text(note["text"], 0, 0, **style), transform=turn))
    return canvas.text(note["text"], x, 1 - y, **style)
