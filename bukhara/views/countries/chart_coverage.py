"""What is known of each state for one chart: figures of its measures, or themes with a status."""

from dataclasses import dataclass

from bukhara.model.codes import State
from bukhara.model.framework import Country
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.views.countries.overview import strip


@dataclass(frozen=True, slots=True)
class StateCoverage:
    """One state: its `known` figures, the newest and what is missing; or its known themes out of `themes`."""

    country: Country
    known: int
    themes: int = 0
    newest: Observation | None = None
    missing: State = State.NOT_ASKED


def build(snapshot: Snapshot, measures: tuple[str, ...]) -> tuple[StateCoverage, ...]:
    """Return the coverage of each state in the fixed order, and of the region if figures are about it.

    Figures of `measures` are counted; if it is empty, themes that the sources cover, of all themes asked for.
    """
    if not measures:
        strips = (strip(snapshot, country) for country in snapshot.framework.countries)
        return tuple(StateCoverage(s.country, s.counts.n - s.counts.not_covered, s.counts.n) for s in strips)
    rows = [o for o in snapshot.observations if o.indicator in measures and not o.partner]
    framework, with_rows = snapshot.framework, {o.country for o in rows}
    shown = (*framework.countries, *(region for region in framework.regions if region.code in with_rows))
    return tuple(_figures(country, [o for o in rows if o.country == country.code]) for country in shown)


def _figures(country: Country, rows: list[Observation]) -> StateCoverage:
    figures = [o for o in rows if o.state is State.VALUE]
    dated = [o for o in figures if o.period_start]
    newest = max(dated, key=lambda o: str(o.period_end or o.period_start), default=None)
    return StateCoverage(country, len(figures), newest=newest, missing=next((o.state for o in rows), State.NOT_ASKED))
