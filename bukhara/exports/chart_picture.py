"""A chart as a picture with its frame (title, unit, legend, source, date, release, address), made without a browser."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from typing import Any, Literal

from bukhara.charts.chart import Chart, Drawing, Figure
from bukhara.charts.svg import matrix
from bukhara.charts.svg.canvas import text_width
from bukhara.exports.chart_columns import drawn
from bukhara.exports.chart_svg import framed_svg
from bukhara.exports.typst_file import compile_page

PictureKind = Literal["svg", "png", "pdf"]
KINDS: dict[PictureKind, str] = {"svg": "image/svg+xml", "png": "image/png", "pdf": "application/pdf"}
# points of the page in chart.typ: its margins, how much is taken by a line of the subtitle and legend, the notes, and
# by the gaps and the last line
_EDGES, _TOP = 80, 46
_TITLE, _SUBTITLE, _NOTE, _REST = 28, 17, 15, 28
_LINE = 1.17
WIDTH, HEIGHT = 1440, 810
"""The points of a picture, which are 1920 x 1080 pixels."""
_INSIDE = WIDTH - _EDGES
_LARGEST = 2.0
"""How much larger than on a page letters may be."""
_ROW, _DOUBLE_ROW, _TALL_ROW, _AROUND_ROWS = 24, 36, 50, 40


@dataclass(frozen=True, slots=True)
class Frame:
    """The words around a chart: its language, a warning or nothing, the release with its day, and the address."""

    language: str
    warning: str
    release: str
    address: str


def picture(chart: Chart, figure: Figure | None, frame: Frame, kind: PictureKind) -> bytes:
    """Return a chart as svg, png or pdf of 1920 x 1080 pixels; svg has no ground.

    Args:
        chart: the chart with its title, subtitle, source and notes.
        figure: the figure of the chart, in the numbers of the language; None for one with a matrix.
        frame: the words around it.
        kind: the format of the file.
    """
    drawing, svg = _drawn(chart, figure)
    defs = "".join(re.findall("<defs>.*?</defs>", drawing.svg))
    swatch = f'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="12">{defs}%s</svg>'
    data: dict[str, Any] = {
        "width": WIDTH,
        "height": HEIGHT,
        "title_size": _TITLE,
        "language": "ru" if frame.language == "ru" else "en",
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


def _drawn(chart: Chart, figure: Figure | None) -> tuple[Drawing, str]:
    """Return the drawing of a chart for the space that the words of its frame leave, and its SVG."""
    if chart.matrix:
        drawing = matrix.draw(chart.matrix, (_INSIDE, _space(chart, chart.matrix.groups)))
        return drawing, drawing.svg
    assert figure is not None, "a chart without a matrix has a figure"
    has_key = figure["layout"].get("showlegend")
    space = _space(chart, [trace.get("name", "") for trace in figure["data"]] if has_key else ())
    largest = round(space / _LARGEST)
    figure, height = _without_breaks(figure, chart.height, largest)
    if chart.subplots:
        # a row of small multiples takes the height that there is, not that of a page
        height = max(height, largest)
    return drawn(figure, height, (_INSIDE, space), _LARGEST)


def _without_breaks(figure: Figure, height: int, space: int) -> tuple[Figure, int]:
    """Return a figure with the names beside its bars on one line, and its height: few bars fill the `space`."""
    names = {name for trace in figure["data"] for name in trace["y"] if isinstance(name, str)}
    if not names:
        return figure, height
    data = [
        trace | {"y": [str(name).replace("-<br>", "-").replace("<br>", " ") for name in trace["y"]]}
        for trace in figure["data"]
    ]
    is_double = any("<br>" in str(trace.get("text", "")) for trace in data)
    least, most = (_AROUND_ROWS + row * len(names) for row in (_DOUBLE_ROW if is_double else _ROW, _TALL_ROW))
    return figure | {"data": data}, max(least, min(most, space))


def _space(chart: Chart, key: Iterable[str]) -> float:
    """Return the height that the words of the frame leave for the chart."""
    legend = " ".join(name + "      " for name in key)
    texts = [(chart.title, _TITLE), (chart.subtitle, _SUBTITLE), *((line, _NOTE) for line in chart.lines)]
    texts += [(legend, _SUBTITLE)] if legend else []
    taken = sum(ceil(text_width(text, size) / _INSIDE) * size * _LINE for text, size in texts)
    return HEIGHT - _TOP - _REST - taken
