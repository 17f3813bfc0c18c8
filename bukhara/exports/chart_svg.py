"""A chart in its frame as SVG whose text is text, so that it can be searched and edited; nothing is behind it."""

import re
from html import escape
from typing import Any

from bukhara.charts.palette import INK, LINE, SOFT
from bukhara.charts.svg.canvas import element, in_lines, text_width

EDGE = 40
_LINE, _BOLD = 1.2, 1.08
"""The height of a line, and how much wider bold letters are, as shares of their size."""
_SIZE = re.compile(r'^<svg [^>]*?width="([\d.]+)" height="([\d.]+)"')


def framed_svg(frame: dict[str, Any]) -> bytes:
    """Return a document from the parts of a picture, as large as it says: words, legend and the chart as SVG."""
    width, height = frame["width"], frame["height"]
    inside = width - 2 * EDGE
    parts, top = _lines(frame["title"], frame["title_size"], 18, INK, inside, bold=True)
    if frame["warning"]:
        warning, top = _lines(frame["warning"], 17, top, INK, inside, bold=True)
        parts += warning
    subtitle, top = _lines(frame["subtitle"], 17, top, SOFT, inside)
    legend, top = _legend(frame["legend"], top, width)
    notes, taken = [], 0.0
    for line in frame["lines"]:
        wrapped, taken = _lines(line, 15, taken, SOFT, inside)
        notes += wrapped
    ends, lowest = _ends(frame, inside)
    low = lowest - 8 - taken
    notes = [element("g", "".join(notes), transform=f"translate(0 {low:.0f})")]
    chart = _placed(frame["chart"], (EDGE, top + 6), (inside, low - top - 12))
    head = element("title", escape(frame["title"])) + element("desc", escape(" ".join(frame["lines"])))
    body = "".join((head, *parts, *subtitle, *legend, chart, *notes, *ends))
    size = {
        "width": width,
        "height": height,
        "viewBox": f"0 0 {width} {height}",
        "font_family": "Noto Sans, sans-serif",
    }
    return element("svg", body, xmlns="http://www.w3.org/2000/svg", role="img", **size).encode()


def _ends(frame: dict[str, Any], inside: float) -> tuple[list[str], float]:
    """Return the last line or lines of a picture, with the line above them and where it is."""
    release, foot = " · ".join(filter(None, ("Bukhara Monitor", frame["release"]))), frame["height"] - 20
    parts = [_text(frame["address"], EDGE + inside, foot, 15, SOFT, text_anchor="end")]
    if text_width(release + frame["address"], 15) > inside:
        said, taken = _lines(release, 15, 0, SOFT, inside)
        address, below = _lines(frame["address"], 15, taken, SOFT, inside)
        top = foot - below + 6
        parts = [element("g", "".join((*said, *address)), transform=f"translate(0 {top:.0f})")]
    else:
        top = foot - 22
        parts.append(_text(release, EDGE, foot, 15, SOFT))
    return [*parts, element("line", x1=EDGE, x2=EDGE + inside, y1=top, y2=top, stroke=LINE)], top


def _text(text: str, x: float, y: float, size: int, colour: str, **style: Any) -> str:
    return element("text", escape(text), x=x, y=f"{y:.0f}", font_size=size, fill=colour, **style)


def _lines(
    text: str, size: int, top: float, colour: str, inside: float, *, bold: bool = False
) -> tuple[list[str], float]:
    """Return a text in lines that fit into the frame, and where the next part begins."""
    style = {"font_weight": 700} if bold else {}
    lines = in_lines(text, inside, size * _BOLD if bold else size)
    found = [_text(line, EDGE, top + size * (1 + n * _LINE), size, colour, **style) for n, line in enumerate(lines)]
    return found, top + len(found) * size * _LINE


def _legend(entries: list[tuple[str, str]], top: float, whole: float) -> tuple[list[str], float]:
    found, x = [], float(EDGE)
    for swatch, name in entries:
        width = text_width(name, 16) + 48
        if x + width > whole - EDGE:
            x, top = float(EDGE), top + 24
        found += [
            swatch.replace("<svg ", f'<svg x="{x:.0f}" y="{top + 8:.0f}" ', 1),
            _text(name, x + 26, top + 20, 16, INK),
        ]
        x += width
    return found, top + (28 if entries else 0)


def _placed(svg: str, corner: tuple[float, float], space: tuple[float, float]) -> str:
    """Return a drawing as large as the space allows, in its middle."""
    size = _SIZE.match(svg)
    assert size is not None, "a drawing for a file has a size"
    width, height = float(size[1]), float(size[2])
    scale = min(space[0] / width, space[1] / height)
    x, y = (place + (room - side * scale) / 2 for place, room, side in zip(corner, space, (width, height), strict=True))
    # a program with wider letters than ours shows the beginning of a name, too
    svg = svg.replace("<svg ", '<svg overflow="visible" ', 1)
    return element("g", svg, transform=f"translate({x:.1f} {y:.1f}) scale({scale:.4f})")
