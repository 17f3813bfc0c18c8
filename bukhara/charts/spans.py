"""Figures on a time axis: each bar covers exactly its period, and other periods than years have a hatch."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bukhara.charts import theme
from bukhara.charts.chart import Href
from bukhara.charts.palette import CLEAR
from bukhara.i18n.figures import DISAGREE_SIGN, PARTS_DISAGREE, value_text
from bukhara.i18n.periods import period_text
from bukhara.i18n.subjects import body_name
from bukhara.i18n.words import Words
from bukhara.model.codes import State
from bukhara.model.framework import Framework
from bukhara.model.observation import Observation
from bukhara.model.period import PeriodType

DAY_MS = 86_400_000
HATCH = {PeriodType.YEAR: "", PeriodType.HALF_YEAR: "/", PeriodType.DAY: "|"}
LONG, MONTHS, OPEN = "x", "\\", "."
GREY = "#7f8894"
GAP_HEIGHT = 0.3


@dataclass(frozen=True, slots=True)
class Axes:
    """The axes of a row, its colour and the language of its labels; `overlay` is the y axis without numbers.

    `disagree` are the ids of figures whose parts do not agree in the source, `revised` of those that another edition
    had: labels and hover texts say so. Hover texts name the `state` and, with a `framework`, the body that reports.
    A mark leads to the address that `href` returns.
    """

    y: str
    overlay: str
    colour: str
    words: Words
    x: str = "x"
    disagree: frozenset[str] = frozenset()
    state: str = ""
    framework: Framework | None = None
    href: Href = str
    revised: frozenset[str] = frozenset()

    def sign(self, figure: Observation) -> str:
        """Return what stands after the number of a figure in its label: a cross if its parts do not agree."""
        return DISAGREE_SIGN if figure.observation_id in self.disagree else ""


def pattern(figure: Observation) -> str:
    """Return the hatch for the period of a figure; only calendar years have none."""
    period = figure.period
    if period.is_open(figure.period_label):
        return OPEN
    if period.type in HATCH:
        return HATCH[period.type]
    return LONG if days_of(figure) > 366 else MONTHS


def traces(figures: Sequence[Observation], axes: Axes) -> list[dict[str, Any]]:
    """Return the traces of periods: bars for numbers, a line for zero, a grey field for a gap."""
    bars = [figure for figure in figures if figure.value]
    drawn = [_bars(bars, axes)] if bars else []
    for figure in figures:
        if is_gap(figure):
            drawn.append(_gap(figure, axes))
        elif figure.value == 0 or figure.period.is_open(figure.period_label) or days_of(figure) > 366:
            drawn.append(_bracket(figure, axes))
    return drawn


def base_trace(figures: Sequence[Observation], axes: Axes) -> dict[str, Any]:
    """Return what marks in the middle of their periods have in common: axes, hover texts and addresses."""
    return {
        "x": [middle(figure) for figure in figures],
        "xaxis": axes.x,
        "yaxis": axes.y,
        "customdata": [axes.href(figure.observation_id) for figure in figures],
        "hovertext": [hover_text(figure, axes) for figure in figures],
        "hovertemplate": theme.HOVER,
    }


def label(figure: Observation, axes: Axes, *, upright: bool) -> dict[str, Any]:
    """Return the words of a figure above its mark, `upright` if turned by a quarter: many years have no space."""
    text = f"<b>{value_text(figure, axes.words)}{axes.sign(figure)}</b>"
    foot = {"yref": f"{axes.y} domain", "y": GAP_HEIGHT} if is_gap(figure) else {"yref": axes.y, "y": height(figure)}
    turned = {"textangle": -90, "yshift": 6} if upright else {"yshift": 3}
    return theme.note(text, 11, x=middle(figure), xref=axes.x, yanchor="bottom", **foot, **turned)


def break_line(figure: Observation, axes: Axes) -> dict[str, Any]:
    """Return the dotted line before the first figure of another body, class or source."""
    at = str(start_of(figure))
    ends = {"x0": at, "x1": at, "y0": 0, "y1": 1, "xref": axes.x, "yref": f"{axes.y} domain"}
    return {"type": "line", "line": {"color": GREY, "width": 1.5, "dash": "dot"}} | ends


def height(figure: Observation) -> float | None:
    """Return up to where the mark of a figure reaches: of a range or masked figure its highest end."""
    return figure.value if figure.value is not None else figure.value_high


def is_gap(figure: Observation) -> bool:
    """Return whether a figure is not available from the authority: a field stands for it."""
    return figure.state is State.NOT_AVAILABLE


def _bars(figures: Sequence[Observation], axes: Axes) -> dict[str, Any]:
    return base_trace(figures, axes) | {
        "type": "bar",
        "y": [figure.value for figure in figures],
        "width": [days_of(figure) * DAY_MS for figure in figures],
        "marker": {
            "color": axes.colour,
            "line": {"color": axes.colour, "width": 1.5},
            "pattern": {
                "shape": [pattern(figure) for figure in figures],
                "fgcolor": axes.colour,
                "bgcolor": CLEAR,
                "size": 7,
                "solidity": 0.32,
            },
        },
    }


def _bracket(figure: Observation, axes: Axes) -> dict[str, Any]:
    """Return a line over the whole period that ends with a bar, or with an arrow if the period is open."""
    end = "triangle-right" if figure.period.is_open(figure.period_label) else "line-ns"
    return base_trace([figure, figure], axes) | {
        "type": "scatter",
        "mode": "lines+markers",
        "x": [str(figure.period_start), str(end_of(figure))],
        "y": [figure.value or 0, figure.value or 0],
        "cliponaxis": False,
        "line": {"color": axes.colour, "width": 4 if not figure.value else 2},
        "marker": {
            "symbol": ["line-ns", end],
            "size": 13,
            "color": axes.colour,
            "line": {"color": axes.colour, "width": 2.5},
        },
    }


def _gap(figure: Observation, axes: Axes) -> dict[str, Any]:
    """Return a grey field over the period of a missing figure, on an axis without numbers."""
    return base_trace([figure], axes) | {
        "type": "bar",
        "y": [GAP_HEIGHT],
        "width": [days_of(figure) * DAY_MS],
        "yaxis": axes.overlay,
        "marker": {
            "color": GREY,
            "line": {"color": GREY, "width": 1},
            "pattern": {"shape": "x", "fgcolor": GREY, "bgcolor": CLEAR, "size": 8, "solidity": 0.15},
        },
    }


def hover_text(figure: Observation, axes: Axes) -> str:
    """Return the text beside the pointer: state, number, period, who reports it, and whether its parts disagree."""
    value = ": ".join(filter(None, (axes.state, value_text(figure, axes.words))))
    parts = [value, period_text(figure.period, figure.period_label, axes.words)]
    if axes.framework and figure.reporter:
        parts.append(axes.words("as reported by: {body}", body=body_name(figure.reporter, axes.words, axes.framework)))
    if figure.observation_id in axes.disagree:
        parts.append(axes.words(PARTS_DISAGREE))
    if figure.observation_id in axes.revised:
        parts.append(axes.words("revised since the edition before"))
    return " · ".join(parts)


def start_of(figure: Observation) -> date:
    """Return the first day of the period."""
    if figure.period_start is None:
        raise ValueError("a figure without a start cannot be drawn on a time axis")
    return figure.period_start


def end_of(figure: Observation) -> date:
    """Return the first day after the period; a period without an end is drawn to the end of its first year."""
    start = start_of(figure)
    return (figure.period_end or date(start.year, 12, 31)) + timedelta(days=1)


def days_of(figure: Observation) -> int:
    """Return the days of the period as it is drawn."""
    return (end_of(figure) - start_of(figure)).days


def middle(figure: Observation) -> str:
    """Return the moment in the middle of the period."""
    start = start_of(figure)
    hours = days_of(figure) * 12
    day, hour = divmod(hours, 24)
    return f"{start + timedelta(days=day)} {hour:02d}:00"
