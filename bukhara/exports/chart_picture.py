"""A chart as a picture with its frame (title, unit, legend, source, date, release, address), made without a browser."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from math import ceil
from typing import Any, Literal

from bukhara.charts.chart import Chart, Drawing, Figure
from bukhara.charts.palette import INK, LINE, SOFT
from bukhara.charts.svg import matrix
from bukhara.charts.svg.canvas import element, in_lines, text_width
from bukhara.charts.svg.drawing import draw
from bukhara.exports.typst_file import compile_page
from bukhara.model.languages import language_of

PictureKind = Literal["svg", "png", "pdf"]
KINDS: dict[PictureKind, str] = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf"}
# points of the page in chart.typ: its margins, how much is taken by a line of the subtitle and legend, the notes, and
# by the gaps and the last line
_EDGES, _TOP = 80, 46
_TITLE, _SUBTITLE, _NOTE, _REST = 28, 17, 15, 28
WIDTH, HEIGHT = 1440, 810
"""The points of a picture, which are 1920 x 1080 pixels."""
_INSIDE = WIDTH - _EDGES
_LARGEST = 2.0
"""How much larger than on a page letters may be."""
EDGE = 40
_LINE, _BOLD = 1.2, 1.08
"""The height of a line, and how much wider bold letters are, as shares of their size."""
_SIZE = re.compile(r'^<svg [^>]*?width="([\d.]+)" height="([\d.]+)"')


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around a chart: its language, a warning or nothing, the release with its day, and the address."""

    language: str
    warning: str
    release: str
    address: str


def picture(chart: Chart, figure: Figure | None, frame: Frame, kind: PictureKind) -> bytes:
    """Return a chart as svg, png or pdf of 1920 x 1080 pixels, higher for a long matrix; svg has no ground.

    Args:
        chart: the chart with its title, subtitle, source and notes.
        figure: the figure of the chart, in the numbers of the language; None for one with a matrix.
        frame: the words around it.
        kind: the format of the file.
    """
    drawing, svg, more = _drawn(chart, figure, frame.warning)
    defs = "".join(re.findall("<defs>.*?</defs>", drawing.svg))
    swatch = f'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="12">{defs}%s</svg>'
    data: dict[str, Any] = {
        "width": WIDTH,
        "height": HEIGHT + more,
        "title_size": _TITLE,
        "language": language_of(frame.language).code,
        "title": chart.title,
        "subtitle": chart.subtitle,
        "warning": frame.warning,
        "release": "" if frame.release in chart.source else frame.release,
        "address": frame.address,
        "lines": chart.lines,
        "legend": [(swatch % mark, name) for mark, name in drawing.legend],
        "chart": svg,
    }
    framed = framed_svg(data)
    if kind == "svg":
        return framed
    page = {name: data[name] for name in ("width", "height", "language", "title")}
    return compile_page("chart.typ", page | {"svg": framed.decode()}, kind=kind)


def _drawn(chart: Chart, figure: Figure | None, warning: str) -> tuple[Drawing, str, int]:
    """Return the drawing of a chart for the space that its words leave, its SVG, and the height it lacks."""
    if chart.matrix:
        space = _space(chart, warning, chart.matrix.groups)
        drawing = matrix.draw(chart.matrix, (_INSIDE, space))
        width, tall = _size(drawing.svg)
        return drawing, drawing.svg, max(0, ceil(tall * _INSIDE / width - space))
    assert figure is not None, "a chart without a matrix has a figure"
    space = _space(chart, warning, ())
    # a row of small multiples takes the height that there is, not that of a page
    height = max(chart.height, round(space / _LARGEST) if chart.subplots else 0)
    # words in boxes are broken into lines for the width of the figure
    scale = min(_LARGEST, _INSIDE / figure["layout"].get("meta", {}).get("width", 1), space / height)
    drawing = draw(figure, "chart", height, (round(_INSIDE / scale), height))
    return drawing, drawing.svg, 0


def _size(svg: str) -> tuple[float, float]:
    """Return the width and height of a drawing for a file."""
    size = _SIZE.match(svg)
    assert size is not None, "a drawing for a file has a size"
    return float(size[1]), float(size[2])


def _space(chart: Chart, warning: str, key: Iterable[str]) -> float:
    """Return the height that the words of the frame leave for the chart."""
    legend = " ".join(name + "      " for name in key)
    texts = [(chart.title, _TITLE), (chart.subtitle, _SUBTITLE), *((line, _NOTE) for line in chart.lines)]
    texts += [(text, _SUBTITLE) for text in (warning, legend) if text]
    taken = sum(ceil(text_width(text, size) / _INSIDE) * size * _LINE for text, size in texts)
    return HEIGHT - _TOP - _REST - taken


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
    width, height = _size(svg)
    scale = min(space[0] / width, space[1] / height)
    x, y = (place + (room - side * scale) / 2 for place, room, side in zip(corner, space, (width, height), strict=True))
    # a program with wider letters than ours shows the beginning of a name, too
    svg = svg.replace("<svg ", '<svg overflow="visible" ', 1)
    return element("g", svg, transform=f"translate({x:.1f} {y:.1f}) scale({scale:.4f})")
