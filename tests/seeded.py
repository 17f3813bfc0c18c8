"""The seeded store, made once in a test process and then copied: most of its time is reading the shipped workbooks.

What was computed from a store is the same for each of its copies, so they begin with it.
"""

import atexit
import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import pytest
import typer
from sqlalchemy import Engine
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.util import LRUCache

from bukhara import framework
from bukhara.errors import BukharaError
from bukhara.model.difference import Difference
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.source import Source
from bukhara.service import Service
from bukhara.service.core import Core, utc_now
from bukhara.service.reading import snapshots
from bukhara.settings import Settings
from bukhara.store import Store
from bukhara.store.engine import sqlite_choice
from tests.clock import Clock

_COMPUTED = ("_frameworks", "_contents", "_shown", "_found", "_snapshots")


@cache
def shipped(*, exercise: bool) -> Service:
    """Return the service on the shipped record or the exercise, prepared as for readers; nobody writes to it."""
    folder = Path(tempfile.mkdtemp(prefix="bukhara-seeded-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    service = Service(Settings(_env_file=None, exercise=exercise, var_dir=folder), Clock())
    service.prepare()
    service.close()
    return service


def begin_as(service: Service, like: Service) -> None:
    """Let a service on a copy of a store keep what another one has computed from it, and both keep views of that."""
    for name in _COMPUTED:
        for key, value in getattr(like, name)._kept.items():
            getattr(service, name).get(key, lambda kept=value: kept)
    shared, own = list(like._snapshots._kept.values()), service.kept

    def kept(snapshot: Snapshot, key: tuple[Hashable, ...], build: Callable[[], object]) -> object:
        return (like.kept if any(snapshot is each for each in shared) else own)(snapshot, key, build)

    service.kept = kept


def copied_seeds(folder: Path, patch: pytest.MonkeyPatch) -> None:
    """Let every fresh SQLite store with the same data, framework and clock be a copy of one in a folder, and do what is always alike once."""
    seed, make_ready = Core._seed, Core._make_ready

    def file_of(core: Core) -> Path | None:
        if core.settings.store_file is None or not core.settings.data_dir.is_dir():
            return None
        with suppress(BukharaError):
            return folder / f"{_key(core)}.sqlite"
        return None

    def seed_and_keep(core: Core, store: Store) -> None:
        seed(core, store)
        made = file_of(core)
        if made is not None and not made.exists():
            _keep(store, made.with_suffix(f".{os.getpid()}")).replace(made)

    def copy_or_make_ready(core: Core, store: Store) -> None:
        made = file_of(core) if store.revision() is None else None
        if made is not None and made.exists():
            _copy(made, store)
        make_ready(core, store)

    patch.setattr(framework, "parse", lru_cache(32)(framework.parse))
    patch.setattr(snapshots, "differences_by_edition", _found_once(snapshots.differences_by_edition))
    patch.setattr(typer.main, "get_command", cache(typer.main.get_command))
    patch.setattr(Core, "_seed", seed_and_keep)
    patch.setattr(Core, "_make_ready", copy_or_make_ready)
    # engines of one kind share what they compile: each store of a test would compile each statement anew
    compiled = cache(lambda dialect: LRUCache(2000))
    shared = property(lambda engine: compiled(engine.dialect), lambda engine, own: None)
    patch.setattr(Engine, "_compiled_cache", shared, raising=False)
    patch.setattr(DefaultDialect, "__hash__", lambda dialect: hash(type(dialect)))
    patch.setattr(DefaultDialect, "__eq__", lambda dialect, other: type(dialect) is type(other))


def _found_once(find: Callable[..., tuple[Difference, ...]]) -> Callable[..., tuple[Difference, ...]]:
    """Return a function that looks for the differences among like figures of a state once: most publications leave them as they were."""
    once = lru_cache(256)(find)

    def found(figures: Sequence[Observation], sources: Iterable[Source]) -> tuple[Difference, ...]:
        here = {figure.observation_id: figure for figure in figures}
        editions = tuple(source for source in sources if source.dataset)
        return tuple(
            replace(each, observations=tuple(here[o.observation_id] for o in each.observations))
            for each in once(tuple(figures), editions)
        )

    return found


def _key(core: Core) -> str:
    settings = core.settings
    files = sorted(settings.data_dir.rglob("*.xlsx"))
    of_files = [
        (str(path.relative_to(settings.data_dir)), path.stat().st_mtime_ns, path.stat().st_size) for path in files
    ]
    now = "" if core._clock is utc_now else str(core.now())
    parts = (settings.exercise, core.framework_text(), now, of_files)
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _keep(store: Store, made: Path) -> Path:
    with closing(sqlite_choice().module.connect(made)) as copy, _driver(store) as connection:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")
    return made


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
