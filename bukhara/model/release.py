"""Releases, and snapshots of a release as of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

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

    def source(self, source_id: str) -> Source:
        """Return the source of an id, or raise KeyError."""
        return self.once(_sources)[source_id]


def _sources(snapshot: Snapshot) -> dict[str, Source]:
    return {source.source_id: source for source in reversed(snapshot.sources)}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Past:
    """The previous reading or round, and the snapshot of each state that was published for it, with its framework.

    Instances are compared by identity; the service returns the same instance for the same arguments.
    """

    previous: Reading
    published: tuple[tuple[str, Snapshot], ...]

    def of(self, country: str) -> Snapshot:
        """Return the snapshot that was published for a state or the region, or raise KeyError."""
        return dict(self.published)[country]
