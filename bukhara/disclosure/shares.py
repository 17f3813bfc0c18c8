"""Percentages and changes of persons, computed from the counts that are shown; other derived figures are withheld."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import Any

from bukhara.disclosure.breakdowns import Measure, dimensions_of, measure_of, period_of
from bukhara.disclosure.rounding import with_number, withheld
from bukhara.model.codes import Qualifier, State
from bukhara.model.observation import BREAKDOWNS, Observation
from bukhara.model.period import PeriodType

PERCENT = "percent"
Cell = tuple[str, Measure, str, tuple[str, ...]]
Bounds = tuple[float, float, float]
"""A count as shown: the number, the lowest and the highest that it allows."""


class ShownCounts:
    """The counts of a release as they are shown, by source, measure, period and breakdown."""

    def __init__(self, counts: Sequence[Observation]) -> None:
        self._counts = counts

    @cached_property
    def _cells(self) -> dict[Cell, set[Bounds]]:
        cells: dict[Cell, set[Bounds]] = defaultdict(set)
        for count in self._counts:
            if (bounds := _bounds(count)) is not None:
                cells[_cell(count)].add(bounds)
        return cells

    def share(self, figure: Observation) -> Observation:
        """Return the share computed from the counts that are shown; withheld where one of the two is not shown.

        A rate is always withheld: the number of residents is in no release.
        """
        if figure.qualifier is Qualifier.CHANGE_PERCENT:
            return self._change(figure)
        if figure.unit != PERCENT or not dimensions_of(figure):
            return withheld(figure)
        whole_of: dict[str, Any] = dict.fromkeys(BREAKDOWNS, "")
        undivided = replace(figure, **whole_of)
        part, whole = self._at(figure), self._at(undivided)
        if part is None or whole is None or not whole[1]:
            return withheld(figure)
        value, low, high = part[0] / whole[0], part[1] / whole[2], min(part[2] / whole[1], 1.0)
        value, low, high = (round(100 * each, 1) for each in (value, low, high))
        return with_number(figure, value, low, high, Qualifier.ABOUT)

    def _change(self, figure: Observation) -> Observation:
        before, now = self._at(_year_before(figure)), self._at(figure)
        if before is None or now is None or not before[0]:
            return withheld(figure)
        change = round(100 * (now[0] - before[0]) / before[0], 1)
        return with_number(figure, change, None, None, Qualifier.CHANGE_PERCENT)

    def _at(self, figure: Observation | None) -> Bounds | None:
        found = self._cells.get(_cell(figure), set()) if figure is not None else set()
        return next(iter(found)) if len(found) == 1 else None


def _year_before(figure: Observation) -> Observation | None:
    period = figure.period
    if period.type is not PeriodType.YEAR or period.start is None or period.end is None:
        return None
    start, end = (day.replace(year=day.year - 1) for day in (period.start, period.end))
    return replace(figure, period_start=start, period_end=end)


def _cell(figure: Observation) -> Cell:
    codes = tuple(getattr(figure, name) for name in BREAKDOWNS)
    return figure.source_id, measure_of(figure), period_of(figure), codes


def _bounds(count: Observation) -> Bounds | None:
    if count.state is not State.VALUE or count.value is None:
        return None
    if count.qualifier in (Qualifier.EXACT, None):
        return count.value, count.value, count.value
    if count.value_low is None or count.value_high is None:
        return None
    return count.value, count.value_low, count.value_high
