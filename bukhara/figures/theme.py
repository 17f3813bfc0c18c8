"""The common layout of all figures. The dark page changes text and grid by CSS; marks keep their colours."""

from typing import Any

from bukhara.figures.chart import Figure
from bukhara.figures.palette import INK, LINE, SOFT
from bukhara.i18n.words import Words

FONT = {"family": "Noto Sans, system-ui, sans-serif", "size": 13, "color": INK}


def layout(**changes: Any) -> dict[str, Any]:
    """Return a new plotly layout with the common settings, updated with `changes`."""
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


def in_words(figure: Figure, words: Words) -> Figure:
    """Return a figure whose numbers are written as in the language of `words`."""
    return figure | {"layout": figure["layout"] | {"separators": words.separators}}


def axis(**changes: Any) -> dict[str, Any]:
    """Return a new axis with a dotted grid, no line and automatic margin, updated with `changes`."""
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
    """Return the axis of names beside horizontal bars: first name on top, no grid, a small gap before the bars."""
    clear = "rgba(0,0,0,0)"
    return axis(autorange="reversed", griddash="solid", gridcolor=clear, ticks="outside", ticklen=6, tickcolor=clear)


def count_axis(**changes: Any) -> dict[str, Any]:
    """Return an axis of counts: from zero, whole numbers, a darker zero line."""
    return axis(rangemode="tozero", zeroline=True, zerolinecolor=SOFT, tickformat=",d", nticks=5) | changes
