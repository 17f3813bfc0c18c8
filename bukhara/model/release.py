"""Releases, and snapshots of a release as of a day."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from bukhara.model.derived import Derived
from bukhara.model.difference import Difference, FoundDifferences
from bukhara.model.framework import Framework, Reading
from bukhara.model.locators import read_on
from bukhara.model.observation import Observation
from bukhara.model.round import Decision, Reply, Request
from bukhara.model.source import Source
from bukhara.model.statement import Statement

_HOW_READ = re.compile(r"(?:no passage is quoted|word for word from the excerpt)\.")


class RevertScope(StrEnum):
    """How much a revert takes back: `only` one release, or all after it, to `return` to what it held."""

    ONLY = "only"
    RETURN = "return"


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """One publication; it is never changed afterwards. `created_at` is UTC.

    A revert names in `reverts` the release that it takes back or returns to; `revert_scope` says which of the two.
    `withdraws` are the ids of the figures or statements that it takes out of every release.
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
    withdraws: tuple[str, ...] = ()


def with_blocks(releases: Iterable[Release], is_meant: Callable[[str], bool]) -> tuple[Release, ...]:
    """Return the releases that changed a block that is meant, each with only such blocks."""
    cut = (replace(each, blocks=tuple(filter(is_meant, each.blocks))) for each in releases)
    return tuple(each for each in cut if each.blocks)


def taken_back_by(releases: Sequence[Release], number: int) -> int | None:
    """Return the release of all `releases` that took back release `number` and was not taken back itself, if any."""
    for each in releases[number:]:
        only = each.revert_scope is RevertScope.ONLY and each.reverts == number
        later = each.revert_scope is RevertScope.RETURN and each.reverts is not None and each.reverts < number
        if (only or later) and taken_back_by(releases, each.number) is None:
            return each.number
    return None


@dataclass(frozen=True, slots=True)
class PublicReport:
    """A statement or figure from a public source that the state has not confirmed.

    `days` are other days of the same act, where it is shown once for several reports.
    """

    record: Statement | Observation
    source: Source
    days: tuple[str, ...] = field(default=(), compare=False)

    @property
    def day(self) -> str:
        """The date of what it reports, or its end; empty where the source gives none."""
        return self.record.since if isinstance(self.record, Statement) else str(self.record.period_end or "")

    @property
    def is_read_on(self) -> bool:
        """Whether the source is dated by the day on which it was read, because its own day is not known."""
        return read_on(self.record.source_locator) == self.source.date

    @property
    def remark(self) -> str:
        """What the note of the row says after its confidence and how it was read, in English."""
        return "".join(_HOW_READ.split(self.record.note, 1)[1:]).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot(Derived):
    """The rows of `release` from known sources, in stored order; readings and rounds are those up to `as_of`.

    `differences` are the differences among its observations, with the decisions on them; `found` are those of all days.
    `method_of` is the number of an older release if `framework` is the framework of that release, else None.
    `newest` is the day of the newest source that is shown, if that is later and no day was given, else None: sources
    are dated up to it. `public_reports` are facts from public sources up to the same day; they set nothing. `read_on`
    is the calendar day of the page.
    `upheld` are the ids of the replies to what the snapshot shows, as the state saw it; `outdated` those of replies to
    other content.
    `draft` is the id and file hash of a draft (`12:<hash>`) if this is a preview of it, and empty for the record.
    `withdrawn` is the number of rows that were withdrawn when it was made.

    The days of a span (`first_day_as`) share what `once` computes: it may compare the day, and must not return it.
    """

    release: Release
    as_of: date
    framework: Framework
    sources: tuple[Source, ...]
    statements: tuple[Statement, ...]
    observations: tuple[Observation, ...]
    requests: tuple[Request, ...] = ()
    replies: tuple[Reply, ...] = ()
    upheld: frozenset[str] = frozenset()
    outdated: frozenset[str] = frozenset()
    decisions: tuple[Decision, ...] = ()
    differences: tuple[Difference, ...] = ()
    found: FoundDifferences = field(default_factory=FoundDifferences)
    method_of: int | None = None
    draft: str = ""
    newest: date | None = None
    public_reports: tuple[PublicReport, ...] = ()
    read_on: date | None = None
    withdrawn: int = 0

    @property
    def calendar_day(self) -> date:
        """The day on which it is read: the day that is asked for, else the calendar day."""
        return self.read_on or self.newest_source

    def at(self, day: date) -> "Snapshot":
        """Return the same rows, judged by what was known on an earlier day; for the same day the same snapshot."""
        days = self.once(_days)
        if day not in days:
            days[day] = replace(self, as_of=day, newest=None, read_on=day)
        return days[day]

    def as_on(self, day: date) -> "Snapshot":
        """Return the same record on another day of its span (`first_day_as`): only the day itself is another."""
        return self if day == self.as_of else replace(self, as_of=day, read_on=day).sharing(self)

    @property
    def newest_source(self) -> date:
        """The day of figures and of what public sources report: that of the newest source that is shown."""
        return self.newest or self.as_of

    def source(self, source_id: str) -> Source:
        """Return the source of an id, or raise KeyError."""
        return self.once(_sources)[source_id]

    def sources_about(self, country: str) -> tuple[Source, ...]:
        """Return the sources of the statements and figures about a state or region, in stored order."""
        named = self.once(_source_ids_by_country).get(country, set())
        return tuple(source for source in self.sources if source.source_id in named)


def _days(_snapshot: Snapshot) -> dict[date, Snapshot]:
    return {}


def _sources(snapshot: Snapshot) -> dict[str, Source]:
    return {source.source_id: source for source in reversed(snapshot.sources)}


def _source_ids_by_country(snapshot: Snapshot) -> dict[str, set[str]]:
    rows: tuple[Statement | Observation, ...] = (*snapshot.statements, *snapshot.observations)
    named: dict[str, set[str]] = {}
    for row in rows:
        named.setdefault(row.country, set()).add(row.source_id)
    return named


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AnsweredReadings:
    """The readings and rounds that one state answered, oldest first, each on the day of its own last answer.

    `published` is the snapshot that was published for the last but one; None if there is only one. `asked` is whether
    the state was asked in the newest round of all, and `given` the number of questions that it answered there, and was
    asked. The region has every reading, because no round asks it.
    """

    country: str
    readings: tuple[Reading, ...]
    published: Snapshot | None = None
    asked: bool = True
    given: tuple[int, int] = (0, 0)

    @property
    def current(self) -> Reading | None:
        """The reading that the state answered last."""
        return self.readings[-1] if self.readings else None

    @property
    def previous(self) -> Reading | None:
        """The reading that the state answered last but one."""
        return self.readings[-2] if len(self.readings) > 1 else None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PreviousReading:
    """The newest reading or round of all, and the readings that each state and the region answered.

    Instances are compared by identity; the service returns the same instance for the same arguments.
    """

    newest: Reading
    states: tuple[AnsweredReadings, ...]

    def of(self, country: str) -> AnsweredReadings:
        """Return the readings that a state or the region answered, or raise KeyError."""
        return {each.country: each for each in self.states}[country]
