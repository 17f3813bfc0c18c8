"""Revisions: what became of a cell of a data set from one edition to the next."""

from dataclasses import dataclass
from enum import StrEnum

from bukhara.model.observation import Observation
from bukhara.model.source import Source


class RevisionKind(StrEnum):
    """What became of a cell, in the order in which the kinds are listed."""

    CHANGED = "changed"
    NOW_MASKED = "now_masked"
    NO_LONGER_PUBLISHED = "no_longer_published"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Revision:
    """One cell: the figure of the older edition and of the newer one; None where an edition does not have the cell."""

    before: Observation | None
    after: Observation | None

    @property
    def figure(self) -> Observation:
        """The figure of the newer edition, else of the older one: it says what the cell counts."""
        figure = self.after or self.before
        assert figure is not None, "one of the editions has the cell"
        return figure

    @property
    def country(self) -> str:
        """The code of the state or region that the cell is about."""
        return self.figure.country

    @property
    def kind(self) -> RevisionKind:
        """What became of the cell. The number of a cell that is masked now is not repeated."""
        if self.before is None:
            return RevisionKind.ADDED
        if self.after is None:
            return RevisionKind.NO_LONGER_PUBLISHED
        is_hidden = self.after.is_masked and not self.before.is_masked
        return RevisionKind.NOW_MASKED if is_hidden else RevisionKind.CHANGED


@dataclass(frozen=True, slots=True)
class EditionRevisions:
    """The revisions that one edition makes to the edition before it; None before the first edition of a data set."""

    older: Source | None
    newer: Source
    revisions: tuple[Revision, ...]

    def of(self, *kinds: RevisionKind, country: str = "") -> tuple[Revision, ...]:
        """Return the revisions of the given kinds, of one state if given."""
        return tuple(r for r in self.revisions if r.kind in kinds and country in ("", r.figure.country))

    @property
    def changed(self) -> tuple[Revision, ...]:
        """The cells that both editions have, with another number or masking."""
        return self.of(RevisionKind.CHANGED, RevisionKind.NOW_MASKED)
