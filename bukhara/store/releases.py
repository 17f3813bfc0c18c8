"""The facade of the store: releases are listed, read, published and reverted, never changed."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, inspect

from bukhara.model.observation import Observation
from bukhara.model.release import Release, RevertScope
from bukhara.model.statement import Statement
from bukhara.model.withdrawal import WithdrawnRow
from bukhara.store import audit_log, publishing, reading, reverts, schema_upgrade, tables, withdrawals
from bukhara.store.audit_log import Acknowledged, AuditEntry
from bukhara.store.blocks import Remark
from bukhara.store.engine import open_engine, refuse_damaged
from bukhara.store.error_map import store_errors
from bukhara.store.publishing import Stamp
from bukhara.store.reading import Known
from bukhara.store.reverts import RevertPlan
from bukhara.store.submission import FrameworkVersion, StoredContents, Submission


class Store:
    """One database. Each method is one transaction and raises StoreUnavailable on errors."""

    def __init__(
        self,
        url: str,
        acknowledge: Callable[[Acknowledged], None] = lambda _newest: None,
        known: Known | None = None,
    ) -> None:
        self.engine = open_engine(url)
        self._acknowledge = acknowledge
        self._known = Known() if known is None else known

    def migrate(self) -> None:
        """Bring the database to the newest schema, unless it is damaged; safe for several processes at once."""
        with store_errors(self.engine):
            refuse_damaged(self.engine)
            schema_upgrade.upgrade(self.engine)

    def is_empty(self) -> bool:
        """Return whether the database has no release, and perhaps no tables."""
        with self.connect() as connection:
            return not inspect(connection).has_table(tables.release.name) or reading.latest(connection) is None

    def is_of_older_version(self) -> bool:
        """Return whether there are tables of an older version of this program, which `migrate` upgrades."""
        return self.revision() in schema_upgrade.known()[:-1]

    def revision(self) -> str | None:
        """Return the revision of the schema; None for an empty database."""
        with self.connect() as connection:
            return schema_upgrade.current(connection)

    def close(self) -> None:
        """Close the pooled connections."""
        self.engine.dispose()

    def ready(self) -> int | None:
        """Return the number of the newest release, or None before the first one."""
        with self.connect() as connection:
            return reading.latest(connection)

    def releases(self) -> tuple[Release, ...]:
        """Return every release in order of its number."""
        with self.connect() as connection:
            return reading.releases(connection)

    def release(self, number: int) -> Release:
        """Return one release; raise ReleaseUnknown if it does not exist."""
        with self.connect() as connection:
            return reading.release(connection, number)

    def framework_version(self, number: int) -> FrameworkVersion:
        """Return the framework of a release; raise ReleaseUnknown if the release does not exist."""
        with self.connect() as connection:
            return reading.framework_version(connection, number)

    def contents(self, number: int) -> StoredContents:
        """Return the contents of release `number`; raise ReleaseUnknown if the release does not exist."""
        with self.connect() as connection:
            return reading.contents(connection, number, self._known)

    def withdrawn(self) -> frozenset[WithdrawnRow]:
        """Return every row that must not be shown any more, of any release."""
        with self.connect() as connection:
            return withdrawals.withdrawn(connection)

    def holds(self, known: Acknowledged) -> bool:
        """Return whether the store has what it acknowledged; an older copy of it has not."""
        with self.connect() as connection:
            return audit_log.holds(connection, known)

    def audit(self) -> tuple[AuditEntry, ...]:
        """Return the audit log, oldest first."""
        with self.connect() as connection:
            return audit_log.all_entries(connection)

    def publish(self, submissions: Sequence[Submission], stamp: Stamp, remarks: Sequence[Remark] = ()) -> Release:
        """Publish workbooks in one transaction; return the new release, or the newest if nothing changed.

        Raises BaseOutdated if a block they change was changed after their base, ReleaseUnknown for a base
        that the store never had.
        """
        with self.transaction() as connection:
            number = publishing.publish(connection, submissions, stamp, remarks)
        return self.release(number)

    def seed(self, rounds: Sequence[Sequence[Submission]], stamp: Stamp, remarks: Sequence[Remark] = ()) -> bool:
        """Publish each group as a release, the last with the remarks, if the store is empty; return whether it was.

        It is one transaction.
        """
        with self.transaction() as connection:
            if reading.latest(connection) is not None:
                return False
            *before, last = rounds or ((),)
            for submissions in before:
                publishing.publish(connection, submissions, stamp)
            publishing.publish(connection, last, stamp, remarks)
        return True

    def revert_plan(self, number: int, scope: RevertScope) -> RevertPlan:
        """Return the changes that a revert would make now; raise the errors of `revert`."""
        with self.connect() as connection:
            return reverts.plan(connection, number, scope)

    def revert(
        self, number: int, stamp: Stamp, *, scope: RevertScope = RevertScope.ONLY, seen: int | None = None
    ) -> Release:
        """Take back one release, or return to what it held, as a new release, whose framework follows from that.

        Raises ReleaseUnknown if the release does not exist, Refused if it is the first one or nothing of it is left,
        BaseOutdated if there is a newer release than `seen`.
        """
        with self.transaction() as connection:
            made = reverts.revert(connection, number, stamp, scope=scope, seen=seen)
        return self.release(made)

    def withdraw(self, row: Observation | Statement, stamp: Stamp) -> Release:
        """Take a figure or statement, in all its versions so far, out of what is shown of any release."""
        with self.transaction() as connection:
            made = withdrawals.withdraw(connection, withdrawals.versions(connection, row).rows, stamp)
        return self.release(made)

    @contextmanager
    def connect(self) -> Iterator[Connection]:
        """Open a connection to read with."""
        with store_errors(self.engine), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Open the one writing transaction; it is committed at the end, or rolled back on an error."""
        with store_errors(self.engine), schema_upgrade.locked(self.engine) as connection:
            yield connection
            newest = audit_log.newest(connection)
        if newest is not None:
            self._acknowledge(newest)
