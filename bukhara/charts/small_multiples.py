"""One row of small multiples: what is counted, one plot and one axis for each state, never a common axis."""

import textwrap
from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from bukhara.charts import series, spans, theme
from bukhara.charts import small_multiples_words as sentences
from bukhara.charts.chart import Chart, Figure, Href, Subplots
from bukhara.charts.palette import NEUTRAL, SOFT, country_colour
from bukhara.comparability.axis_groups import AxisGroup
from bukhara.comparability.series import breaks
from bukhara.i18n.words import Words
from bukhara.model.codes import BodyKind
from bukhara.model.observation import Observation
from bukhara.views.statistics.explore import Explored, FigureRow, StateFigures, axis_years

PLOT, LOW_PLOT, NAME, LINE_HEIGHT, FOOT, LEFT = 240, 100, 28, 16, 22, 38
"""Pixels: a plot on a page, on paper and slides, its name, a line below that, the years; and the width of numbers."""
NARROWEST, LOW, LETTERS = 150, 170, 16
"""The smallest width of a plot, its height where the plots are in several rows, and the letters of a line in it."""
GAP = 0.042
"""The share of the width between two plots: the labels of an axis are in it."""
TALLER, STEPS, YEARS = 1.15, 5, 4
"""How much longer than its highest value an axis is, for a label there; the most steps of numbers, and of years."""
LABELLED, UPRIGHT = 1.7, 4
"""The same where every mark has a label, and from so many marks on labels are turned by a quarter."""
LOWEST_LABEL, LABEL_WIDTH = 0.22, 0.55
"""The share of the highest value above which a label has space under its figure, and its width as a share of a plot."""
UNKNOWN_TOP, NO_BREAK = 12, "\u00a0"
"""The height of an axis that has no number; and an empty line below a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How rows are drawn; `revised` are ids of figures.

    With `labelled` every mark has its number and no plot a name: for one state on paper. A `plot` that is lower than
    on a page, in pixels, does not name its highest figure.
    """

    words: Words
    href: Href
    revised: frozenset[str] = frozenset()
    labelled: bool = False
    plot: int = PLOT


def chart(row: FigureRow, explored: Explored, look: Look) -> Chart:
    """Return a row as a chart with its table."""
    drawn, plotted = row.is_drawn, _plotted(row)
    without = tuple(cell for cell in row.cells if cell not in plotted.cells)
    if without:
        first, last = axis_years(plotted.cells)
        explored = replace(explored, first=first, last=last)
    heads = () if look.labelled else sentences.heads(plotted, look.words, is_short=look.plot < PLOT)
    return Chart(
        id=f"rows-{row.view.topic}{f'-{row.number}' if row.number > 1 else ''}".lower(),
        title=sentences.title(row, look.words),
        subtitle=sentences.subtitle(row, look.words, without_plot=without),
        table=sentences.table(row, look.words, look.href, look.revised),
        source=sentences.source(row, look.words),
        figure=_figure(plotted, explored, look, heads) if drawn else None,
        notes=tuple(filter(None, (*sentences.notes(row, look.words), sentences.beside_note(row, look.words)))),
        height=_above(heads) + look.plot + FOOT,
        measures=(row.head.indicator,),
        compact=drawn,
        subplots=_subplots(plotted) if drawn else None,
    )


def has_series(row: FigureRow) -> bool:
    """Return whether a state has so many figures in a row that a picture shows more than a table."""
    return any(cell.axis_group and len(cell.axis_group.observations) >= series.LINE_FROM for cell in row.cells)


def _plotted(row: FigureRow) -> FigureRow:
    """Return the row without plots that would be empty beside a single state: that fills the picture with its years."""
    held = tuple(cell for cell in row.cells if cell.axis_group)
    return replace(row, cells=held) if len(held) == 1 else row


def _above(heads: tuple[tuple[str, ...], ...]) -> int:
    """Return the height of the names above plots, with the lines below them; none without names."""
    return NAME + LINE_HEIGHT * (max(map(len, heads)) - 1) if heads else 0


def _top(cell: StateFigures, *, with_masked: bool = False) -> float:
    """Return up to where the marks of a state reach: of masked figures alone the highest value is unknown."""
    figures = cell.axis_group.drawn if cell.axis_group else ()
    return max((spans.height(f) or 0 for f in figures if with_masked or not f.is_masked), default=0.0)


def _figure(row: FigureRow, explored: Explored, look: Look, heads: tuple[tuple[str, ...], ...]) -> Figure:
    data: list[dict[str, Any]] = []
    layout: dict[str, Any] = {}
    annotations: list[dict[str, Any]] = []
    shapes: list[dict[str, Any]] = []
    leader = ""
    for n, (cell, (start, last)) in enumerate(zip(row.cells, _subplots(row).spans, strict=True), start=1):
        end = "" if n == 1 else str(n)
        if heads:
            annotations.append(_name(heads[n - 1], max(map(len, heads)), start))
        if cell.axis_group is None:
            annotations.append(_empty(row, cell, (start + last) / 2, look.words))
            continue
        drawn = cell.axis_group.drawn
        axes = _axes(row, cell, cell.axis_group, look, end)
        leader = leader or axes.x
        layout[f"xaxis{end}"] = _time_axis([start, last], explored, axes, leader)
        layout[f"yaxis{end}"] = _count_axis(cell, axes, LABELLED if look.labelled else TALLER)
        layout[f"yaxis{axes.overlay[1:]}"] = theme.hidden_axis(axes.y, anchor=axes.x)
        data += series.traces(drawn, row.view.sources, axes)
        annotations += (_every_label if look.labelled else _end_labels)(drawn, axes, explored)
        shapes += [spans.break_line(f, axes) for f, _ in breaks(cell.axis_group.observations, row.view.sources)]
    margin = {"l": LEFT, "r": 18, "t": _above(heads), "b": FOOT}
    more = {"annotations": annotations, "shapes": shapes, "margin": margin, "barmode": "overlay"}
    # the reader draws over the years to enlarge them; a double click shows all again
    more |= {"dragmode": "zoom"}
    return {"data": data, "layout": theme.layout(**more, hovermode="closest", **layout)}


def _axes(row: FigureRow, cell: StateFigures, group: AxisGroup, look: Look, end: str) -> spans.Axes:
    """Return the axes of a plot. A monthly rate has the marks and the evidence of the count that it is made from."""
    pairs = zip(group.drawn, group.observations, strict=True)
    own = {shown.observation_id: counted.observation_id for shown, counted in pairs}

    def marked(ids: frozenset[str]) -> frozenset[str]:
        return frozenset(shown for shown, name in own.items() if name in ids)

    return spans.Axes(
        y=f"y{end}",
        overlay=f"y{int(end or 1) + 100}",
        colour=_colour(row, cell),
        words=look.words,
        x=f"x{end}",
        disagree=marked(row.view.disagree),
        state=look.words.text(cell.country.short),
        framework=row.view.framework,
        href=lambda shown: look.href(own[shown]),
        revised=marked(look.revised),
    )


def _subplots(row: FigureRow) -> Subplots:
    codes = [country.code for country in row.view.framework.countries]
    shown = [cell.country.code for cell in row.cells]
    states = tuple(codes.index(code) for code in shown) if set(shown) <= set(codes) else ()
    return Subplots(len(shown), GAP, NARROWEST, LOW, states)


def _colour(row: FigureRow, cell: StateFigures) -> str:
    codes = [country.code for country in row.view.framework.countries]
    body = row.view.framework.body(cell.axis_group.head.reporter) if cell.axis_group else None
    if cell.country.code not in codes or (body is not None and body.kind is BodyKind.CIVIL_SOCIETY):
        return NEUTRAL
    return country_colour(codes.index(cell.country.code))


def _every_label(figures: tuple[Observation, ...], axes: spans.Axes, _explored: Explored) -> list[Any]:
    """Return the words of each figure at its mark."""
    return [spans.label(figure, axes, upright=len(figures) >= UPRIGHT) for figure in figures]


def _end_labels(figures: tuple[Observation, ...], axes: spans.Axes, explored: Explored) -> list[Any]:
    """Return the numbers of the newest figure, and of the highest if it is not near that one, at their marks."""
    newest, highest = sentences.ends(figures)
    if newest is None:
        return []
    heights = {f: spans.height(f) or 0 for f in figures if spans.height(f) is not None}
    near = LABEL_WIDTH * (explored.last - explored.first)
    beside = [top for f, top in heights.items() if spans.start_of(f).year >= spans.start_of(newest).year - near]
    is_point = series.is_point(newest, series.series_form(figures))
    low = LOWEST_LABEL * max(heights.values())
    is_under = is_point and heights[newest] == min(beside) < max(beside) and heights[newest] > low
    # it ends a little after its mark: the last column has no more space
    found = [_number(newest, axes, is_under=is_under, xanchor="right", xshift=8)]
    if highest and spans.start_of(highest).year < spans.start_of(newest).year - near:
        found.append(_number(highest, axes))
    return found


def _number(figure: Observation, axes: spans.Axes, *, is_under: bool = False, **place: Any) -> dict[str, Any]:
    place |= {"yanchor": "top", "yshift": -4} if is_under else {"yanchor": "bottom", "yshift": 4}
    place |= {"x": spans.middle(figure), "y": spans.height(figure), "xref": axes.x, "yref": axes.y}
    return theme.note(f"<b>{sentences.short_number(figure, axes.words)}{axes.sign(figure)}</b>", **place)


def _name(lines: tuple[str, ...], most: int, start: float) -> dict[str, Any]:
    """Return the name above a plot with its lines, and with empty ones below: names of a row are beside one another."""
    text = "<br>".join((f"<b>{lines[0]}</b>", *lines[1:], *[NO_BREAK] * (most - len(lines))))
    place: dict[str, Any] = {**theme.LEFT, "x": start, "y": 1, "yref": "paper", "yanchor": "bottom", "yshift": 7}
    return theme.note(text, 13, **place)


def _empty(row: FigureRow, cell: StateFigures, middle: float, words: Words) -> dict[str, Any]:
    text = "<br>".join(part for line in sentences.empty(row, cell, words) for part in textwrap.wrap(line, LETTERS))
    place: dict[str, Any] = {"x": round(middle, 4), "y": 0.5, "xref": "paper", "yref": "paper", "xanchor": "center"}
    return theme.note(text, **place) | {"font": {"size": 12, "color": SOFT}}


def _time_axis(domain: list[float], explored: Explored, axes: spans.Axes, leader: str) -> dict[str, Any]:
    """Return an axis that names its last year and others at equal steps; the axes of a row are enlarged together."""
    years = explored.last - explored.first
    step = ceil(years / YEARS) or 1
    first = explored.last - step * ceil(years / step)
    look = {"tickfont": {"color": SOFT, "size": 11}, "fixedrange": False}
    start, end = f"{first}-01-01", f"{explored.last + 1}-01-01"
    reach = {"tick0": start, "dtick": f"M{12 * step}", "minallowed": start, "maxallowed": end}
    same = {"matches": leader} if leader != axes.x else {}
    return theme.year_axis(first, explored.last, domain=domain, anchor=axes.y, **reach, **look, **same)


def _count_axis(cell: StateFigures, axes: spans.Axes, taller: float) -> dict[str, Any]:
    """Return an axis with round numbers; masked figures alone reach a third of an axis without one."""
    top = _top(cell)
    longest = max(top or UNKNOWN_TOP, _top(cell, with_masked=True)) * taller
    least = 0 if cell.axis_group and cell.axis_group.per_month else 1
    step = max(theme.round_step(longest / STEPS), least)
    longest = max(longest, ceil(longest / taller / step) * step)
    ticks = {"dtick": step, "tickformat": ",d" if step >= 1 else ""} if top else {"tickvals": [0], "ticktext": ["0"]}
    look = {"automargin": False, "tickfont": {"color": SOFT, "size": 11}}
    return theme.count_axis(anchor=axes.x, domain=[0, 1], range=[0, longest], **ticks, **look)
