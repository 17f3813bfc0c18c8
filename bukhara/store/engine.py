"""Connections: which SQLite module, which PRAGMAs, and the write lock."""

import importlib
import logging
import os
import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DisconnectionError

from bukhara.errors import RESTORE, StoreDamaged, StoreUnavailable

BUSY_MS = 5000
WRITE = "bukhara_write"
_LOG = logging.getLogger(__name__)
_PRAGMAS = ("synchronous=FULL", "foreign_keys=ON", "mmap_size=0", "trusted_schema=OFF", "secure_delete=ON")
OWNER_ONLY = 0o600


@dataclass(frozen=True, slots=True)
class SqliteChoice:
    """The Python module for SQLite, and the journal mode that is safe with it."""

    module: ModuleType
    version: tuple[int, int, int]
    journal: str


def wal_is_safe(version: tuple[int, int, int]) -> bool:
    """Return whether this SQLite has no WAL-reset bug (3.7.0-3.51.2; cured in 3.50.7 and 3.44.6 too)."""
    if version >= (3, 51, 3) or version < (3, 7, 0):
        return True
    return any(fixed <= version < (3, fixed[1] + 1, 0) for fixed in ((3, 50, 7), (3, 44, 6)))


def journal_for(version: tuple[int, int, int]) -> str:
    """Return `wal`, or `delete` with a warning if WAL could damage the file."""
    if wal_is_safe(version):
        return "wal"
    _LOG.warning("SQLite %d.%d.%d can damage a WAL database: journal_mode=DELETE is used", *version)
    return "delete"


def sqlite_choice() -> SqliteChoice:
    """Choose the system's SQLite if its WAL is safe, else the one bundled with pysqlite3."""
    module: ModuleType = sqlite3
    if not wal_is_safe(sqlite3.sqlite_version_info):
        try:
            module = importlib.import_module("pysqlite3.dbapi2")
        except ImportError:
            _LOG.warning("pysqlite3 is not installed")
    version: tuple[int, int, int] = module.sqlite_version_info
    return SqliteChoice(module, version, journal_for(version))


def open_engine(url: str) -> Engine:
    """Return the engine of a SQLite file or a PostgreSQL database; StoreUnavailable for any other address.

    Error messages do not contain the values of a statement, because they are logged.
    """
    try:
        backend = make_url(url).get_backend_name()
    except ArgumentError as error:
        raise StoreUnavailable("the database address cannot be read") from error
    if backend == "sqlite":
        return _open_sqlite(url)
    if backend == "postgresql":
        return create_engine(url, pool_pre_ping=True, hide_parameters=True)
    raise StoreUnavailable(f"no store for {backend}")


def refuse_damaged(engine: Engine) -> None:
    """Raise StoreUnavailable for a SQLite file that is damaged: it is neither read nor written."""
    if engine.dialect.name != "sqlite":
        return
    with engine.connect() as connection:
        found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar_one()
    if found != "ok":
        raise StoreDamaged(f"{engine.url.database} is damaged; {RESTORE}")


def _open_sqlite(url: str) -> Engine:
    path = make_url(url).database
    if not path or path == ":memory:":
        raise StoreUnavailable("the store needs a file")
    try:
        Path(path).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnavailable(f"cannot make the folder of {path}: {error.strerror}") from error
    choice = sqlite_choice()
    engine = create_engine(url, module=choice.module, hide_parameters=True)

    _follow_file(engine, Path(path))

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout={BUSY_MS}")
        _set_journal(connection, choice)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        wanted = connection.get_execution_options().get(WRITE, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if wanted else "BEGIN")

    return engine


def _follow_file(engine: Engine, path: Path) -> None:
    """Make the file for its owner only, and once; a file that was deleted or replaced since is not written on.

    SQLite itself would make a lost file again, and go on writing into a deleted one.
    """
    seen: set[tuple[int, int]] = set()

    @event.listens_for(engine, "do_connect")
    def make(*_arguments: object) -> None:
        if seen and not path.exists():
            raise StoreUnavailable(f"{path} is gone; stop the server and restore a copy (bukhara restore FILE)")
        # -wal, -shm and -journal get the mode of this file
        os.close(os.open(path, os.O_RDONLY | os.O_CREAT, OWNER_ONLY))

    @event.listens_for(engine, "connect")
    def remember(_connection: object, record: Any) -> None:
        record.info["file"] = _identity(path)
        seen.add(record.info["file"])

    @event.listens_for(engine, "checkout")
    def refuse_another(_connection: object, record: Any, _proxy: object) -> None:
        if not path.exists() or record.info["file"] != _identity(path):
            raise DisconnectionError("the file of the store is another one")


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def _set_journal(connection: Any, choice: SqliteChoice) -> None:
    """Set the journal mode. SQLite does not wait for other connections here, so this function retries."""
    deadline = time.monotonic() + BUSY_MS / 1000
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != choice.journal:
        try:
            connection.execute(f"PRAGMA journal_mode={choice.journal}")
        except choice.module.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.02)
