"""The level of each state in a round, and what it would be with each pillar left out. Never compares states."""

from dataclasses import dataclass

from bukhara.model.framework import Country
from bukhara.model.release import Snapshot
from bukhara.progress.coverage import Coverage, Display, cover, scored_items
from bukhara.progress.records import in_round
from bukhara.progress.status import statuses


@dataclass(frozen=True, slots=True)
class LevelOfState:
    """The coverage of a state, and its levels (0-1) without each pillar, in their order.

    A level is None where too few themes are answered for it.
    """

    country: Country
    coverage: Coverage
    level: float | None
    without: tuple[float | None, ...]


def build(snapshot: Snapshot) -> tuple[LevelOfState, ...]:
    """Return the levels of the states that are in a round, in the fixed order."""
    framework, found, rows = snapshot.framework, statuses(snapshot), []
    for country in framework.countries:
        scored = scored_items(found, framework, country.code)
        coverage = cover(scored, framework.method)
        if coverage is None or not in_round(framework, country.code, snapshot.as_of):
            continue
        kept = ([s for s in scored if framework.item(s.item).pillar != each.id] for each in framework.pillars)
        without = tuple(_level(cover(each, framework.method)) for each in kept)
        rows.append(LevelOfState(country, coverage, _level(coverage), without))
    return tuple(rows)


def _level(coverage: Coverage | None) -> float | None:
    return None if coverage is None or coverage.display is Display.LIST else coverage.level
