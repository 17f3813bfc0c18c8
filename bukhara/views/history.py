"""A cell and a figure over the releases, and what public sources reported after a status."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bukhara.views.marks import mark

if TYPE_CHECKING:
    from bukhara.model.observation import Observation
    from bukhara.model.release import Release
    from bukhara.model.source import Source
    from bukhara.model.statement import Statement
    from bukhara.progress.status import ItemStatus


@dataclass(frozen=True, slots=True)
class LaterReport:
    """A statement from a public source that is newer than the status it is about; the state has not confirmed it."""

    statement: Statement
    source: Source


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
