"""Finds new figures that are ten times, or a tenth of, the neighbouring period of their series; pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from operator import attrgetter

from bukhara.comparability.keys import key_of, length
from bukhara.model.codes import Qualifier, State
from bukhara.model.finding import Finding
from bukhara.model.observation import COUNTED, Observation
from bukhara.workbook import WorkbookReading, finding_at

TIMES = 10
_Series = tuple[object, ...]
# A cheap part of the comparability key; the whole key is compared only with a neighbour.
_SERIES = attrgetter("country", "indicator", "partner", "kind_of_support", *COUNTED)
_DAY, _SAME = timedelta(days=1), timedelta()
_STARTS, _ENDS = "period_start", "period_end"


def far_off(reading: WorkbookReading, accepted: Iterable[Observation]) -> Iterator[Finding]:
    """Yield the figures that are far from their neighbour: an accepted one, else an earlier one of the same workbook.

    A figure that is in the record already is not reported, nor one that is no further off than the figure in the record
    for the same period.
    """
    indicators = {row.indicator for row in reading.observations}
    held = _Figures(row for row in accepted if row.indicator in indicators)
    new = [n for n, row in enumerate(reading.observations) if _measured(row) and not held.has(row)]
    own = _Figures(reading.observations[n] for n in new)
    indexes = {id(row): n for n, row in enumerate(reading.observations)}
    for n in new:
        row = reading.observations[n]
        other = held.far_from(row) or own.far_before(row, held)
        if other is None:
            continue
        at = indexes.get(id(other), _same(other, reading.observations))
        place = _cell(reading, at) if at is not None else _source(other)
        values = {"period": other.period.code, "other": _plain(other), "place": place}
        yield finding_at(reading, "figure-far-off", len(reading.statements) + n, "value", _plain(row), values=values)


class _Figures:
    """Figures indexed by series and by the first and last day of their period."""

    def __init__(self, rows: Iterable[Observation]) -> None:
        self._rows: dict[tuple[str, _Series, date | None], list[Observation]] = defaultdict(list)
        for row in rows:
            if _measured(row):
                for edge in (_STARTS, _ENDS):
                    self._rows[edge, _SERIES(row), getattr(row, edge)].append(row)

    def has(self, row: Observation) -> bool:
        return any(each.value == row.value for each in self._of_period(row))

    def far_from(self, row: Observation) -> Observation | None:
        """Return the figure of the period before or after that this one is newly far from, or None."""
        for neighbours in (self._before(row), self._at(row, _STARTS, row.period_end, _DAY)):
            other = _far(row, neighbours)
            if other is not None and not any(_far(each, [other]) for each in self._of_period(row)):
                return other
        return None

    def far_before(self, row: Observation, held: _Figures) -> Observation | None:
        """Return the figure of the period before that this one is far from, if `held` has no figure of that period."""
        return None if held._before(row) else _far(row, self._before(row))

    def _of_period(self, row: Observation) -> Sequence[Observation]:
        return self._at(row, _STARTS, row.period_start)

    def _before(self, row: Observation) -> Sequence[Observation]:
        return self._at(row, _ENDS, row.period_start, -_DAY)

    def _at(self, row: Observation, edge: str, day: date | None, beside: timedelta = _SAME) -> Sequence[Observation]:
        """Return the figures of the series of a row that start, or end, on a day or beside it."""
        assert day is not None, "only figures of a known period are compared"
        return _alike(row, self._rows.get((edge, _SERIES(row), day + beside), ()))


def _measured(row: Observation) -> bool:
    number = row.state is State.VALUE and row.value is not None and row.qualifier is not Qualifier.CHANGE_PERCENT
    return number and not row.is_mention and row.period_start is not None and row.period_end is not None


def _alike(row: Observation, others: Sequence[Observation]) -> Sequence[Observation]:
    """Return the figures with the same comparability key and a period of known length."""
    return [each for each in others if length(each) and key_of(each) == key_of(row)]


def _far(row: Observation, others: Sequence[Observation]) -> Observation | None:
    """Return the nearest of the figures if this one is far from all of them."""
    mine = row.value or 0
    numbers = [(each.value or 0, each) for each in others]
    if not numbers or not all(other > 0 and (mine >= other * TIMES or mine * TIMES <= other) for other, _ in numbers):
        return None
    return min(numbers, key=lambda pair: abs(pair[0] - mine))[1]


def _same(row: Observation, others: Sequence[Observation]) -> int | None:
    """Return the index of the same figure in a workbook, or None."""
    alike = (n for n, each in enumerate(others) if each.value == row.value and each.period_end == row.period_end)
    return next((n for n in alike if others[n].observation_id == row.observation_id), None)


def _plain(row: Observation) -> str:
    return f"{row.value:.15g}"


def _cell(reading: WorkbookReading, record: int) -> str:
    at, row = reading.cells_of(len(reading.statements) + record)
    return f"{at.sheet}!{at.letter('value')}{row}"


def _source(row: Observation) -> str:
    return ", ".join(part for part in (row.source_id, row.source_locator) if part)
