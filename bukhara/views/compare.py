"""Two or more states side by side: their themes, the statements behind, and one measure in comparable groups."""

from collections.abc import Mapping
from dataclasses import dataclass

from bukhara.comparability import keys
from bukhara.comparability.axis_groups import AxisGroup, axis_groups
from bukhara.comparability.rate import rate_predicate
from bukhara.model.codes import State
from bukhara.model.framework import Country, Indicator, Item
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement
from bukhara.views import scorecard
from bukhara.views.grouped import figures_of, statements_about
from bukhara.views.overview import StatusStrip, strip
from bukhara.views.theme import by_state

FEWEST = 2


@dataclass(frozen=True, slots=True)
class Gap:
    """A state without a figure of the measure, and the state of the missing value."""

    country: Country
    state: State


@dataclass(frozen=True, slots=True)
class Measured:
    """One measure over the states shown: its groups, the facets that separate them, and the states without a figure."""

    indicator: Indicator
    axis_groups: tuple[AxisGroup, ...]
    observations: tuple[Observation, ...]
    apart: tuple[str, ...]
    gaps: tuple[Gap, ...]
    monthly: bool


@dataclass(frozen=True, slots=True)
class Compare:
    """The states shown with their themes, the measures to choose from, and the one chosen.

    `own` are the statements of the state's own bodies that answer a theme, by state and theme.
    """

    countries: tuple[Country, ...]
    card: scorecard.Scorecard
    strips: tuple[StatusStrip, ...]
    own: Mapping[tuple[str, str], tuple[Statement, ...]]
    measures: tuple[Indicator, ...]
    measured: Measured | None


def build(
    snapshot: Snapshot,
    *,
    countries: tuple[str, ...] = (),
    pillar: str = "",
    measure: str = "",
    monthly: bool = False,
) -> Compare:
    """Return the chosen states side by side.

    Fewer than two known `countries` mean all states. `monthly` gives counts as monthly rates.
    """
    framework = snapshot.framework
    chosen = tuple(c for c in framework.countries if c.code in countries)
    shown = chosen if len(chosen) >= FEWEST else framework.countries
    measures = _measures(snapshot, shown)
    wanted = next((m for m in measures if m.id == measure), measures[0] if measures else None)
    card = scorecard.build(snapshot, pillar=pillar, countries=tuple(c.code for c in shown))
    return Compare(
        countries=shown,
        card=card,
        strips=tuple(strip(snapshot, country) for country in shown),
        own={
            (cell.country, cell.item): _own(snapshot, row.item, cell.country) for row in card.rows for cell in row.cells
        },
        measures=measures,
        measured=_measured(snapshot, wanted, shown, monthly=monthly) if wanted else None,
    )


def _own(snapshot: Snapshot, item: Item, code: str) -> tuple[Statement, ...]:
    deciding = {indicator.id for indicator in item.milestones}
    return tuple(
        s
        for s in statements_about(snapshot, item.id, code)
        if s.indicator in deciding and s.state is State.VALUE and by_state(snapshot, s)
    )


def _measures(snapshot: Snapshot, shown: tuple[Country, ...]) -> tuple[Indicator, ...]:
    codes = {c.code for c in shown}
    known = {o.indicator for o in snapshot.observations if o.country in codes and _figure(o)}
    context = [m for m in snapshot.framework.measures if m.id in known]
    return (*context, *(i for i in snapshot.framework.indicators if i.id in known and i not in context))


def _measured(snapshot: Snapshot, indicator: Indicator, shown: tuple[Country, ...], *, monthly: bool) -> Measured:
    rated = rate_predicate(snapshot.sources) if monthly else None
    rows = {c.code: _rows(snapshot, indicator, c) for c in shown}
    figures = tuple(o for c in shown for o in rows[c.code] if _figure(o))
    return Measured(
        indicator=indicator,
        axis_groups=axis_groups(figures, rated=rated),
        observations=figures,
        apart=keys.differing(figures),
        gaps=tuple(
            Gap(c, next((o.state for o in rows[c.code]), State.NOT_ASKED))
            for c in shown
            if not any(map(_figure, rows[c.code]))
        ),
        monthly=monthly,
    )


def _rows(snapshot: Snapshot, indicator: Indicator, country: Country) -> list[Observation]:
    rows = figures_of(snapshot, indicator.id, country.code)
    # What a partner did in a state is the partner's figure; it is on the page of partners.
    return [o for o in rows if not o.partner]


def _figure(observation: Observation) -> bool:
    # Levels of international statistics are not compared between states: each counts by its own law.
    is_compared = not (observation.partner or observation.is_mention or observation.is_international)
    return observation.state is State.VALUE and is_compared
