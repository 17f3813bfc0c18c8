"""Which counts belong to one breakdown, and which breakdowns are not shown."""

from collections.abc import Iterable
from itertools import combinations

from bukhara.model.columns import values_of
from bukhara.model.observation import BREAKDOWNS, WHAT, Observation
from bukhara.model.period import Period, PeriodType

Measure = tuple[str, ...]
Breakdown = tuple[Measure, str, tuple[str, ...]]
# These words name the same thing, so they do not make another breakdown.
PERSONS = frozenset({"victim", "person", "beneficiary", "migrant", "survivor"})
WHOLE_COUNTRY = frozenset({"national", "not_stated"})
_GROUPED = ("unit", "counting_unit", "territorial_scope")
_PLAIN = ("country", "indicator", *(name for name in WHAT if name not in _GROUPED), "partner", "kind_of_support")
_BODY = _PLAIN.index("identifying_body")
_plain = values_of(*_PLAIN)


def measure_of(figure: Observation) -> Measure:
    """Return measure, country and body of a count, without period and breakdown."""
    unit = "person" if figure.counting_unit in PERSONS else figure.counting_unit
    scope = "" if figure.territorial_scope in WHOLE_COUNTRY else figure.territorial_scope
    return (*_plain(figure), unit, scope)


def period_of(figure: Observation) -> str:
    """Return the name of the period; a year that is only named in the label is that year."""
    period = figure.period
    if period.start is None and period.end is None:
        period = Period.of_label(figure.period_label)
    return period.code or figure.period_label


def dimensions_of(figure: Observation) -> tuple[str, ...]:
    """Return the columns by which the figure is a part of a whole; empty for a total."""
    return tuple(name for name in BREAKDOWNS if getattr(figure, name))


def breakdowns_of(figures: Iterable[Observation]) -> frozenset[Breakdown]:
    """Return the breakdowns that the figures belong to."""
    return frozenset(map(_breakdown, figures))


def is_within(figure: Observation, breakdowns: frozenset[Breakdown]) -> bool:
    """Return whether the figure belongs to one of the breakdowns, or to a finer one.

    A table by sex and age is finer than one by sex, and every breakdown is finer than the total.
    """
    measure, year, names = _breakdown(figure)
    coarser = (some for length in range(len(names) + 1) for some in combinations(names, length))
    return any((measure, year, some) in breakdowns for some in coarser)


def _breakdown(figure: Observation) -> Breakdown:
    """Return the breakdown of a figure: bodies are parts of all bodies, and halves and months parts of their year."""
    measure, period, names = measure_of(figure), figure.period, dimensions_of(figure)
    if figure.identifying_body:
        measure, names = (*measure[:_BODY], "", *measure[_BODY + 1 :]), (*names, "identifying_body")
    if period.start and period.end and period.start.year == period.end.year and period.type is not PeriodType.YEAR:
        return measure, str(period.start.year), (*names, "period")
    return measure, period_of(figure), names
