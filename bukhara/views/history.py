"""A cell and a figure over the releases."""

from dataclasses import dataclass

from bukhara.model.observation import Observation
from bukhara.model.release import Release
from bukhara.progress.status import ItemStatus
from bukhara.views.marks import mark


@dataclass(frozen=True, slots=True)
class CellVersion:
    """The status of an item in a state as a release held it, and the reasons given for revisions of its rows."""

    release: Release
    status: ItemStatus
    reasons: tuple[str, ...]

    @property
    def shown(self) -> tuple[object, ...]:
        """All that a page shows of the version, to tell whether it differs from another."""
        return mark(self.status), self.status.since, self.status.valid_until, self.status.level, self.reasons


@dataclass(frozen=True, slots=True)
class FigureVersion:
    """A figure as a release showed it."""

    release: Release
    figure: Observation
