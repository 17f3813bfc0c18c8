"""The seeded store, made once in a test process and then copied: most of its time is reading the shipped workbooks."""

from __future__ import annotations

import hashlib
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from bukhara.service.core import Core, utc_now
from bukhara.store.engine import sqlite_choice

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pytest

    from bukhara.store import Store


def copied_seeds(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Let every fresh SQLite store of this process with the same data, framework, policy and clock be a copy."""
    seed = Core._seed

    def seed_or_copy(core: Core, store: Store) -> None:
        if core.settings.store_file is None or not core.settings.data_dir.is_dir():
            seed(core, store)
            return
        made = folder / f"{_key(core)}.sqlite"
        if made.exists():
            _copy(made, store)
        else:
            seed(core, store)
            _keep(store, made)

    patch.setattr(Core, "_seed", seed_or_copy)


def _key(core: Core) -> str:
    settings = core.settings
    files = sorted(settings.data_dir.rglob("*"))
    of_files = [(str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in files]
    now = "" if core._clock is utc_now else str(core.now())
    parts = (settings.exercise, core.framework_text(), core.policy, now, of_files)
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _keep(store: Store, made: Path) -> None:
    with closing(sqlite_choice().module.connect(made)) as copy, _driver(store) as connection:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")


def _copy(made: Path, store: Store) -> None:
    with closing(sqlite_choice().module.connect(made)) as copy, _driver(store) as connection:
        copy.backup(connection)


@contextmanager
def _driver(store: Store) -> Iterator[Any]:
    connection = store.engine.raw_connection()
    try:
        yield connection.driver_connection
    finally:
        connection.close()
