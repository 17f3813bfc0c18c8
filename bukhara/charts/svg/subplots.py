"""A figure with columns that are plots of their own, each drawn as an SVG: a narrow page stacks them in rows."""

from typing import Any

from bukhara.charts.chart import Drawing, Figure, Subplots
from bukhara.charts.svg.axes import Span
from bukhara.charts.svg.canvas import element
from bukhara.charts.svg.drawing import draw

_NEAR = 0.001


def draw_subplots(figure: Figure, name: str, height: int, subplots: Subplots) -> Drawing:
    """Draw the plots of a figure, from left to right, for a grid of columns as wide as those of the figure."""
    drawn = [draw(part(figure, span), f"{name}-{n}", height) for n, span in enumerate(subplots.spans)]
    top, _, low, _ = margins = drawn[0].margins
    grid = (
        f"--subplots:{subplots.count};--gap:{subplots.gap * 100:g}%;--least:{subplots.least}px;--tall:{subplots.tall}px"
    )
    plots = [each.svg for each in drawn]
    for n, state in enumerate(subplots.states):
        # what is pointed at elsewhere on the page is brought out by this number
        plots[n] = plots[n].replace("<svg", f'<svg data-state="{state}"', 1)
    svg = element("div", "".join(plots), style=f"{grid};--between:{top + low}px", **_CLASS)
    return Drawing(svg, margins)


def part(figure: Figure, span: Span) -> Figure:
    """Return the part of a figure that is on one span of its width, in the full width of a figure of its own."""
    layout, (start, end) = figure["layout"], span
    across = {key for key, axis in layout.items() if key.startswith("xaxis") and abs(axis["domain"][0] - start) < _NEAR}
    names = {key.replace("axis", "") for key in across}
    others = {key: value for key, value in layout.items() if "axis" not in key}
    others |= {key: layout[key] | {"domain": [0, 1]} for key in across}
    others |= {key: axis for key, axis in layout.items() if key.startswith("yaxis") and axis["anchor"] in names}
    for key in ("annotations", "shapes"):
        others[key] = [each for each in layout.get(key, ()) if str(each["xref"]).split(" ")[0] in names]
    # what is on no axis is at a fraction of the whole width
    for note in layout.get("annotations", ()):
        if note["xref"] == "paper" and start - _NEAR < note["x"] < end + _NEAR:
            others["annotations"].append(note | {"x": (note["x"] - start) / (end - start)})
    return {"data": [trace for trace in figure["data"] if trace["xaxis"] in names], "layout": others}


_CLASS: dict[str, Any] = {"class": "plot subplots"}
