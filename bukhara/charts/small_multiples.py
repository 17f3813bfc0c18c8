"""One row of small multiples: what is counted, one plot and one axis for each state, never a common axis."""

import textwrap
from dataclasses import dataclass, field, replace
from typing import Any

from bukhara.charts import law_marks, series, spans, theme
from bukhara.charts import small_multiples_words as sentences
from bukhara.charts.chart import Chart, Figure, Href, Subplots
from bukhara.charts.lanes import CellHref
from bukhara.charts.law_marks import Events
from bukhara.charts.palette import LINE, NEUTRAL, SOFT, country_colour
from bukhara.comparability.axis_groups import AxisGroup
from bukhara.comparability.series import breaks
from bukhara.i18n.figures import value_text
from bukhara.i18n.words import Words
from bukhara.model.codes import BodyKind
from bukhara.model.observation import PER_MONTH, Observation
from bukhara.views.statistics.explore import Explored, FigureRow, StateFigures, axis_years

Tops = dict[tuple[str, str], float]
PLOT, NAME, NOTE, FOOT, LEFT = 118, 24, 16, 22, 38
NARROWEST, LOW, LETTERS = 84, 84, 16
"""The smallest width of a plot, its height where the plots are in several rows, and the letters of a line in it."""
GAP = 0.042
"""The share of the width between two plots: the labels of an axis are in it."""
TALLER = 1.24
"""How much longer than its highest value an axis is: the label of the last value needs space."""
LABELLED, UPRIGHT = 1.7, 4
"""The same where every mark has a label, and from so many marks on labels are turned by a quarter."""
LOWEST_LABEL, LABEL_WIDTH = 0.22, 0.55
"""The share of the highest value above which a label has space under its figure, and its width as a share of a plot."""
UNKNOWN_TOP, NO_BREAK = 12, "\u00a0"
"""The height of an axis that has no number; and a line of a name without a note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How rows are drawn: with a picture or as a table alone, on which scales; `revised` are ids of figures.

    With `labelled` every mark has its number and no plot a name: for one state on paper.

    The plots of a state have for each of its `laws` a mark leading to its `evidence`.
    """

    words: Words
    href: Href
    as_table: bool = False
    tops: Tops | None = None
    revised: frozenset[str] = frozenset()
    laws: Events = field(default_factory=dict)
    evidence: CellHref = "{}/{}".format
    labelled: bool = False


def chart(row: FigureRow, explored: Explored, look: Look) -> Chart:
    """Return a row as a chart with its table; `look.tops` holds the maxima of common scales within a state."""
    drawn = row.is_drawn and not look.as_table
    plotted = _plotted(row)
    if drawn and plotted is not row:
        first, last = axis_years(plotted.cells)
        explored = replace(explored, first=first, last=last)
    notes = sentences.cell_notes(plotted, look.words)
    return Chart(
        id=f"rows-{row.view.topic}{f'-{row.number}' if row.number > 1 else ''}".lower(),
        title=sentences.title(row, look.words),
        subtitle=sentences.subtitle(row, look.words, without_plot=_without(row, plotted) if drawn else ()),
        table=sentences.table(row, look.words, look.href, look.revised),
        source=sentences.source(row, look.words),
        figure=_figure(plotted, explored, look, notes) if drawn else None,
        notes=tuple(
            filter(
                None,
                (
                    *sentences.notes(row, look.words),
                    sentences.beside_note(row, look.words),
                    sentences.laws_note(plotted, look.laws, look.words),
                ),
            )
        ),
        height=NAME + (NOTE if any(notes) else 0) + PLOT + FOOT,
        measures=(row.head.indicator,),
        compact=drawn,
        subplots=_subplots(plotted) if drawn else None,
    )


def _plotted(row: FigureRow) -> FigureRow:
    """Return the row without plots that would be empty beside a single state: that fills the picture with its years."""
    held = tuple(cell for cell in row.cells if cell.axis_group)
    return replace(row, cells=held) if len(held) == 1 else row


def _without(row: FigureRow, plotted: FigureRow) -> tuple[StateFigures, ...]:
    return tuple(cell for cell in row.cells if cell not in plotted.cells)


def common_tops(rows: tuple[FigureRow, ...]) -> Tops:
    """Return the highest value of each state and counting unit: rows of one unit can share a scale within a state."""
    found: Tops = {}
    for cell in (cell for row in rows for cell in row.cells if cell.axis_group):
        scale = _scale(cell)
        found[scale] = max(found.get(scale, 0.0), _top(cell))
    return found


def _scale(cell: StateFigures) -> tuple[str, str]:
    return cell.country.code, cell.axis_group.head.counting_unit if cell.axis_group else ""


def _top(cell: StateFigures) -> float:
    """Return the highest value of a state: of masked figures alone it is unknown."""
    figures = cell.axis_group.drawn if cell.axis_group else ()
    numbers = (f.value_high if f.value is None else f.value for f in figures if not f.is_masked)
    return max((number for number in numbers if number is not None), default=0.0)


def _reach(cell: StateFigures) -> float:
    """Return up to where the marks of a state reach, those of masked figures too."""
    figures = cell.axis_group.drawn if cell.axis_group else ()
    return max((spans.height(figure) or 0 for figure in figures), default=0.0)


def _figure(row: FigureRow, explored: Explored, look: Look, notes: tuple[str, ...]) -> Figure:
    data: list[dict[str, Any]] = []
    layout: dict[str, Any] = {}
    annotations: list[dict[str, Any]] = []
    shapes: list[dict[str, Any]] = []
    leader = ""
    for n, (cell, (start, last)) in enumerate(zip(row.cells, _subplots(row).spans, strict=True), start=1):
        end = "" if n == 1 else str(n)
        if not look.labelled:
            annotations.append(_name(cell, notes[n - 1], start, look.words, is_noted=any(notes)))
        if cell.axis_group is None:
            annotations.append(_empty(row, cell, (start + last) / 2, look.words))
            continue
        drawn = cell.axis_group.drawn
        axes = _axes(row, cell, cell.axis_group, look, end)
        leader = leader or axes.x
        layout[f"xaxis{end}"] = _time_axis([start, last], explored, axes, leader)
        top = (look.tops or {}).get(_scale(cell), _top(cell))
        layout[f"yaxis{end}"] = _count_axis(top, _reach(cell), axes, LABELLED if look.labelled else TALLER)
        layout[f"yaxis{axes.overlay[1:]}"] = theme.hidden_axis(axes.y, anchor=axes.x)
        data += series.traces(drawn, row.view.sources, axes)
        ceiling = layout[f"yaxis{end}"]["range"][1]
        labels, leader_lines = (_every_label if look.labelled else _last_label)(drawn, axes, explored, ceiling)
        annotations += labels
        years = range(explored.first, explored.last + 1)
        data += law_marks.marks(look.laws, cell.country, axes, years, look.evidence)
        shapes += [
            *leader_lines,
            *(spans.break_line(f, axes) for f, _ in breaks(cell.axis_group.observations, row.view.sources)),
        ]
    above = 0 if look.labelled else NAME + (NOTE if any(notes) else 0)
    margin = {"l": LEFT, "r": 18, "t": above, "b": FOOT}
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


def _every_label(
    figures: tuple[Observation, ...], axes: spans.Axes, _explored: Explored, _ceiling: float
) -> tuple[list[Any], list[Any]]:
    """Return the words of each figure at its mark."""
    return [spans.label(figure, axes, upright=len(figures) >= UPRIGHT) for figure in figures], []


def _last_label(
    figures: tuple[Observation, ...], axes: spans.Axes, explored: Explored, ceiling: float
) -> tuple[list[Any], list[Any]]:
    """Return the newest figure with its year at its mark, or at the ceiling, with a line from there."""
    heights = {f: spans.height(f) or 0 for f in sorted(figures, key=spans.middle) if spans.height(f) is not None}
    if not heights:
        return [], []
    newest = [*heights][-1]
    left = int(spans.start_of(newest).year - LABEL_WIDTH * (explored.last - explored.first))
    beside = [height for f, height in heights.items() if spans.start_of(f).year >= left]
    lowest, highest = min(beside), max(beside)
    is_point = series.is_point(newest, series.series_form(figures))
    is_under = is_point and heights[newest] == lowest < highest and lowest > LOWEST_LABEL * max(heights.values())
    is_lifted = not is_under and heights[newest] < highest
    # the unit of a monthly rate is under the name of its state
    value = round(newest.value, 1) if newest.value and newest.unit == PER_MONTH else newest.value
    number = axes.words.number(value) if value is not None else value_text(newest, axes.words)
    number += axes.sign(newest)
    place: dict[str, Any] = {
        "xref": axes.x,
        "yref": axes.y,
        "x": spans.middle(newest),
        "y": ceiling if is_lifted else heights[newest],
        "yanchor": "top" if is_under or is_lifted else "bottom",
        "yshift": 0 if is_lifted else -4 if is_under else 4,
        # it ends a little after its mark: the last column has no more space
        "xanchor": "right",
        "xshift": 14,
    }
    ends = {"x0": place["x"], "x1": place["x"], "y0": heights[newest], "xref": axes.x, "yref": axes.y}
    ends["y1"] = highest + (ceiling - highest) / 4  # below the label
    line = {"type": "line", "line": {"color": LINE, "width": 1}} | ends
    return [theme.note(f"<b>{number}</b> {spans.start_of(newest).year}", **place)], [line] if is_lifted else []


def _name(cell: StateFigures, note: str, start: float, words: Words, *, is_noted: bool) -> dict[str, Any]:
    name = f"<b>{words.text(cell.country.short)}</b>"
    text = f"{name}<br>{note or NO_BREAK}" if is_noted else name
    place: dict[str, Any] = {**theme.LEFT, "x": start, "y": 1, "yref": "paper", "yanchor": "bottom", "yshift": 3}
    return theme.note(text, 13, **place)


def _empty(row: FigureRow, cell: StateFigures, middle: float, words: Words) -> dict[str, Any]:
    text = "<br>".join(part for line in sentences.empty(row, cell, words) for part in textwrap.wrap(line, LETTERS))
    place: dict[str, Any] = {"x": round(middle, 4), "y": 0.5, "xref": "paper", "yref": "paper", "xanchor": "center"}
    return theme.note(text, **place) | {"font": {"size": 12, "color": SOFT}}


def _time_axis(domain: list[float], explored: Explored, axes: spans.Axes, leader: str) -> dict[str, Any]:
    """Return an axis that names its first and last year; the axes of a row are enlarged together."""
    years = max(explored.last - explored.first, 1)
    look = {"showgrid": False, "tickfont": {"color": SOFT, "size": 11}, "fixedrange": False}
    start, end = f"{explored.first}-01-01", f"{explored.last + 1}-01-01"
    ends = {"tick0": start, "dtick": f"M{12 * years}", "minallowed": start, "maxallowed": end}
    same = {"matches": leader} if leader != axes.x else {}
    return theme.year_axis(explored.first, explored.last, domain=domain, anchor=axes.y, **ends, **look, **same)


def _count_axis(top: float, reach: float, axes: spans.Axes, taller: float) -> dict[str, Any]:
    """Return an axis that names its highest number; masked figures alone reach a third of an axis without one."""
    return theme.count_axis(
        anchor=axes.x,
        domain=[0, 1],
        range=[0, max(top or UNKNOWN_TOP, reach) * taller],
        tickvals=[0, top] if top else [0],
        ticktext=[axes.words.number(round(tick, 1)) for tick in ((0, top) if top else (0,))],
        automargin=False,
        showgrid=False,
        tickfont={"color": SOFT, "size": 11},
    )
