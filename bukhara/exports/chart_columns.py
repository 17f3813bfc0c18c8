"""A tall chart for a wide picture: its rows in columns beside one another, each with the axis below it."""

import re
from itertools import combinations, pairwise

from bukhara.charts.chart import Drawing, Figure
from bukhara.charts.svg.axes import axes
from bukhara.charts.svg.canvas import LINE_HEIGHT, element
from bukhara.charts.svg.drawing import draw, place

MOST, GAP, NARROWEST = 4, 36, 440
"""The most columns, the points between two, and the pixels that a column needs: no less than a phone."""


def drawn(figure: Figure, height: int, space: tuple[float, float], largest: float) -> tuple[Drawing, str]:
    """Return a figure drawn for a space in points, with the drawing as one SVG document.

    Args:
        figure: the figure.
        height: its height on a page, in pixels.
        space: width and height of the place for it.
        largest: how much larger than on a page its letters may be.
    """
    margin = figure["layout"]["margin"]
    ends = margin["t"], height - margin["b"]
    heads = _heads(figure, height)
    # words in boxes are broken into lines for this width
    largest = min(largest, space[0] / figure["layout"].get("meta", {}).get("width", 1))
    best = (min(largest, space[1] / height), ends)
    for count in range(2, MOST + 1):
        width = (space[0] - GAP * (count - 1)) / count
        for cuts in combinations(heads, count - 1):
            edges = (ends[0], *cuts, ends[1])
            tallest = max(low - high for high, low in pairwise(edges)) + height - ends[1] + ends[0]
            best = max(best, (min(largest, space[1] / tallest, width / NARROWEST), edges))
    scale, edges = best
    count = len(edges) - 1
    gap = GAP / scale
    width = (space[0] / scale - gap * (count - 1)) / count
    drawing = draw(figure, "chart", height, (round(width), height))
    if count == 1:
        return drawing, drawing.svg
    has_labels = any(axis.is_visible for name, axis in axes(figure).items() if name[0] == "y")
    beside = drawing.margins[3] - 3 if has_labels else 0
    return drawing, _in_columns(drawing, height, edges, (round(width), gap, beside))


def _heads(figure: Figure, height: int) -> list[float]:
    """Return the pixels above the headings of rows: there a figure can be cut, but not before its first row."""
    found, margin = axes(figure), figure["layout"]["margin"]
    inside = height - margin["t"] - margin["b"]
    notes = [n for n in figure["layout"].get("annotations", ()) if n.get("xref") == "paper" and n["x"] == 0]
    heads = [n for n in notes if n["text"].startswith("<b>")]
    # where rows have headings of axis groups above them, a group stays whole
    heads = [n for n in heads if n.get("yref") == "paper"] or heads
    tops = []
    for head in heads:
        lines = head["text"].count("<br>") + 1
        letters = lines * head.get("font", {}).get("size", 13) * LINE_HEIGHT
        above = {"top": 0.0, "middle": letters / 2, "bottom": letters}[head.get("yanchor", "middle")]
        middle = margin["t"] + (1 - place(head["y"], head.get("yref", "y"), found)) * inside - head.get("yshift", 0)
        tops.append(middle - above - 4)
    return sorted(tops)[1:]


def _in_columns(drawing: Drawing, height: int, edges: tuple[float, ...], size: tuple[int, float, int]) -> str:
    """Return parts of a drawing beside one another, with the strips above its first and below its last row.

    `size` is the width of a column, the gap between two, and how much of the strip below is labels of the last row.
    """
    width, gap, beside = size
    count, left = len(edges) - 1, float(drawing.margins[3])
    top, low = edges[0], height - edges[-1]
    tallest = max(b - a for a, b in pairwise(edges)) + top + low
    whole = re.sub(r"^<svg[^>]*>|</svg>$", "", drawing.svg)
    parts = [element("defs", element("g", whole, id="whole"))]
    for n, (high, end) in enumerate(pairwise(edges)):
        # under another row than the last one, without the line of the last one
        cut, thin = (0, 0) if n == count - 1 else (beside, 1)
        strips = (
            (0.0, 0.0, top, 0),
            (top, high, end - high, 0),
            (top + end - high + thin, edges[-1] + thin, low - thin, cut),
        )
        for at, start, tall, away in (strip for strip in strips if strip[2] > 0):
            box = f"{away - left} {start - drawing.margins[0]:.1f} {width - away} {tall:.1f}"
            position = {"x": f"{n * (width + gap) + away:.1f}", "y": f"{at:.1f}"}
            position |= {"width": f"{width - away}", "height": f"{tall:.1f}"}
            parts.append(element("svg", '<use href="#whole"/>', **position, viewBox=box))
    across = count * width + (count - 1) * gap
    size_of_all = {"width": f"{across:.1f}", "height": f"{tallest:.1f}", "font_family": "Noto Sans"}
    return element("svg", "".join(parts), xmlns="http://www.w3.org/2000/svg", **size_of_all)
