"""A series on its axis: its form, decided once for pages, briefs and slides, and the marks of its figures."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

from bukhara.charts import spans
from bukhara.charts.palette import CLEAR, tint
from bukhara.comparability.series import segments
from bukhara.model.codes import Qualifier
from bukhara.model.observation import Observation
from bukhara.model.source import Source

LINE_FROM = 3
"""So many calendar years make a line: one or two show no course."""
MASKED = 0.4
"""The width of a masked figure as a share of its period."""
OPEN_END, DISAGREE = "triangle-up", "x-thin-open"


class SeriesForm(StrEnum):
    """How the numbers of a series are drawn: points joined by lines, or bars as long as their periods."""

    LINE = "line"
    BARS = "bars"


def series_form(figures: Iterable[Observation]) -> SeriesForm:
    """Return the form of a series, by the number of its calendar years with a number; other periods are bars."""
    years = {spans.start_of(figure).year for figure in figures if _is_of_year(figure)}
    return SeriesForm.LINE if len(years) >= LINE_FROM else SeriesForm.BARS


def is_point(figure: Observation, form: SeriesForm) -> bool:
    """Return whether a figure is a point of a line."""
    return form is SeriesForm.LINE and _is_of_year(figure)


def traces(figures: Sequence[Observation], sources: tuple[Source, ...], axes: spans.Axes) -> list[dict[str, Any]]:
    """Return bands for ranges, lines or bars for numbers, and what `spans` draws of other periods and gaps."""
    form = series_form(figures)
    bands = [figure for figure in figures if figure.value is None and figure.value_high is not None]
    points = [figure for figure in figures if is_point(figure, form)]
    rest = [figure for figure in figures if figure not in bands and figure not in points]
    found = [_bands(bands, axes)] if bands else []
    found += spans.traces(rest, axes)
    found += [_line(part, axes) for part in segments(points, sources)]
    marked = [f for f in (*bands, *rest) if axes.sign(f) or (f.value and f.qualifier and f.qualifier.is_open_ended)]
    return [*found, _points(marked, axes)] if marked else found


def _is_of_year(figure: Observation) -> bool:
    return figure.value is not None and not spans.pattern(figure)


def _line(part: Sequence[Observation], axes: spans.Axes) -> dict[str, Any]:
    """Return the points of consecutive years with lines between them; a single one is a point."""
    joined = {"mode": "lines+markers", "line": {"color": axes.colour, "width": 2}} if len(part) > 1 else {}
    return _points(part, axes) | joined


def _points(figures: Sequence[Observation], axes: spans.Axes) -> dict[str, Any]:
    symbols = [_symbol(figure, axes) for figure in figures]
    return spans.base_trace(figures, axes) | {
        "type": "scatter",
        "mode": "markers",
        "y": [_middle(figure) for figure in figures],
        "cliponaxis": False,
        "marker": {
            "symbol": symbols,
            "size": [6 if symbol == "circle" else 9 for symbol in symbols],
            "color": axes.colour,
            "opacity": 1,
            "line": {"color": axes.colour, "width": 1.5},
        },
    }


def _middle(figure: Observation) -> float | None:
    """Return the height of a point; of a range its middle."""
    ends = (figure.value_low, figure.value_high)
    return sum(end or 0 for end in ends) / 2 if figure.value is None and ends != (None, None) else figure.value


def _symbol(figure: Observation, axes: spans.Axes) -> str:
    if axes.sign(figure):
        return DISAGREE
    if figure.qualifier and figure.qualifier.is_open_ended:
        return OPEN_END
    if figure.observation_id in axes.revised:
        return "circle-open-dot"
    return "circle-open" if figure.qualifier is Qualifier.ABOUT else "circle"


def _bands(figures: Sequence[Observation], axes: spans.Axes) -> dict[str, Any]:
    lows = [figure.value_low or 0 for figure in figures]
    return spans.base_trace(figures, axes) | {
        "type": "bar",
        "base": lows,
        "y": [(figure.value_high or 0) - low for figure, low in zip(figures, lows, strict=True)],
        "width": [spans.days_of(f) * spans.DAY_MS * (MASKED if f.is_masked else 1) for f in figures],
        "marker": {
            "color": [CLEAR if figure.is_masked else tint(axes.colour, 0.3) for figure in figures],
            "line": {"color": axes.colour, "width": 1},
        },
    }
