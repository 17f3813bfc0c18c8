"""The common layout of all figures. The dark page changes text and grid by CSS; marks keep their colours."""

from math import floor, log10
from typing import Any

from bukhara.charts.chart import Figure
from bukhara.charts.palette import CLEAR, INK, LINE, SOFT
from bukhara.i18n.words import Words

FONT = {"family": "Noto Sans, system-ui, sans-serif", "size": 13, "color": INK}
HOVER = "%{hovertext}<extra></extra>"
"""The hover template of marks that have a text of their own."""
INSIDE: dict[str, Any] = {"textposition": "inside", "insidetextanchor": "middle", "textangle": 0}
"""Words in the middle of their bar."""
LEFT: dict[str, Any] = {"x": 0, "xref": "paper", "xanchor": "left", "align": "left"}
"""The place of a note that begins at the left edge of the plot area."""


def layout(**changes: Any) -> dict[str, Any]:
    """Return a new plotly layout with the common settings, updated with `changes`."""
    base: dict[str, Any] = {
        "font": dict(FONT),
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "showlegend": False,
        "hoverlabel": {"font": {"family": FONT["family"], "size": 13}},
        "dragmode": False,
    }
    return base | changes


def in_words(figure: Figure, words: Words) -> Figure:
    """Return a figure whose numbers are written as in the language of `words`."""
    return figure | {"layout": figure.get("layout", {}) | {"separators": words.separators}}


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


def count_axis(**changes: Any) -> dict[str, Any]:
    """Return an axis of counts: from zero, whole numbers, a darker zero line."""
    return axis(rangemode="tozero", zeroline=True, zerolinecolor=SOFT, tickformat=",d", nticks=5) | changes


def round_step(least: float) -> float:
    """Return the round number from `least` on: 1, 2 or 5, with zeros or as a part of one."""
    power = 10.0 ** floor(log10(least))
    return next(power * each for each in (1, 2, 5, 10) if power * each >= least)


def year_axis(first: int, last: int, **changes: Any) -> dict[str, Any]:
    """Return an axis of time over whole years, with the name of a year in its middle and no grid in dots."""
    base = {
        "type": "date",
        "range": [f"{first}-01-01", f"{last + 1}-01-01"],
        "tick0": "2000-01-01",
        "tickformat": "%Y",
        "ticklabelmode": "period",
        "griddash": "solid",
        "automargin": False,
    }
    return axis(**base) | changes


def hidden_axis(under: str, **changes: Any) -> dict[str, Any]:
    """Return an axis from 0 to 1 without numbers over the axis `under`: for marks without a value."""
    return {"range": [0, 1], "overlaying": under, "visible": False, "fixedrange": True} | changes


def note(text: str, size: int = 12, **place: Any) -> dict[str, Any]:
    """Return a text on a figure; `place` is its position in plotly's names."""
    return {"text": text, "showarrow": False, "font": {"size": size}, **place}
