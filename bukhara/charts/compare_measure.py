"""The chart of one measure in several states, with its table: each comparability key has a row with its own axis."""

import textwrap
from dataclasses import dataclass
from typing import Any

from bukhara.charts import theme
from bukhara.charts.chart import Cell, Chart, Figure, Href, Table
from bukhara.charts.palette import CLEAR, country_colour
from bukhara.charts.source_cell import source_cell
from bukhara.charts.spans import pattern
from bukhara.comparability.axis_groups import AxisGroup
from bukhara.comparability.keys import length
from bukhara.i18n.codes import label
from bukhara.i18n.differences import length_text
from bukhara.i18n.figures import value_text, with_unit
from bukhara.i18n.periods import period_text
from bukhara.i18n.subjects import body_name, subject
from bukhara.i18n.words import Words
from bukhara.model.codes import Qualifier, State
from bukhara.model.framework import Framework
from bukhara.model.observation import Observation
from bukhara.views.compare import Measured

ROW, SINGLE, LINE, FOOT, LETTERS = 56, 48, 18, 38, 34


@dataclass(frozen=True, slots=True)
class ChartContext:
    """What charts and tables need to name things: words, framework, and the evidence address of an observation id."""

    words: Words
    framework: Framework
    href: Href


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure as printed and as drawn (a monthly rate if asked for), its row and the number of its axis."""

    printed: Observation
    shown: Observation
    row: int
    axis: str


def chart(view: Measured, context: ChartContext, *, source: str, notes: tuple[str, ...]) -> Chart:
    """Return the chart of a measure; figures that cannot be drawn on an axis are in its table only."""
    words = context.words
    drawn = [axis_group for axis_group in view.axis_groups if axis_group.is_drawable]
    return Chart(
        id="compare-measure",
        title=words.text(view.indicator.name),
        subtitle=words(
            "One chart for each kind of figure, each with its own axis from zero. States are not ordered by value"
        ),
        figure=_figure(drawn, context) if drawn else None,
        table=table(view, context),
        source=source,
        notes=notes,
        height=sum(_height(axis_group, context) for axis_group in drawn) or 120,
        measures=(view.indicator.id,),
    )


def _figure(drawn: list[AxisGroup], context: ChartContext) -> Figure:
    total = sum(_height(axis_group, context) for axis_group in drawn)
    data: list[dict[str, Any]] = []
    axes: dict[str, Any] = {}
    notes: list[dict[str, Any]] = []
    above = 0
    for n, axis_group in enumerate(drawn, 1):
        name = "" if n == 1 else str(n)
        top, rows = total - above - _head(axis_group, context), _rows(axis_group)
        axes[f"yaxis{name}"] = theme.axis(
            visible=False,
            domain=[(top - rows) / total, top / total],
            range=[len(axis_group.observations) - 0.5, -0.5],
        )
        axes[f"xaxis{name}"] = theme.count_axis(
            anchor=f"y{name}",
            range=[0, _top(axis_group) * 1.04],
            tickvals=[0, _top(axis_group)],
            ticktext=["0", with_unit(_top(axis_group), axis_group.drawn[0].unit, context.words)],
            showgrid=False,
            visible=not _is_single(axis_group),
        )
        mark = _square if _is_single(axis_group) else _bar
        marks = [
            Mark(o, shown, row, name)
            for row, (o, shown) in enumerate(zip(axis_group.observations, axis_group.drawn, strict=True))
        ]
        data += [mark(m, context) for m in marks]
        notes.append(_heading(axis_group, (total - above) / total, context))
        single = {"y": -0.5, "yanchor": "top", "xshift": 14} if _is_single(axis_group) else {}
        notes += [_label(m, context) | single for m in marks]
        above += _height(axis_group, context)
    # the label of the longest bar ends right of it
    margin = {"l": 10, "r": 40, "t": 0, "b": 0}
    return {
        "data": data,
        "layout": theme.layout(annotations=notes, margin=margin, hovermode="closest", **axes),
    }


def _height(axis_group: AxisGroup, context: ChartContext) -> int:
    return _head(axis_group, context) + _rows(axis_group) + (0 if _is_single(axis_group) else FOOT)


def _rows(axis_group: AxisGroup) -> int:
    return SINGLE if _is_single(axis_group) else ROW * len(axis_group.observations)


def _head(axis_group: AxisGroup, context: ChartContext) -> int:
    return LINE * len(_lines(axis_group, context)) + 6


def _lines(axis_group: AxisGroup, context: ChartContext) -> list[str]:
    head, words = axis_group.observations[0], context.words
    what = subject(head, words, context.framework)
    what = what[:1].upper() + what[1:]
    if axis_group.per_month:
        heading = words("{what}, monthly average: the count divided by the months of its period", what=what)
    else:
        heading = words("{what}, over {length}", what=what, length=length_text(length(head), words))
    return textwrap.wrap(heading, LETTERS)


def _is_single(axis_group: AxisGroup) -> bool:
    # A single bar cannot be compared with another one, so the number is enough.
    return len(axis_group.observations) == 1


def _top(axis_group: AxisGroup) -> float:
    return max(0.1 if axis_group.per_month else 1.0, *(_number(o) for o in axis_group.drawn))


def _number(o: Observation) -> float:
    # A range is drawn up to its upper end; its label has both ends.
    return (o.value_high if o.value is None else o.value) or 0.0


def _bar(m: Mark, context: ChartContext) -> dict[str, Any]:
    o = m.shown
    colour, number = _colour(o, context.framework), _number(o)
    if not number:
        return _point(m, context) | {"marker": _zero(colour)}
    kind = {"type": "bar", "orientation": "h", "width": 0.34, "x": [number]}
    bar = _point(m, context) | kind | {"marker": _solid(colour, pattern(o))}
    return {key: value for key, value in bar.items() if key not in ("mode", "cliponaxis")}


def _square(m: Mark, context: ChartContext) -> dict[str, Any]:
    o = m.shown
    colour = _colour(o, context.framework)
    shape = {"symbol": "square-open" if pattern(o) else "square", "size": 13, "color": colour}
    marker = shape | {"line": {"color": colour, "width": 2}}
    return _point(m, context) | {"y": [-0.3], "marker": marker}


def _point(m: Mark, context: ChartContext) -> dict[str, Any]:
    o = m.shown
    period = period_text(o.period, o.period_label, context.words)
    about = f"{_state_name(o, context)} · {period} · {body_name(o.reporter, context.words, context.framework)}"
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "x": [0],
        "y": [m.row + 0.24],
        "xaxis": f"x{m.axis}",
        "yaxis": f"y{m.axis}",
        "customdata": [context.href(m.printed.observation_id)],
        "hovertext": [f"{about}: {value_text(o, context.words)}"],
        "hovertemplate": theme.HOVER,
    }


def _solid(colour: str, hatch: str) -> dict[str, Any]:
    return {
        "color": CLEAR if hatch else colour,
        "line": {"color": colour, "width": 1.5},
        "pattern": {"shape": hatch, "fgcolor": colour, "size": 7, "solidity": 0.32},
    }


def _zero(colour: str) -> dict[str, Any]:
    return {"symbol": "line-ns", "size": 16, "color": colour, "line": {"color": colour, "width": 3}}


def _heading(axis_group: AxisGroup, top: float, context: ChartContext) -> dict[str, Any]:
    text = "<br>".join(f"<b>{line}</b>" for line in _lines(axis_group, context))
    return theme.note(text, 13, yref="paper", y=top, yanchor="top", **theme.LEFT)


def _label(m: Mark, context: ChartContext) -> dict[str, Any]:
    o = m.shown
    period = period_text(o.period, o.period_label, context.words)
    first = f"{_state_name(o, context)} · {value_text(o, context.words)}"
    between = " · " if len(first) + len(period) < LETTERS else "<br>"
    place: dict[str, Any] = {**theme.LEFT, "yref": f"y{m.axis}", "y": m.row + 0.04, "yanchor": "bottom"}
    return theme.note(f"<b>{first}</b>{between}{period}", **place)


def _colour(o: Observation, framework: Framework) -> str:
    return country_colour([c.code for c in framework.countries].index(o.country))


def table(view: Measured, context: ChartContext) -> Table:
    """Return a row for each figure, group by group, then a row for each state without a figure."""
    words = context.words
    columns = (
        words("Plot"),
        words("State"),
        words("Value"),
        words("Period"),
        words("What is counted"),
        words("As reported by"),
        words("Place in the source"),
    )
    rows = [
        _table_row(n, o, context) for n, axis_group in enumerate(view.axis_groups, 1) for o in axis_group.observations
    ]
    gaps = [
        (Cell("–"), Cell(words.text(g.country.short)), Cell(label(words, g.state), state=g.state), *[Cell("")] * 4)
        for g in view.gaps
    ]
    return Table(columns, (*rows, *gaps))


def _state_name(o: Observation, context: ChartContext) -> str:
    """Return the short name of the state of a figure."""
    return context.words.text(context.framework.country(o.country).short)


def _table_row(n: int, o: Observation, context: ChartContext) -> tuple[Cell, ...]:
    words = context.words
    exact = o.qualifier is Qualifier.EXACT
    return (
        Cell(str(n)),
        Cell(_state_name(o, context)),
        Cell(value_text(o, words), o.value if exact else None, State.VALUE, context.href(o.observation_id)),
        Cell(period_text(o.period, o.period_label, words)),
        Cell(subject(o, words, context.framework)),
        Cell(body_name(o.reporter, words, context.framework)),
        source_cell(o, words),
    )
