"""Who reports what: the years for which each state has a figure of a measure, a masked one, or a reason for none."""

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from bukhara.model.codes import IndicatorType, State
from bukhara.model.framework import Country, Indicator
from bukhara.model.groups import group_by
from bukhara.model.observation import Observation
from bukhara.model.period import PeriodType
from bukhara.model.release import Snapshot

PUBLISHED, MASKED = "published", "masked"
_FIRST_WINS = (PUBLISHED, MASKED, *(state.value for state in State))


@dataclass(frozen=True, slots=True)
class ReportedYears:
    """The spans of years of one state by what is on record.

    `others` is the number of figures of other periods, `reasons` the states of rows without a value and without a year.
    """

    country: Country
    spans: tuple[tuple[str, tuple[tuple[int, int], ...]], ...]
    others: int
    reasons: tuple[str, ...]

    @property
    def is_drawn(self) -> bool:
        """Whether the picture of the years says all: a year is published or masked."""
        return any(kind in (PUBLISHED, MASKED) for kind, _ in self.spans)


@dataclass(frozen=True, slots=True)
class MeasureReports:
    """One measure: a cell for each state in fixed order."""

    measure: Indicator
    cells: tuple[ReportedYears, ...]


def build(snapshot: Snapshot) -> tuple[MeasureReports, ...]:
    """Return every measure of which any state has a row about a year, in the order of the framework."""
    framework = snapshot.framework
    figures = (each for each in snapshot.observations if not each.partner and not each.is_mention)
    rows = group_by(figures, lambda figure: (figure.indicator, figure.country))
    measures = (i for i in framework.indicators if i.type is IndicatorType.MEASURE)
    found = (
        MeasureReports(measure, tuple(_cell(c, rows.get((measure.id, c.code), [])) for c in framework.countries))
        for measure in measures
    )
    return tuple(each for each in found if any(cell.spans for cell in each.cells))


def years(rows: tuple[MeasureReports, ...]) -> tuple[int, int]:
    """Return the first and the last year that any cell is about; zeros without rows."""
    spans = [span for row in rows for cell in row.cells for _, spans in cell.spans for span in spans]
    return min((first for first, _ in spans), default=0), max((last for _, last in spans), default=0)


def _cell(country: Country, rows: list[Observation]) -> ReportedYears:
    years: dict[int, set[str]] = defaultdict(set)
    undated: list[State] = []
    for row in rows:
        if row.period.type is PeriodType.YEAR and row.period_start:
            years[row.period_start.year].add(_kind(row))
        else:
            undated.append(row.state)
    kinds: dict[str, list[int]] = defaultdict(list)
    for year in sorted(years):
        kinds[min(years[year], key=_FIRST_WINS.index)].append(year)
    reasons = tuple(dict.fromkeys(state.value for state in undated if state is not State.VALUE))
    spans = tuple((kind, year_spans(kinds[kind])) for kind in _FIRST_WINS if kind in kinds)
    return ReportedYears(country, spans, undated.count(State.VALUE), reasons)


def _kind(row: Observation) -> str:
    if row.state is not State.VALUE:
        return row.state.value
    return MASKED if row.is_masked else PUBLISHED


def year_spans(years: list[int]) -> tuple[tuple[int, int], ...]:
    """Return first and last year of each run of years without a gap."""
    breaks = [n + 1 for n, (before, after) in enumerate(pairwise(years)) if after > before + 1]
    parts = zip([0, *breaks], [*breaks, len(years)], strict=True) if years else ()
    return tuple((years[first], years[end - 1]) for first, end in parts)
