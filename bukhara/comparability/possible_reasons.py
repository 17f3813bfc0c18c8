"""Changes in per cent without a base, beside yearly figures of another source that may explain them.

A possible reason is offered to the reader; it is never a fact and turns no percentage into a count.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from bukhara.comparability.concepts import UNITS, measure_of
from bukhara.comparability.parts import breakdowns
from bukhara.model.codes import Qualifier
from bukhara.model.groups import group_by
from bukhara.model.observation import Observation
from bukhara.model.period import PeriodType

POINT = 1.0
"""How far the change of two yearly figures may be from the printed one, in points of per cent."""


@dataclass(frozen=True, slots=True)
class PossibleReason:
    """A printed change, and the figures of two consecutive years with about the same change."""

    change: Observation
    before: Observation
    after: Observation


def possible_reasons(figures: Iterable[Observation]) -> tuple[PossibleReason, ...]:
    """Return the pairs of yearly international figures, the later in the period of a change, that may explain it.

    Example: 162 and 165 offences of two years may explain "2 % increase".
    """
    rows = tuple(figures)
    changes = [row for row in rows if row.qualifier is Qualifier.CHANGE_PERCENT and row.value is not None]
    if not changes:
        return ()
    return tuple(
        PossibleReason(change, before, after)
        for before, after in _years(rows)
        for change in changes
        if _counts_alike(change, after) and _is_in(after, change) and _explains(before, after, change)
    )


def _years(rows: Iterable[Observation]) -> list[tuple[Observation, Observation]]:
    totals = [row for row in rows if row.is_international and row.value is not None and not breakdowns(row)]
    years = [row for row in totals if row.period.type is PeriodType.YEAR]
    return [
        (one, other)
        for held in group_by(years, lambda row: (row.country, row.indicator, row.stage, row.source_id)).values()
        for one, other in pairwise(sorted(held, key=lambda row: str(row.period_start)))
        if one.period_start and other.period_start and other.period_start.year == one.period_start.year + 1
    ]


def _counts_alike(change: Observation, year: Observation) -> bool:
    units = {UNITS.get(each.counting_unit, each.counting_unit) for each in (change, year)}
    return change.country == year.country and len(units) == 1 and measure_of(change) == measure_of(year)


def _is_in(year: Observation, change: Observation) -> bool:
    ends = (year.period_start, year.period_end, change.period_start, change.period_end)
    return all(ends) and bool(change.period_start <= year.period_start and year.period_end <= change.period_end)  # type: ignore[operator]


def _explains(before: Observation, after: Observation, change: Observation) -> bool:
    if not before.value or after.value is None or change.value is None:
        return False
    return abs(100 * (after.value - before.value) / before.value - change.value) < POINT
