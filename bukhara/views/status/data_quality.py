"""What the sources cover of each theme, and since when. Nothing here orders the states or adds them up."""

from dataclasses import dataclass
from datetime import date

from bukhara.model.codes import IndicatorType, State
from bukhara.model.framework import Country, Item, Pillar
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement
from bukhara.views.status import scorecard

ASKED = (IndicatorType.MILESTONE, IndicatorType.ACTIVITY, IndicatorType.FACT, IndicatorType.MEASURE)


@dataclass(frozen=True, slots=True)
class Covered:
    """The number of indicators of a theme with an answer of one state, the day of the latest answer, and the mark."""

    country: Country
    covered: int
    asked: int
    latest: date | None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """One theme: a cell for each state in fixed order."""

    item: Item
    cells: tuple[Covered, ...]

    @property
    def latest(self) -> date | None:
        """The day of the latest source that covers the theme in any state."""
        return max((cell.latest for cell in self.cells if cell.latest), default=None)


@dataclass(frozen=True, slots=True)
class CoverageBlock:
    """The themes of one pillar."""

    pillar: Pillar
    rows: tuple[CoverageRow, ...]


def build(snapshot: Snapshot) -> tuple[CoverageBlock, ...]:
    """Return the coverage of a snapshot, pillar by pillar."""
    days = _days_of_answers(snapshot)
    return tuple(
        CoverageBlock(b.pillar, tuple(_row(r, snapshot.framework.countries, days) for r in b.rows))
        for b in scorecard.build(snapshot).blocks
    )


def _days_of_answers(snapshot: Snapshot) -> dict[tuple[str, str], date | None]:
    """Return, by country and indicator with an answer, the day of the latest source; a gap is no answer."""
    days = {source.source_id: source.date for source in snapshot.sources}
    found: dict[tuple[str, str], date | None] = {}
    rows: tuple[Observation | Statement, ...] = (*snapshot.statements, *snapshot.observations)
    for row in rows:
        if row.state in (State.NOT_ASKED, State.NOT_REPORTED):
            continue
        key = (row.country, row.indicator)
        known, day = found.get(key), days.get(row.source_id)
        found[key] = max((d for d in (known, day) if d), default=None)
    return found


def _row(
    row: scorecard.ScorecardRow, countries: tuple[Country, ...], days: dict[tuple[str, str], date | None]
) -> CoverageRow:
    item, marks = row.item, {cell.country: cell.mark for cell in row.cells}
    asked = [i.id for i in item.indicators if i.type in ASKED]
    cells = []
    for country in countries:
        own = [name for name in asked if (country.code, name) in days]
        latest = max((day for name in own if (day := days[country.code, name])), default=None)
        cells.append(Covered(country, len(own), len(asked), latest, marks[country.code]))
    return CoverageRow(item, tuple(cells))
