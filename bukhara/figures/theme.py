"""The look that every figure starts from; the dark page recolours text and grid by CSS, marks stay as they are."""

from __future__ import annotations

from typing import Any

from bukhara.figures.palette import INK, LINE, SOFT

FONT = {"family": "Noto Sans, system-ui, sans-serif", "size": 13, "color": INK}


def layout(**changes: Any) -> dict[str, Any]:
    """Return a fresh plotly layout with the house look, updated with `changes`."""
    base: dict[str, Any] = {
        "font": dict(FONT),
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "showlegend": False,
        "hoverlabel": {"font": {"family": FONT["family"], "size": 13}},
        "dragmode": False,
    }
    return base | changes


def axis(**changes: Any) -> dict[str, Any]:
    """Return a fresh axis: dotted grid, no line, automatic margin, updated with `changes`."""
    base: dict[str, Any] = {
        "automargin": True,
        "gridcolor": LINE,
        "griddash": "dot",
        "zeroline": False,
        "tickfont": {"color": SOFT, "size": 12},
        "fixedrange": True,
    }
    return base | changes


def name_axis() -> dict[str, Any]:
    """Return the axis of names beside horizontal bars: first on top, no grid, a little room before the bars."""
    clear = "rgba(0,0,0,0)"
    return axis(autorange="reversed", griddash="solid", gridcolor=clear, ticks="outside", ticklen=6, tickcolor=clear)


def count_axis(**changes: Any) -> dict[str, Any]:
    """Return an axis of counts: starts at zero, whole numbers, a stronger zero line."""
    return axis(rangemode="tozero", zeroline=True, zerolinecolor=SOFT, tickformat=",d", nticks=5) | changes
