"""Monthly rates: a count divided by the whole months of its closed period, only if the reader asks for it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from bukhara.comparability.keys import kind_of_period
from bukhara.model.codes import Qualifier, State
from bukhara.model.observation import PER_MONTH, Observation
from bukhara.model.period import PeriodType
from bukhara.model.source import Source

COUNT = "count"
CLOSED = (PeriodType.YEAR, PeriodType.HALF_YEAR, PeriodType.MONTHS, PeriodType.MULTI_YEAR)
FigurePredicate = Callable[[Observation], bool]


def rate_predicate(sources: Iterable[Source]) -> FigurePredicate:
    """Return a predicate for the figures that can be monthly rates.

    A period that ends after the date of the source is not over and cannot be converted.
    """
    days = {source.source_id: source.date for source in sources}
    return lambda figure: _is_convertible(figure, days.get(figure.source_id))


def monthly(figure: Observation) -> Observation:
    """Return a figure as a count per month, for drawing only; raise ValueError if it has no whole months.

    Example: 12 cases in 2022 give 1 case a month.
    """
    if figure.value is None or not figure.period.months:
        raise ValueError("a rate needs a number and whole months")
    return replace(figure, value=figure.value / figure.period.months, unit=PER_MONTH)


def _is_convertible(figure: Observation, day: date | None) -> bool:
    if figure.state is not State.VALUE or figure.value is None or figure.unit != COUNT:
        return False
    if figure.qualifier in (Qualifier.CHANGE_PERCENT, Qualifier.RANGE) or not figure.period.months:
        return False
    is_over = day is None or (figure.period_end is not None and figure.period_end <= day)
    return is_over and kind_of_period(figure) in CLOSED
