"""One panel of the explorer: a row an axis, all on the same years; nothing is stacked or summed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bukhara.figures import spans, theme
from bukhara.figures import statistics_words as said
from bukhara.figures.chart import Chart, Figure
from bukhara.figures.palette import NEUTRAL, country_colour
from bukhara.figures.statistics_table import table
from bukhara.model.codes import BodyKind

if TYPE_CHECKING:
    from bukhara.i18n.words import Words
    from bukhara.views.guard import Series
    from bukhara.views.statistics import Panel, Statistics

Href = Callable[[str], str]
BAR, TOP_SPACE, LINE, PAD, GAP, FOOT = 48, 48, 16, 12, 14, 26


@dataclass(frozen=True, slots=True)
class Row:
    """A series with its header lines, the top of its axis and the years that it is drawn on."""

    series: Series
    header: tuple[str, ...]
    top: float
    first: int
    last: int

    @property
    def side(self) -> str:
        """Where the label of a lone mark has room: left, right, or nowhere but above."""
        figure = self.series.head
        years = self.last + 1 - self.first
        start, end = (_years(day) - self.first for day in (figure.period_start, figure.period_end))
        if len(self.series.figures) > 1:
            return ""
        return "left" if start / years >= 0.4 else "right" if end / years <= 0.5 else ""

    @property
    def height(self) -> int:
        """Pixels of header, label space and bars."""
        return len(self.header) * LINE + PAD + BAR + (0 if self.side else TOP_SPACE)


def chart(view: Statistics, panel: Panel, words: Words, href: Href) -> Chart:
    """Return the panel as a chart with its table; `href` makes an id an address."""
    rows = _rows(view, panel, words)
    height = sum(row.height for row in rows) + GAP * max(0, len(rows) - 1) + FOOT
    return Chart(
        id=f"{view.topic}-{panel.country.code}{'-' + panel.block if panel.block else ''}".lower(),
        title=said.title(view, panel, words),
        subtitle=said.subtitle(view, panel, words),
        table=table(view, panel, words, href),
        source=said.source(view, panel, words),
        figure=_figure(view, panel, rows, words, href) if rows else None,
        notes=said.notes(view, panel, words),
        height=height,
    )


def _figure(view: Statistics, panel: Panel, rows: list[Row], words: Words, href: Href) -> Figure:
    total = sum(row.height for row in rows) + GAP * (len(rows) - 1)
    data: list[dict[str, Any]] = []
    annotations: list[dict[str, Any]] = []
    layout: dict[str, Any] = {}
    above = 0
    for n, row in enumerate(rows, start=1):
        axes = spans.Axes(f"y{n}" if n > 1 else "y", f"y{n + 100}", _colour(view, row, panel), words)
        foot = total - above - row.height
        space = 0 if row.side else TOP_SPACE
        layout[f"yaxis{n if n > 1 else ''}"] = _count_axis(foot, BAR + space, total, row.top)
        layout[f"yaxis{n + 100}"] = _blank_axis(foot, BAR + space, total, axes.y)
        addresses = tuple(href(figure.observation_id) for figure in row.series.figures)
        data += spans.traces(row.series.figures, axes, addresses)
        annotations += _labels(row, axes)
        annotations.append(_header(row, (total - above) / total))
        above += row.height + GAP
    layout["xaxis"] = theme.axis(
        type="date",
        range=[f"{panel.first_year(view.first_year)}-01-01", f"{view.last_year + 1}-01-01"],
        dtick="M12",
        tickformat="%Y",
        ticklabelmode="period",
        anchor="y" if len(rows) == 1 else f"y{len(rows)}",
        griddash="solid",
        automargin=False,
    )
    margin = {"l": 34, "r": 10, "t": 0, "b": FOOT}
    return {
        "data": data,
        "layout": theme.layout(
            annotations=annotations, margin=margin, barmode="overlay", hovermode="closest", **layout
        ),
    }


def _rows(view: Statistics, panel: Panel, words: Words) -> list[Row]:
    tops: dict[str, float] = {}
    for series in panel.rows:
        unit = series.head.counting_unit
        tops[unit] = max([tops.get(unit, 0.0), *(figure.value or 0 for figure in series.figures)])
    first = panel.first_year(view.first_year)
    return [
        Row(s, said.header(view, panel, s, words), tops[s.head.counting_unit], first, view.last_year)
        for s in panel.rows
    ]


def _labels(row: Row, axes: spans.Axes) -> list[dict[str, Any]]:
    if row.side:
        return [spans.side_label(row.series.head, axes, left=row.side == "left")]
    lone = len(row.series.figures) == 1
    many_years = row.last - row.first >= 5
    return [spans.top_label(f, axes, named=lone, many_years=many_years) for f in row.series.figures]


def _years(day: Any) -> float:
    return float(day.year + (day.month - 1) / 12) if day else 9999.0


def _header(row: Row, top: float) -> dict[str, Any]:
    return {
        "text": "<br>".join(row.header),
        "showarrow": False,
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "xshift": -32,
        "y": top,
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "font": {"size": 12},
    }


def _count_axis(foot: int, height: int, total: int, top: float) -> dict[str, Any]:
    domain = [foot / total, (foot + height) / total]
    return theme.count_axis(
        domain=domain,
        range=[0, (top or 1) * height / BAR],
        tickvals=[0, top] if top else [0],
        automargin=False,
        showgrid=False,
    )


def _blank_axis(foot: int, height: int, total: int, under: str) -> dict[str, Any]:
    domain = [foot / total, (foot + height) / total]
    return {"domain": domain, "range": [0, 1], "overlaying": under, "visible": False, "fixedrange": True}


def _colour(view: Statistics, row: Row, panel: Panel) -> str:
    body = view.framework.body(row.series.head.reporter)
    if body is not None and body.kind is not BodyKind.STATE:
        return NEUTRAL
    codes = [country.code for country in view.framework.countries]
    return country_colour(codes.index(panel.country.code)) if panel.country.code in codes else NEUTRAL
