"""Releases, and snapshots of a release as of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bukhara.model.codes import SourceClass
from bukhara.model.derived import Derived
from bukhara.model.difference import Difference
from bukhara.model.framework import Framework, Reading
from bukhara.model.observation import Observation
from bukhara.model.round import Decision, Reply, Request
from bukhara.model.source import Source
from bukhara.model.statement import Statement


class RevertScope(StrEnum):
    """How much a revert takes back: `only` one release, or all after it, to `return` to what it held."""

    ONLY = "only"
    RETURN = "return"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One publication; it is never changed afterwards. `created_at` is UTC.

    A revert names in `reverts` the release that it takes back or returns to; `revert_scope` says which of the two.
    """

    number: int
    created_at: datetime
    actor: str
    note: str
    framework_version: str
    method_version: str
    blocks: tuple[str, ...] = ()
    reverts: int | None = None
    revert_scope: RevertScope | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot(Derived):
    """The rows of `release` from sources dated on or before `as_of`, in stored order.

    `differences` are the differences among its observations, with the decisions on them.
    `method_of` is the number of an older release if `framework` is the framework of that release, else None.
    `figures_on` is the day of the figures if it is another one than that of the statements: without a day asked for,
    statistics of a newer edition than the last reading are shown.
    `newest` is the day of the newest source that is shown, if that is later and no day was given, else None.
    `draft` is the id and file hash of a draft (`12:<hash>`) if this is a preview of it, and empty for the record.
    """

    release: Release
    as_of: date
    framework: Framework
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    observations: tuple[Observation, ...]
    requests: tuple[Request, ...] = ()
    replies: tuple[Reply, ...] = ()
    decisions: tuple[Decision, ...] = ()
    differences: tuple[Difference, ...] = ()
    method_of: int | None = None
    draft: str = ""
    figures_on: date | None = None
    newest: date | None = None

    @property
    def figures_as_of(self) -> date:
        """The day up to which the sources of figures are dated."""
        return self.figures_on or self.as_of

    def day_of(self, source: Source) -> date:
        """Return the day up to which sources of the class of `source` are dated."""
        is_statistics = source.source_class is SourceClass.INTERNATIONAL_STATISTICS
        return self.figures_as_of if is_statistics else self.as_of

    @property
    def newest_source(self) -> date:
        """The day of the newest source that the reader may know of."""
        return self.newest or self.as_of

    def source(self, source_id: str) -> Source:
        """Return the source of an id, or raise KeyError."""
        return self.once(_sources)[source_id]


def _sources(snapshot: Snapshot) -> dict[str, Source]:
    return {source.source_id: source for source in reversed(snapshot.sources)}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AnsweredReadings:
    """The readings and rounds that one state answered, oldest first, each on the day of its own last answer.

    `published` is the snapshot that was published for the last but one; None if there is only one. `asked` is whether
    the state was asked in the newest round of all. The region has every reading, because no round asks it.
    """

    country: str
    readings: tuple[Reading, ...]
    published: Snapshot | None = None
    asked: bool = True

    @property
    def current(self) -> Reading | None:
        """The reading that the state answered last."""
        return self.readings[-1] if self.readings else None

    @property
    def previous(self) -> Reading | None:
        """The reading that the state answered before that."""
        return self.readings[-2] if len(self.readings) > 1 else None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Past:
    """The newest reading or round of all, and the readings that each state and the region answered.

    Instances are compared by identity; the service returns the same instance for the same arguments.
    """

    newest: Reading
    states: tuple[AnsweredReadings, ...]

    def of(self, country: str) -> AnsweredReadings:
        """Return the readings that a state or the region answered, or raise KeyError."""
        return {each.country: each for each in self.states}[country]
