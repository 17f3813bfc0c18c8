"""The chart of one state of statistics: each axis group has its own row and axis; nothing is stacked or added."""

from dataclasses import dataclass
from typing import Any

from bukhara.charts import series, spans, statistics_words, theme
from bukhara.charts.chart import Chart, Figure, Href
from bukhara.charts.palette import CLEAR, NEUTRAL, country_colour
from bukhara.charts.statistics_table import table
from bukhara.comparability.axis_groups import AxisGroup
from bukhara.comparability.keys import length
from bukhara.comparability.series import breaks
from bukhara.i18n.words import Words
from bukhara.model.codes import BodyKind
from bukhara.views.statistics import StateStatistics, Statistics

BAR, TOP_SPACE, LINE, PAD, GAP, FOOT = 48, 48, 16, 12, 14, 30
MANY_YEARS = 10
"""From so many years on, an axis names every fifth one."""
RATED = 64
"""The left margin in pixels if an axis has the title "a month"."""


@dataclass(frozen=True, slots=True)
class PanelRow:
    """A row with its header lines, the maximum of its axis and its first and last year."""

    axis_group: AxisGroup
    header: tuple[str, ...]
    top: float
    first: int
    last: int

    @property
    def has_numbers(self) -> bool:
        """Whether a figure has a height: a gap has none."""
        return any(spans.height(figure) is not None for figure in self.axis_group.drawn)

    @property
    def reach(self) -> float:
        """Up to where the marks reach, those of masked figures too."""
        return max([self.top, *(spans.height(figure) or 0 for figure in self.axis_group.drawn)])

    @property
    def side(self) -> str:
        """The side of a single mark with space for its label: left, right, or empty for above it."""
        figure = self.axis_group.head
        years = self.last + 1 - self.first
        start, end = (_years(day) - self.first for day in (figure.period_start, figure.period_end))
        if len(self.axis_group.observations) > 1:
            return ""
        return "left" if start / years >= 0.4 else "right" if end / years <= 0.5 else ""

    @property
    def plot_height(self) -> int:
        """The height of bars and of the space for labels above them, in pixels."""
        return BAR if self.side else BAR + TOP_SPACE

    @property
    def height(self) -> int:
        """The height of header, label space and bars in pixels."""
        return len(self.header) * LINE + PAD + self.plot_height


def chart(view: Statistics, state: StateStatistics, words: Words, href: Href) -> Chart:
    """Return the chart of one state with its table; `href` returns the evidence address of an observation id."""
    rows = _rows(view, state, words)
    return Chart(
        id=chart_id(view, state),
        title=statistics_words.title(view, state, words),
        subtitle=statistics_words.subtitle(view, state, words),
        table=table(view, state, words, href),
        source=statistics_words.source(view, state, words),
        cited=next((o.source_id for o in state.figures if o.source_locator), ""),
        figure=_figure(view, state, rows, words, href) if rows else None,
        notes=statistics_words.notes(view, state, words),
        height=_height(rows) + FOOT,
        measures=tuple(dict.fromkeys(figure.indicator for figure in state.figures)),
    )


def chart_id(view: Statistics, state: StateStatistics) -> str:
    """Return the id of the chart of a state, unique on its page."""
    return f"{view.topic}-{state.country.code}{'-' + state.block if state.block else ''}".lower()


def _height(rows: list[PanelRow]) -> int:
    return sum(row.height for row in rows) + GAP * max(0, len(rows) - 1)


def _figure(view: Statistics, state: StateStatistics, rows: list[PanelRow], words: Words, href: Href) -> Figure:
    total = _height(rows)
    data: list[dict[str, Any]] = []
    annotations: list[dict[str, Any]] = []
    shapes: list[dict[str, Any]] = []
    layout: dict[str, Any] = {}
    above = 0
    left = RATED if any(row.axis_group.per_month for row in rows) else 34
    for n, row in enumerate(rows, start=1):
        name = f"y{n}" if n > 1 else "y"
        # an axis without a mark is not drawn: a gap alone is on it, not on the one over it
        over = f"y{n + 100}" if row.has_numbers else name
        # a monthly rate leads to the count that it is made from
        counted = dict(zip((f.observation_id for f in row.axis_group.drawn), row.axis_group.observations, strict=True))
        disagree = {shown for shown, own in counted.items() if own.observation_id in view.disagree}
        held: Any = {"disagree": frozenset(disagree), "state": words.text(state.country.short)}
        held |= {"framework": view.framework, "href": lambda shown, own=counted: href(own[shown].observation_id)}
        axes = spans.Axes(name, over, _colour(view, row, state), words, **held)
        foot = total - above - row.height
        domain = [foot / total, (foot + row.plot_height) / total]
        top = row.top
        layout[f"yaxis{n if n > 1 else ''}"] = theme.count_axis(
            domain=domain,
            range=[0, (row.reach or 1) * row.plot_height / BAR] if row.has_numbers else [0, 1],
            tickvals=[0, top] if top else [0],
            automargin=False,
            showgrid=False,
        ) | _rate_axis(row, words)
        if row.has_numbers:
            layout[f"yaxis{n + 100}"] = theme.hidden_axis(axes.y, domain=domain)
        data += series.traces(row.axis_group.drawn, view.sources, axes)
        annotations += _labels(row, axes)
        shapes += [spans.break_line(figure, axes) for figure, _ in breaks(row.axis_group.observations, view.sources)]
        head = {**theme.LEFT, "xshift": 2 - left, "y": (total - above) / total, "yref": "paper", "yanchor": "top"}
        annotations.append(theme.note("<br>".join(row.header), **head))
        above += row.height + GAP
    layout["xaxis"] = _time_axis(view, state, anchor="y" if len(rows) == 1 else f"y{len(rows)}")
    margin = {"l": left, "r": 10, "t": 0, "b": FOOT}
    more = {"annotations": annotations, "shapes": shapes, "margin": margin, "barmode": "overlay"}
    return {"data": data, "layout": theme.layout(**more, hovermode="closest", **layout)}


def _rows(view: Statistics, state: StateStatistics, words: Words) -> list[PanelRow]:
    tops: dict[tuple[str, ...], float] = {}
    for axis_group in state.axis_groups:
        scale = _scale(axis_group)
        tops[scale] = max([tops.get(scale, 0.0), *(figure.value or 0 for figure in axis_group.drawn)])
    first = state.first_year(view.first_year)
    return [
        PanelRow(each, statistics_words.header(view, state, each, words), tops[_scale(each)], first, view.last_year)
        for each in state.axis_groups
    ]


def _scale(axis_group: AxisGroup) -> tuple[str, ...]:
    """Return the key of the scale of a row: rows of equal counting unit and length share a maximum."""
    return (axis_group.head.counting_unit, "rate" if axis_group.per_month else length(axis_group.head))


def _labels(row: PanelRow, axes: spans.Axes) -> list[dict[str, Any]]:
    if row.side:
        return [spans.side_label(row.axis_group.drawn[0], axes, left=row.side == "left")]
    if row.axis_group.head.is_international:
        return [spans.upright_label(f, axes) for f in row.axis_group.drawn]
    is_single = len(row.axis_group.observations) == 1
    many_years = row.last - row.first >= 5
    if sum(spans.is_short(f) for f in row.axis_group.drawn) > 1:
        labels = [spans.bare_label(f, axes, raised=n % 2 == 1) for n, f in enumerate(row.axis_group.drawn)]
    else:
        labels = [spans.top_label(f, axes, named=is_single, many_years=many_years) for f in row.axis_group.drawn]
    last = row.axis_group.drawn[-1]
    return labels if is_single or not spans.is_gap(last) else [*labels[:-1], labels[-1] | spans.to_the_left_of(last)]


def _years(day: Any) -> float:
    return float(day.year + (day.month - 1) / 12) if day else 9999.0


def _time_axis(view: Statistics, state: StateStatistics, anchor: str) -> dict[str, Any]:
    first = state.first_year(view.first_year)
    return theme.year_axis(
        first,
        view.last_year,
        dtick="M12" if view.last_year - first < MANY_YEARS else "M60",
        anchor=anchor,
        # Space between the axis and its years for the lower half of the marks of zeros and open periods.
        ticks="outside",
        ticklen=5,
        tickcolor=CLEAR,
    )


def _rate_axis(row: PanelRow, words: Words) -> dict[str, Any]:
    """Return the title of an axis of monthly rates, and its highest label with one decimal."""
    if not row.axis_group.per_month:
        return {}
    labels = {"ticktext": ["0", words.number(round(row.top, 1))]} if row.top else {}
    return {"title": {"text": words("a month"), "font": {"size": 11}, "standoff": 4}, **labels}


def _colour(view: Statistics, row: PanelRow, state: StateStatistics) -> str:
    body = view.framework.body(row.axis_group.head.reporter)
    codes = [country.code for country in view.framework.countries]
    if (body is not None and body.kind is not BodyKind.STATE) or state.country.code not in codes:
        return NEUTRAL
    return country_colour(codes.index(state.country.code))
