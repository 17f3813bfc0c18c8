"""The door of the store: releases are listed, read, published and reverted, never changed."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from sqlalchemy.exc import DBAPIError

from bukhara.disclosure import Policy
from bukhara.errors import StoreUnavailable
from bukhara.store import auditing, kept_differences, migrating, publishing, reading
from bukhara.store.engine import open_engine, refuse_damaged
from bukhara.store.publishing import Stamp

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Engine

    from bukhara.model.difference import FoundDifferences
    from bukhara.model.observation import Observation
    from bukhara.model.release import Release
    from bukhara.store.blocks import Remark
    from bukhara.store.submission import AuditEntry, Edition, StoredContents, Submission

_LONGEST = 300
"""Characters of a trouble that are told: some repeat the whole of what they could not read."""


class Store:
    """One database; each method is one transaction and raises StoreUnavailable on trouble."""

    def __init__(self, url: str, policy: Policy | None = None) -> None:
        """Name the database and the disclosure policy of what is derived; nothing is opened yet."""
        self.engine = open_engine(url)
        self._policy = policy or Policy()
        self._known: reading.Known = WeakValueDictionary()

    def migrate(self) -> None:
        """Bring the database to the newest schema, unless it is damaged; safe for several processes at once."""
        with _speaking(self.engine):
            refuse_damaged(self.engine)
            migrating.upgrade(self.engine)

    def close(self) -> None:
        """Close the pooled connections."""
        self.engine.dispose()

    def ready(self) -> int | None:
        """Return the number of the newest release, None where nothing was published yet."""
        with self.reading() as connection:
            return reading.latest(connection)

    def releases(self) -> tuple[Release, ...]:
        """Return every release in order of its number."""
        with self.reading() as connection:
            return reading.releases(connection)

    def release(self, number: int) -> Release:
        """Return one release; ReleaseUnknown where there is none of that number."""
        with self.reading() as connection:
            return reading.release(connection, number)

    def edition(self, number: int) -> Edition:
        """Return the framework under which a release was made; ReleaseUnknown where there is no such release."""
        with self.reading() as connection:
            return reading.edition(connection, number)

    def contents(self, number: int) -> StoredContents:
        """Return all that release `number` holds; ReleaseUnknown where there is no such release."""
        with self.reading() as connection:
            return reading.contents(connection, number, self._known)

    def differences(self, number: int, shown: Sequence[Observation]) -> Mapping[str, FoundDifferences]:
        """Return by country the differences kept for a release, over its figures as they are shown."""
        with self.reading() as connection:
            return kept_differences.of_release(connection, number, self._policy, shown)

    def keep_differences(self, number: int) -> None:
        """Compute and keep what a release made by an older version, or under another policy, lacks."""
        with self.reading() as connection:
            if kept_differences.is_kept(connection, number, self._policy):
                return
        with self.writing() as connection:
            kept_differences.keep(connection, number, self._policy)

    def audit(self) -> tuple[AuditEntry, ...]:
        """Return the trail of changes, oldest first."""
        with self.reading() as connection:
            return auditing.trail(connection)

    def publish(
        self,
        submissions: Sequence[Submission],
        *,
        edition: Edition,
        actor: str,
        note: str,
        now: datetime,
        remarks: Sequence[Remark] = (),
    ) -> Release:
        """Publish workbooks in one transaction; return the new release, or the newest where nothing changed.

        Raises BaseOutdated where a block they change was changed after their base, ReleaseUnknown for a base
        that the store never had.
        """
        stamp = Stamp(actor=actor, note=note, now=now, edition=edition, policy=self._policy)
        with self.writing() as connection:
            number = publishing.publish(connection, submissions, stamp, remarks)
        return self.release(number)

    def seed(
        self,
        rounds: Sequence[Sequence[Submission]],
        *,
        edition: Edition,
        actor: str,
        note: str,
        now: datetime,
    ) -> bool:
        """Publish each group as a release, all at once, where the store is empty; say whether it was."""
        stamp = Stamp(actor=actor, note=note, now=now, edition=edition, policy=self._policy)
        with self.writing() as connection:
            if reading.latest(connection) is not None:
                return False
            for submissions in rounds or ((),):
                publishing.publish(connection, submissions, stamp)
        return True

    def revert(self, number: int, *, actor: str, note: str, now: datetime, seen: int | None = None) -> Release:
        """Publish again what release `number` held; of the newest release, what stood before it.

        Raises ReleaseUnknown where there is no such release, or nothing before it; BaseOutdated where there is a
        newer one than the newest that was `seen`.
        """
        with self.writing() as connection:
            edition = reading.edition(connection, number)
            stamp = Stamp(actor=actor, note=note, now=now, edition=edition, policy=self._policy)
            made = publishing.revert(connection, number, stamp, seen=seen)
        return self.release(made)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Open a connection to read with."""
        with _speaking(self.engine), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open the one writing transaction; it is committed at the end, or nothing of it is."""
        with _speaking(self.engine), migrating.locked(self.engine) as connection:
            yield connection


@contextmanager
def _speaking(engine: Engine) -> Iterator[None]:
    try:
        yield
    except (DBAPIError, UnicodeDecodeError) as error:
        trouble = str(error.orig if isinstance(error, DBAPIError) else error)[:_LONGEST]
        # a server names itself; a file does not
        file = f"{engine.url.database}: " if engine.dialect.name == "sqlite" else ""
        raise StoreUnavailable(f"{file}{trouble}") from error
