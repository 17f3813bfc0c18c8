"""The index of states: counts between bounds of each, in the fixed order; nothing is added up or ordered by value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bukhara.progress.counts import Counts, count_country
from bukhara.progress.coverage import Coverage, country_coverage
from bukhara.progress.status import statuses

if TYPE_CHECKING:
    from bukhara.model.framework import Country
    from bukhara.model.release import Snapshot


@dataclass(frozen=True, slots=True)
class Card:
    """One state with its counts; `coverage` exists in rounds only."""

    country: Country
    counts: Counts
    coverage: Coverage | None


@dataclass(frozen=True, slots=True)
class Countries:
    """The cards in the order of the framework."""

    cards: tuple[Card, ...]


def build(snapshot: Snapshot) -> Countries:
    """Return one card for each state."""
    found, framework = statuses(snapshot), snapshot.framework
    return Countries(
        tuple(
            Card(
                country,
                count_country(found, framework, country.code),
                country_coverage(found, framework, country.code, on=snapshot.as_of),
            )
            for country in framework.countries
        )
    )
