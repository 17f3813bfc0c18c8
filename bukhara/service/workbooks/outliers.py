"""Finds new figures that are ten times, or a tenth of, the neighbouring period of their series; pure."""

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
_Figures = defaultdict[tuple[str, tuple[object, ...], date | None], list[Observation]]
# A cheap part of the comparability key; the whole key is compared only with a neighbour.
_SERIES = attrgetter("country", "indicator", "partner", "kind_of_support", *COUNTED)
_DAY = timedelta(days=1)


def far_off(reading: WorkbookReading, accepted: Iterable[Observation]) -> Iterator[Finding]:
    """Yield the figures that are far from the period before or after in the record, else before in the same workbook.

    A figure that is in the record already is not reported, nor one that is no further off than the figure in the record
    for the same period.
    """
    rows = reading.observations
    indicators = {row.indicator for row in rows}
    held = _by_edge(row for row in accepted if row.indicator in indicators)
    new = [row for row in rows if _measured(row) and all(each.value != row.value for each in _of_period(row, held))]
    own = _by_edge(new)
    for row in new:
        neighbours = (_before(row, held) or _before(row, own), _at(row, held, "period_start", row.period_end, _DAY))
        same = _of_period(row, held)
        found = (far for others in neighbours if (far := _far(row, others)))
        other = next((far for far in found if not any(_far(each, [far]) for each in same)), None)
        if other is None:
            continue
        at = next((n for n, each in enumerate(rows) if each is other or _is_same(each, other)), None)
        place = _source(other) if at is None else _cell(reading, at)
        values = {"period": other.period.code, "other": _plain(other), "place": place}
        record = len(reading.statements) + next(n for n, each in enumerate(rows) if each is row)
        yield finding_at(reading, "figure-far-off", record, "value", _plain(row), values=values)


def _by_edge(rows: Iterable[Observation]) -> _Figures:
    """Return figures by series and by the first and last day of their period."""
    found: _Figures = defaultdict(list)
    for row in filter(_measured, rows):
        for edge in ("period_start", "period_end"):
            found[edge, _SERIES(row), getattr(row, edge)].append(row)
    return found


def _of_period(row: Observation, figures: _Figures) -> Sequence[Observation]:
    return _at(row, figures, "period_start", row.period_start)


def _before(row: Observation, figures: _Figures) -> Sequence[Observation]:
    return _at(row, figures, "period_end", row.period_start, -_DAY)


def _at(
    row: Observation, figures: _Figures, edge: str, day: date | None, beside: timedelta = timedelta()
) -> Sequence[Observation]:
    """Return the figures with the comparability key of a row that start, or end, on a day or beside it."""
    assert day is not None, "only figures of a known period are compared"
    others = figures.get((edge, _SERIES(row), day + beside), ())
    return [each for each in others if length(each) and key_of(each) == key_of(row)]


def _measured(row: Observation) -> bool:
    number = row.state is State.VALUE and row.value is not None and row.qualifier is not Qualifier.CHANGE_PERCENT
    return number and not row.is_mention and row.period_start is not None and row.period_end is not None


def _far(row: Observation, others: Sequence[Observation]) -> Observation | None:
    """Return the nearest of the figures if this one is far from all of them."""
    mine = row.value or 0
    numbers = [(each.value or 0, each) for each in others]
    if not numbers or not all(other > 0 and (mine >= other * TIMES or mine * TIMES <= other) for other, _ in numbers):
        return None
    return min(numbers, key=lambda pair: abs(pair[0] - mine))[1]


def _is_same(row: Observation, other: Observation) -> bool:
    return (row.observation_id, row.value, row.period_end) == (other.observation_id, other.value, other.period_end)


def _plain(row: Observation) -> str:
    return f"{row.value:.15g}"


def _cell(reading: WorkbookReading, record: int) -> str:
    at, row = reading.cells_of(len(reading.statements) + record)
    return f"{at.sheet}!{at.letter('value')}{row}"


def _source(row: Observation) -> str:
    return ", ".join(part for part in (row.source_id, row.source_locator) if part)
