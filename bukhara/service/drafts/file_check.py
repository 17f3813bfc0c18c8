"""How far the check of a sent file is, and whether it is to stop: in the store, for every worker and machine."""

import hashlib
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta

from bukhara.errors import StoreUnavailable
from bukhara.model.access import Actor
from bukhara.service.core import Core
from bukhara.store import notices
from bukhara.workbook.reading.inspection import Watch

_EVERY = 0.5
"""Seconds between two visits to the store."""
_SILENT, _LEFT = timedelta(minutes=1), timedelta(days=1)
_KIND = "check/"
_KEY = re.compile(r"[0-9a-f]{32}")


class FileCheck:
    """The check of one file, named by the key of its form; every account has its own."""

    def __init__(self, core: Core, actor: Actor, key: str) -> None:
        self._core, self._done, self._next = core, 0, 0.0
        name = hashlib.sha256(f"{actor.name}\n{key}".encode()).hexdigest()[:32]
        self._rows, self._stop = f"{_KIND}{name}/rows", f"{_KIND}{name}/stop"

    def rows(self) -> int | None:
        """Return how many rows were read; None where no check is under way, or its process has ended."""
        with self._core.opened().connect() as connection:
            found = notices.get(connection, self._rows, self._core.now() - _SILENT)
        return None if found is None else int(found)

    def stop(self) -> None:
        """Ask the check to stop, also one that is about to begin."""
        with self._core.opened().transaction() as connection:
            notices.put(connection, self._stop, "", self._core.now())

    @contextmanager
    def followed(self) -> Iterator[Watch]:
        """Yield what the reader of the file calls meanwhile; leave nothing behind."""
        try:
            yield Watch(progress=self._report, cancelled=self._stopped)
        finally:
            with suppress(StoreUnavailable), self._core.opened().transaction() as connection:
                notices.drop(connection, self._rows, self._stop)
                notices.sweep(connection, _KIND, self._core.now() - _LEFT)

    def _report(self, done: int, _total: int) -> None:
        self._done = done

    def _stopped(self) -> bool:
        """Store how far it is and return whether to stop; a store that is busy ends no check."""
        if time.monotonic() < self._next:
            return False
        self._next = time.monotonic() + _EVERY
        with suppress(StoreUnavailable), self._core.opened().transaction() as connection:
            notices.put(connection, self._rows, str(self._done), self._core.now())
            return notices.get(connection, self._stop) is not None
        return False


def file_check(core: Core, actor: Actor, key: str) -> FileCheck | None:
    """Return the check behind a form's key; None for what is no key."""
    return FileCheck(core, actor, key) if _KEY.fullmatch(key) else None
