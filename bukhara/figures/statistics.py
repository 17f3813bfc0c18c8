"""The chart of one panel of statistics: each series has its own row and axis; nothing is stacked or added."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bukhara.comparability.keys import length
from bukhara.comparability.panels import Panel as Series
from bukhara.comparability.series import breaks
from bukhara.figures import spans, statistics_words, theme
from bukhara.figures.chart import Chart, Figure
from bukhara.figures.palette import NEUTRAL, country_colour
from bukhara.figures.statistics_table import table
from bukhara.i18n.words import Words
from bukhara.model.codes import BodyKind
from bukhara.views.statistics import Statistics, StatisticsPanel

Href = Callable[[str], str]
BAR, TOP_SPACE, LINE, PAD, GAP, FOOT = 48, 48, 16, 12, 14, 30
MANY_YEARS = 10
"""From so many years on, an axis names every fifth one."""
RATED = 64
"""The left margin in pixels if an axis has the title "a month"."""


@dataclass(frozen=True, slots=True)
class SeriesRow:
    """A series with its header lines, the maximum of its axis and its first and last year."""

    series: Series
    header: tuple[str, ...]
    top: float
    first: int
    last: int

    @property
    def has_numbers(self) -> bool:
        """Whether a figure has a height: a masked one and a gap have none."""
        return any(figure.value is not None for figure in self.series.drawn)

    @property
    def side(self) -> str:
        """The side of a single mark with space for its label: left, right, or empty for above it."""
        figure = self.series.head
        years = self.last + 1 - self.first
        start, end = (_years(day) - self.first for day in (figure.period_start, figure.period_end))
        if len(self.series.observations) > 1:
            return ""
        return "left" if start / years >= 0.4 else "right" if end / years <= 0.5 else ""

    @property
    def height(self) -> int:
        """The height of header, label space and bars in pixels."""
        return len(self.header) * LINE + PAD + BAR + (0 if self.side else TOP_SPACE)


def chart(view: Statistics, panel: StatisticsPanel, words: Words, href: Href) -> Chart:
    """Return the chart of a panel with its table; `href` returns the evidence address of an observation id."""
    rows = _rows(view, panel, words)
    height = sum(row.height for row in rows) + GAP * max(0, len(rows) - 1) + FOOT
    return Chart(
        id=chart_id(view, panel),
        title=statistics_words.title(view, panel, words),
        subtitle=statistics_words.subtitle(view, panel, words),
        table=table(view, panel, words, href),
        source=statistics_words.source(view, panel, words),
        cited=next((o.source_id for o in panel.figures if o.source_locator), ""),
        figure=_figure(view, panel, rows, words, href) if rows else None,
        notes=statistics_words.notes(view, panel, words),
        height=height,
        measures=tuple(dict.fromkeys(figure.indicator for figure in panel.figures)),
    )


def chart_id(view: Statistics, panel: StatisticsPanel) -> str:
    """Return the id of the chart of a panel, unique on its page."""
    return f"{view.topic}-{panel.country.code}{'-' + panel.block if panel.block else ''}".lower()


def _figure(view: Statistics, panel: StatisticsPanel, rows: list[SeriesRow], words: Words, href: Href) -> Figure:
    total = sum(row.height for row in rows) + GAP * (len(rows) - 1)
    data: list[dict[str, Any]] = []
    annotations: list[dict[str, Any]] = []
    shapes: list[dict[str, Any]] = []
    layout: dict[str, Any] = {}
    above = 0
    left = RATED if any(row.series.per_month for row in rows) else 34
    for n, row in enumerate(rows, start=1):
        name = f"y{n}" if n > 1 else "y"
        # an axis without a mark is not drawn: masked figures alone are on it, not on the one over it
        over = f"y{n + 100}" if row.has_numbers else name
        axes = spans.Axes(name, over, _colour(view, row, panel), words)
        foot = total - above - row.height
        space = 0 if row.side else TOP_SPACE
        layout[f"yaxis{n if n > 1 else ''}"] = _count_axis(foot, BAR + space, total, row) | _rate_axis(row, words)
        if row.has_numbers:
            layout[f"yaxis{n + 100}"] = _hidden_axis(foot, BAR + space, total, axes.y)
        addresses = tuple(href(figure.observation_id) for figure in row.series.observations)
        data += spans.traces(row.series.drawn, axes, addresses)
        annotations += _labels(row, axes)
        shapes += [spans.break_line(figure, axes) for figure, _ in breaks(row.series.observations, view.sources)]
        annotations.append(_header(row, (total - above) / total, shift=left - 2))
        above += row.height + GAP
    first = panel.first_year(view.first_year)
    layout["xaxis"] = theme.axis(
        type="date",
        range=[f"{first}-01-01", f"{view.last_year + 1}-01-01"],
        dtick="M12" if view.last_year - first < MANY_YEARS else "M60",
        tick0="2000-01-01",
        tickformat="%Y",
        ticklabelmode="period",
        anchor="y" if len(rows) == 1 else f"y{len(rows)}",
        griddash="solid",
        automargin=False,
        # Space between the axis and its years for the lower half of the marks of zeros and open periods.
        ticks="outside",
        ticklen=5,
        tickcolor="rgba(0,0,0,0)",
    )
    margin = {"l": left, "r": 10, "t": 0, "b": FOOT}
    return {
        "data": data,
        "layout": theme.layout(
            annotations=annotations, shapes=shapes, margin=margin, barmode="overlay", hovermode="closest", **layout
        ),
    }


def _rows(view: Statistics, panel: StatisticsPanel, words: Words) -> list[SeriesRow]:
    tops: dict[tuple[str, ...], float] = {}
    for series in panel.rows:
        scale = _scale(series)
        tops[scale] = max([tops.get(scale, 0.0), *(figure.value or 0 for figure in series.drawn)])
    first = panel.first_year(view.first_year)
    return [
        SeriesRow(s, statistics_words.header(view, panel, s, words), tops[_scale(s)], first, view.last_year)
        for s in panel.rows
    ]


def _scale(series: Series) -> tuple[str, ...]:
    """Return the key of the scale of a series: rows of equal counting unit and length share a maximum."""
    return (series.head.counting_unit, "rate" if series.per_month else length(series.head))


def _rate_axis(row: SeriesRow, words: Words) -> dict[str, Any]:
    """Return the title of an axis of monthly rates, and its highest label with one decimal."""
    if not row.series.per_month:
        return {}
    labels = {"ticktext": ["0", words.number(round(row.top, 1))]} if row.top else {}
    return {"title": {"text": words("a month"), "font": {"size": 11}, "standoff": 4}, **labels}


def _labels(row: SeriesRow, axes: spans.Axes) -> list[dict[str, Any]]:
    if row.side:
        return [spans.side_label(row.series.drawn[0], axes, left=row.side == "left")]
    if row.series.head.is_international:
        return [spans.upright_label(f, axes) for f in row.series.drawn]
    is_single = len(row.series.observations) == 1
    many_years = row.last - row.first >= 5
    if sum(spans.is_short(f) for f in row.series.drawn) > 1:
        return [spans.bare_label(f, axes, raised=n % 2 == 1) for n, f in enumerate(row.series.drawn)]
    return [spans.top_label(f, axes, named=is_single, many_years=many_years) for f in row.series.drawn]


def _years(day: Any) -> float:
    return float(day.year + (day.month - 1) / 12) if day else 9999.0


def _header(row: SeriesRow, top: float, *, shift: int) -> dict[str, Any]:
    return {
        "text": "<br>".join(row.header),
        "showarrow": False,
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "xshift": -shift,
        "y": top,
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "font": {"size": 12},
    }


def _count_axis(foot: int, height: int, total: int, row: SeriesRow) -> dict[str, Any]:
    top = row.top
    domain = [foot / total, (foot + height) / total]
    return theme.count_axis(
        domain=domain,
        range=[0, (top or 1) * height / BAR] if row.has_numbers else [0, 1],
        tickvals=[0, top] if top else [0],
        automargin=False,
        showgrid=False,
    )


def _hidden_axis(foot: int, height: int, total: int, under: str) -> dict[str, Any]:
    domain = [foot / total, (foot + height) / total]
    return {"domain": domain, "range": [0, 1], "overlaying": under, "visible": False, "fixedrange": True}


def _colour(view: Statistics, row: SeriesRow, panel: StatisticsPanel) -> str:
    body = view.framework.body(row.series.head.reporter)
    if body is not None and body.kind is not BodyKind.STATE:
        return NEUTRAL
    codes = [country.code for country in view.framework.countries]
    return country_colour(codes.index(panel.country.code)) if panel.country.code in codes else NEUTRAL
