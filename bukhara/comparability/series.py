"""Series: the figures of one state that a chart joins over time, and why a new figure is not one of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from bukhara.comparability.keys import kind_of_period, length
from bukhara.model.codes import State
from bukhara.model.observation import BREAKDOWNS, WHAT, Observation
from bukhara.model.source import Source

COLUMNS = (*WHAT, "reporter")
"""The columns that must be equal in a series, besides its breakdowns and the kind and length of its periods."""
PERIOD = "period_end"
"""The column named where the kinds or lengths of the periods differ."""


@dataclass(frozen=True, slots=True)
class SeriesFit:
    """How a new figure fits the accepted ones: the newest figure of the nearest series, and where it differs from it.

    Without `nearest` it is the first of its kind; without `columns` it joins the series.
    """

    nearest: Observation | None = None
    columns: tuple[str, ...] = ()


def fit(figure: Observation, accepted: Iterable[Observation]) -> SeriesFit:
    """Return how a figure fits the accepted figures of its state and measure.

    A part is compared with the series of the same part, and a part that is new with the series of its whole.
    """
    rows = tuple(accepted)
    same_part = tuple(row for row in rows if _part(row) == _part(figure))
    candidates = same_part or tuple(row for row in rows if not any(_part(row)))
    found = [SeriesFit(row, _differing(figure, row)) for row in candidates]
    return min(found, key=_distance, default=SeriesFit())


def segments(figures: Iterable[Observation], sources: Iterable[Source]) -> tuple[tuple[Observation, ...], ...]:
    """Return the figures in order of their periods, divided where a line over time must break.

    A line breaks at a period without a figure, at a masked or missing figure, and at a break of `breaks`. A masked or
    missing figure is a segment by itself.
    """
    rows = sorted(figures, key=lambda each: (each.period_start or date.min, _end(each)))
    broken = {id(figure) for figure, _ in breaks(rows, sources)}
    found: list[list[Observation]] = []
    for figure in rows:
        if found and id(figure) not in broken and _follows(found[-1][-1], figure):
            found[-1].append(figure)
        else:
            found.append([figure])
    return tuple(map(tuple, found))


def breaks(
    figures: Iterable[Observation], sources: Iterable[Source]
) -> tuple[tuple[Observation, tuple[str, ...]], ...]:
    """Return each figure from which on something else is counted, with the columns that change: a mark in a chart.

    Two sources of one class (the answers of a state to two rounds) are no break.
    """
    classes = {source.source_id: source.source_class.value for source in sources}
    found = []
    for before, after in pairwise(sorted(figures, key=_end)):
        columns = [name for name in COLUMNS if getattr(before, name) != getattr(after, name)]
        if classes.get(before.source_id, before.source_id) != classes.get(after.source_id, after.source_id):
            columns.append("source_id")
        if columns:
            found.append((after, tuple(columns)))
    return tuple(found)


def _follows(before: Observation, after: Observation) -> bool:
    if not all(figure.state is State.VALUE and figure.value is not None for figure in (before, after)):
        return False
    return before.period_end is not None and after.period_start == before.period_end + timedelta(days=1)


def _distance(found: SeriesFit) -> tuple[int, int]:
    assert found.nearest is not None, "a distance is one to another figure"
    return len(found.columns), -_end(found.nearest).toordinal()


def _differing(figure: Observation, other: Observation) -> tuple[str, ...]:
    columns = tuple(name for name in COLUMNS if getattr(figure, name) != getattr(other, name))
    same_period = (kind_of_period(figure), length(figure)) == (kind_of_period(other), length(other))
    return columns if same_period else (*columns, PERIOD)


def _part(figure: Observation) -> tuple[str, ...]:
    return tuple(getattr(figure, name) for name in BREAKDOWNS)


def _end(figure: Observation) -> date:
    return figure.period_end or figure.period_start or date.min
