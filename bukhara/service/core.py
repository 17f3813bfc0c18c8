"""The core of the service: opens and seeds the store, reads the framework, makes snapshots."""

import logging
from collections.abc import Callable, Hashable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bukhara import framework
from bukhara.access import decide
from bukhara.comparability.editions import edition_revisions
from bukhara.comparability.part_sums import disagreeing_in
from bukhara.disclosure import Policy, protect
from bukhara.disclosure.sources import public_faces
from bukhara.disclosure.withdrawals import figures_left, statements_left
from bukhara.errors import BukharaError, NotAllowed, StoreUnavailable
from bukhara.i18n.readers import is_public
from bukhara.model.access import PROGRAM, Actor
from bukhara.model.audit import AuditAction
from bukhara.model.codes import WorkbookKind
from bukhara.model.difference import FoundDifferences
from bukhara.model.framework import Framework, Reading
from bukhara.model.item_list import listed
from bukhara.model.release import AnsweredReadings, PreviousReading, Release, Snapshot, with_blocks
from bukhara.model.revision import EditionRevisions
from bukhara.model.withdrawal import WithdrawnRow
from bukhara.progress.readings import reading_at
from bukhara.progress.seen_content import with_replies
from bukhara.service.operation import backups, seed, store_mark
from bukhara.service.reading import history
from bukhara.service.reading.finished import FinishedAnswers
from bukhara.service.reading.memo import Memo
from bukhara.service.reading.pending_requests import answered_questions
from bukhara.service.reading.preparation import Preparation
from bukhara.service.reading.snapshots import (
    default_as_of,
    find_differences,
    first_day_as,
    newest_source,
    snapshot_key,
    snapshot_of,
)
from bukhara.settings import Settings
from bukhara.situation.compared import under_method_of
from bukhara.store import Acknowledged, FrameworkVersion, Store, StoredContents, audit_log
from bukhara.store.publishing import Stamp
from bukhara.store.reading import Known
from bukhara.views.releases.release_changes import ReleaseChanges

_LOG = logging.getLogger(__name__)
P = ParamSpec("P")
T = TypeVar("T")


def utc_now() -> datetime:
    """Return the current time in UTC."""
    return datetime.now(UTC)


class Core:
    """One store and one framework file; safe for many threads. The store is opened and seeded at the first use."""

    def __init__(self, settings: Settings, clock: Callable[[], datetime] = utc_now) -> None:
        self.settings = settings
        # of an exercise all is invented, so it shows drafts of languages too
        self.languages = tuple(each for each in settings.languages if settings.exercise or is_public(each))
        self._clock = clock
        self._opening = Lock()
        self._store: Store | None = None
        self._is_outdated = False
        self._frameworks: Memo[Framework] = Memo(8)
        self.policy = Policy(guard=settings.disclosure_guard)
        self._contents: Memo[StoredContents] = Memo(4)
        self._rows = Known()  # a process that was forked reads no row again
        self._shown: Memo[StoredContents] = Memo(4)
        self._withdrawn: Memo[frozenset[WithdrawnRow]] = Memo(1)
        self._prepared: int | None = None
        self._found: Memo[FoundDifferences] = Memo(4)
        self._newest: int | None = None
        self._snapshots: Memo[Snapshot] = Memo(16)
        self._views: Memo[Any] = Memo(512)
        self.compared: Memo[ReleaseChanges] = Memo(300_000, lambda each: 1 + len(each.rows))
        self.preparation = Preparation()
        self.finished = FinishedAnswers(settings.cache_mb * 1_000_000)

    def ready(self) -> int:
        """Return the number of the newest release; raise StoreUnavailable if the store cannot be used."""
        number = self.opened().ready()
        if number is None:
            raise StoreUnavailable("the store was emptied while it was in use")
        if self._newest not in (None, number):  # so that a worker does not grow with every publication
            for kept in (self.finished, self._views, self._snapshots):
                kept.clear()
        self._newest = number
        return number

    def snapshot(
        self,
        as_of: date | None = None,
        release: int | None = None,
        *,
        desk_research: bool = False,
        method_then: bool = False,
        newest: date | None = None,
    ) -> Snapshot:
        """Return the rows of a release from sources up to a day, by default that of the latest reading or round.

        Figures and public reports go up to `newest`; by default to that day, or without a day to the newest source.
        With `method_then` the items and the method of the release current on that day are used.
        Raises ReleaseUnknown for a release that does not exist.
        """
        newest_release = self.ready()
        number = newest_release if release is None else release
        contents = self.shown_contents(number, newest_release)
        framework = self.framework_of(contents)
        today = self.today()
        day = as_of or default_as_of(contents, framework, today=today)
        reports = self.settings.public_reports
        if not as_of and not newest:
            newest = newest_source(contents, day, desk_research=desk_research or reports)
        first = first_day_as(day, contents, framework) if as_of and not newest else day
        read_on = first if as_of else today
        key = (number, first, newest, desk_research, read_on, len(contents.withdrawn))

        def build() -> Snapshot:
            return snapshot_of(
                contents,
                framework,
                as_of=first,
                newest=newest,
                read_on=read_on,
                found=self._differences(contents),
                desk_research=desk_research,
                public_reports=reports,
            )

        present = self._snapshots.get(key, build).as_on(day)
        return self._snapshots.get((*key, "then", day), lambda: self._under_then(present)) if method_then else present

    def preview_of(self, after: StoredContents, draft: str) -> Snapshot:
        """Return the snapshot that readers would get if `after` were published; `draft` names the previewed draft."""
        number, reports, today = after.release.number, self.settings.public_reports, self.today()

        def build() -> Snapshot:
            shown = self.protected(after)
            framework = self.framework_of(shown)
            day = default_as_of(shown, framework, today=today)
            preview = snapshot_of(
                shown,
                framework,
                as_of=day,
                newest=newest_source(shown, day, desk_research=reports),
                read_on=today,
                found=find_differences(shown.observations, shown.sources),
                public_reports=reports,
            )
            return replace(preview, draft=draft)

        return self._snapshots.get(("preview", number, draft, after.framework_text, today), build)

    def past(self, snapshot: Snapshot) -> PreviousReading | None:
        """Return the readings that each state answered, and what was published for the last but one of them."""
        return self.kept(snapshot, ("past",), lambda: self._past(snapshot))

    def revisions(self, snapshot: Snapshot) -> tuple[EditionRevisions, ...]:
        """Return how each edition of a data set up to the day of the figures revises the edition before it."""
        held, day = self.shown_contents(snapshot.release.number), snapshot.newest_source
        return self.kept(snapshot, ("revisions",), lambda: edition_revisions(held.observations, held.sources, day))

    def view(
        self, build: Callable[Concatenate[Snapshot, P], T], snapshot: Snapshot, *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return `build(snapshot, *args, **kwargs)` from a cache; `build` must be pure, its arguments hashable."""
        key = (build, args, tuple(sorted(kwargs.items())))
        return self.kept(snapshot, key, lambda: build(snapshot, *args, **kwargs))

    def kept(self, snapshot: Snapshot, key: tuple[Hashable, ...], build: Callable[[], T]) -> T:
        """Return the value that is kept for this snapshot and key; without one, build it and keep it."""
        value: T = self._views.get((key, snapshot_key(snapshot)), build)
        return value

    def releases(self) -> tuple[Release, ...]:
        """Return every release in order of its number."""
        return self.opened().releases()

    def release(self, number: int) -> Release:
        """Return one release; raise ReleaseUnknown if it does not exist."""
        return self.opened().release(number)

    def framework_text(self) -> str:
        """Return the current text of the framework file; raise FrameworkInvalid if it cannot be read."""
        return framework.text_of(self.settings.framework_file)

    def framework(self) -> Framework:
        """Return the framework of the current file; raise FrameworkInvalid if it cannot be used."""
        return self.parsed(self.framework_text(), exercise=self.settings.exercise)

    def current_framework(self) -> Framework:
        """Return the framework of the current file with the items that are in the list today: what may be asked."""
        return listed(self.framework(), self.today())

    def newest(self) -> StoredContents:
        """Return the contents of the newest release without disclosure control."""
        return self.stored_contents(self.ready())

    def framework_of(self, held: StoredContents | FrameworkVersion) -> Framework:
        """Return the framework of a release."""
        return self.parsed(held.framework_text, exercise=held.exercise, stored=True)

    def close(self) -> None:
        """Close the connections; the next call opens them again."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def stored_contents(self, number: int) -> StoredContents:
        """Return the contents of a release without disclosure control, for templates of those who gave the figures."""
        return self._contents.get(number, lambda: self.opened().contents(number))

    def shown_contents(self, number: int, newest: int | None = None) -> StoredContents:
        """Return the contents of a release with disclosure control, of all days; `newest` is the newest release."""
        withdrawn = self._withdrawn_by(newest or self.ready())
        return self._shown.get((number, len(withdrawn)), lambda: self.protected(self.stored_contents(number)))

    def protected(self, held: StoredContents) -> StoredContents:
        """Return contents with disclosure control, without what was withdrawn."""
        figures, statements, gone = held.observations, held.statements, self._withdrawn_by(self.ready())
        faces = public_faces(held.sources, (*figures, *statements), gone, self.framework_of(held))
        if gone:
            figures, statements = figures_left(figures, gone), statements_left(statements, gone)
        shown = protect(figures, held.sources, self.policy)
        return replace(held, sources=faces, observations=shown, statements=statements, withdrawn=gone)

    def _withdrawn_by(self, newest: int) -> frozenset[WithdrawnRow]:
        """Return the rows that must not be shown any more; only a new release can withdraw one."""
        return self._withdrawn.get(newest, self.opened().withdrawn)

    def prepare(self, *, beside: bool = False) -> int:
        """Compute what readers need of the newest release, `beside` them if it is not the first; return its number."""
        number = self.ready()
        if beside and self._prepared not in (None, number):
            self.preparation.is_done(("release", number), self.prepare, 0)
        elif number != self._prepared:
            snapshot = self.snapshot(release=number)
            disagreeing_in(snapshot)
            self.past(snapshot)
            told = with_blocks(self.releases(), lambda block: block.startswith(WorkbookKind.TRACKER))
            for each in told[-1:]:  # the history of a status begins with the release that set it
                self.snapshot(release=each.number)
            self._prepared = number
        return number

    def _differences(self, shown: StoredContents) -> FoundDifferences:
        key = (shown.release.number, len(shown.withdrawn))
        return self._found.get(key, lambda: find_differences(shown.observations, shown.sources))

    def _past(self, snapshot: Snapshot) -> PreviousReading | None:
        newest = history.newest_of(snapshot)
        if newest is None:
            return None
        places = snapshot.framework.countries + snapshot.framework.regions
        states = tuple(self._answered(snapshot, each.code, newest) for each in places)
        return PreviousReading(newest=newest, states=states)

    def _answered(self, snapshot: Snapshot, country: str, newest: Reading) -> AnsweredReadings:
        readings, asked = history.answered_by(snapshot, country), history.was_asked(snapshot, newest, country)
        published = None
        if len(readings) > 1:
            previous, before = readings[-2], readings[-3] if len(readings) > 2 else None
            sources = history.answering_sources(snapshot, previous, before)
            number = history.published_in(self._releases_of(snapshot), sources, on=previous.date, country=country)
            published = self.snapshot(previous.date, number)
        given = answered_questions(snapshot, newest.id, country)
        return AnsweredReadings(country=country, readings=readings, published=published, asked=asked, given=given)

    def _under_then(self, snapshot: Snapshot) -> Snapshot:
        reading = reading_at(snapshot.framework, snapshot.as_of)
        sources = history.sources_of(snapshot, reading) if reading else frozenset()
        number = (
            history.published_in(self._releases_of(snapshot), sources, on=snapshot.as_of) or snapshot.release.number
        )
        then = self.snapshot(snapshot.as_of, number).framework
        return with_replies(under_method_of(snapshot, then, release=number), snapshot.replies)

    def _releases_of(self, snapshot: Snapshot) -> tuple[Release, ...]:
        return tuple(r for r in self.releases() if r.number <= snapshot.release.number)

    def now(self) -> datetime:
        """Return the current time of the service's clock."""
        return self._clock()

    def today(self) -> date:
        """Return the calendar day in the zone of the settings."""
        return self.day_of(self.now())

    def day_of(self, moment: datetime) -> date:
        """Return the calendar day of a moment in the zone of the settings."""
        return moment.astimezone(ZoneInfo(self.settings.time_zone)).date()

    def authorize(self, actor: Actor, action: str, country: str | None = None) -> None:
        """Raise NotAllowed unless the policy lets `actor` perform `action` on `country`'s data.

        A refusal of somebody who is signed in is recorded here and nowhere else. The row has a transaction of its own,
        so this must not be called while another one is open.
        """
        verdict = decide(actor, action, country)
        if verdict.allowed:
            return
        if actor.signed_in:
            with self.opened().transaction() as connection:
                self.audit(connection, actor.name, AuditAction.DENIED, asked=str(action), country=country or "")
        raise NotAllowed(action, verdict.reason)

    def audit(self, connection: Connection, who: str, action: str, /, **detail: object) -> None:
        """Write a row of the audit log in the transaction of the action itself."""
        audit_log.note(connection, who, action, now=self.now(), detail=detail)

    def opened(self) -> Store:
        """Return the store; the first call upgrades it, and creates and seeds it if there never was one.

        For the other modules of the service. Raises StoreUnavailable if there was a store that is missing or empty now.
        """
        if self._store is None:
            with self._opening:
                if self._store is None:
                    self._store = self._open()
        return self._store

    def init(self) -> int:
        """Create and seed a store, also in place of a lost one; return its newest release."""
        with self._opening, closing(Store(self.settings.database_url)) as store:
            if not store.is_empty():
                raise StoreUnavailable(f"there is a store already: {store_mark.database_name(self.settings)}")
            self._make_ready(store)
            store_mark.renew(self.settings)
        return self.ready()

    def _open(self) -> Store:
        expected, known = store_mark.is_expected(self.settings), store_mark.acknowledged(self.settings)
        if expected and not self.settings.has_store:
            raise store_mark.lost(self.settings)
        store = Store(self.settings.database_url, self._acknowledge, self._rows)
        try:
            if expected and store.is_empty():
                raise store_mark.lost(self.settings)
            self._make_ready(store)
            if known and not store.holds(known):
                # the mark stays as it is, so that doctor says it, too
                self._is_outdated = True
                _LOG.warning("%s. %s", *store_mark.outdated(self.settings, known))
        except BukharaError:
            store.close()
            raise
        return store

    def _acknowledge(self, newest: Acknowledged) -> None:
        if not self._is_outdated:
            store_mark.acknowledge(self.settings, newest)

    def _make_ready(self, store: Store) -> None:
        if store.is_of_older_version():
            copy = backups.before_upgrade(self.settings, store)
            _LOG.warning("the store is of an older version; a copy of it is kept as %s", copy)
        store.migrate()
        if store.ready() is None:
            self._seed(store)
        store_mark.refuse_other_record(self.settings, store)
        store_mark.write(self.settings)

    def _seed(self, store: Store) -> None:
        seed.fill(store, self.settings.data_dir, self.framework(), self.stamp(PROGRAM, seed.SHIPPED))

    def framework_version(self) -> FrameworkVersion:
        """Return the framework that a release published now would have."""
        text = self.framework_text()
        framework = self.parsed(text, exercise=self.settings.exercise)
        return FrameworkVersion(
            framework_text=text,
            framework_version=framework.version,
            method_version=framework.method.version,
            exercise=self.settings.exercise,
        )

    def stamp(self, actor: str, note: str, under: FrameworkVersion | None = None) -> Stamp:
        """Return who publishes something now, and why, `under` a framework, by default that of the present file."""
        return Stamp(actor=actor, note=note, now=self.now(), framework_version=under or self.framework_version())

    def parsed(self, text: str, *, exercise: bool, stored: bool = False) -> Framework:
        """Return the framework of a text, made once for each text."""
        make = partial(framework.parse, text, exercise=exercise, stored=stored)
        return self._frameworks.get((text, exercise), make)
