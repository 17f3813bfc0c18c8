"""What the store held: a release, and a snapshot of it as of a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bukhara.model.derived import Derived
from bukhara.model.framework import Framework, Reading
from bukhara.model.observation import Observation
from bukhara.model.round import Decision, Reply, Request
from bukhara.model.source import Source
from bukhara.model.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One publication, never changed afterwards; `created_at` is UTC."""

    number: int
    created_at: datetime
    actor: str
    note: str
    framework_version: str
    method_version: str
    blocks: tuple[str, ...] = ()
    reverts: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot(Derived):
    """What sources dated on or before `as_of` said, as `release` knew it; rows in stored order.

    `method_of` is the number of the older release whose items and method `framework` has, None for its own.
    `draft` names what is only a rehearsal (`12:<hash>`): the snapshot as it would be, empty for the record itself.
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
    method_of: int | None = None
    draft: str = ""

    def source(self, source_id: str) -> Source:
        """Return the source of that id; KeyError where the release has none."""
        return self.once(_sources)[source_id]


def _sources(snapshot: Snapshot) -> dict[str, Source]:
    return {source.source_id: source for source in reversed(snapshot.sources)}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Past:
    """The reading or round before, and what was published of it then: by state, each under its own framework.

    Compared by identity; the service gives the same one for the same question.
    """

    previous: Reading
    published: tuple[tuple[str, Snapshot], ...]

    def of(self, country: str) -> Snapshot:
        """Return what was published of a state or the region; KeyError for a code that is not known."""
        return dict(self.published)[country]
