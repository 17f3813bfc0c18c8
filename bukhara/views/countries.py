"""The index of states: a strip of statuses for each, in the fixed order; nothing is added up or ordered by value."""

from dataclasses import dataclass

from bukhara.model.framework import Item
from bukhara.model.release import Snapshot
from bukhara.progress.coverage import Coverage, country_coverage
from bukhara.progress.status import statuses
from bukhara.views.marks import ORDER
from bukhara.views.overview import StatusStrip, strip


@dataclass(frozen=True, slots=True)
class Card:
    """One state with its strip; `coverage` exists in rounds only."""

    strip: StatusStrip
    coverage: Coverage | None


@dataclass(frozen=True, slots=True)
class Countries:
    """The cards in the order of the framework, and the items by their ids."""

    cards: tuple[Card, ...]
    items: dict[str, Item]

    @property
    def marks(self) -> tuple[str, ...]:
        """The marks of all strips, in the order of a key."""
        found = {kind for card in self.cards for kind in card.strip.squares}
        return tuple(kind for kind in ORDER if kind in found)


def build(snapshot: Snapshot) -> Countries:
    """Return one card for each state."""
    found, framework = statuses(snapshot), snapshot.framework
    return Countries(
        tuple(
            Card(
                strip(snapshot, country),
                country_coverage(found, framework, country.code, on=snapshot.as_of),
            )
            for country in framework.countries
        ),
        {item.id: item for item in framework.items},
    )
