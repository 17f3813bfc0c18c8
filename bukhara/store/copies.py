"""A whole database in one file, and back: SQLite's online backup, pg_dump and pg_restore; or into the other engine."""

import os
import shutil
import subprocess
import time
from contextlib import closing
from itertools import zip_longest
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Row, Select, Table, Text, create_engine, false, func, insert, select, text

from bukhara.errors import StoreUnavailable
from bukhara.store import schema_upgrade, tables
from bukhara.store.engine import OWNER_ONLY, sqlite_choice

_ENDS = ("", "-wal", "-shm", "-journal")
_ASKED, _PAUSE, _ROWS = 20, 0.1, 2000
_STILL = {"sqlite": "SERIALIZABLE", "postgresql": "REPEATABLE READ"}
"""The isolation in which all queries of one connection see the same rows."""


def dump(engine: Engine, target: Path) -> dict[str, object]:
    """Write the committed rows to a new file while others go on writing; return the label of the copy."""
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ONLY))
    if engine.dialect.name == "sqlite":
        module = sqlite_choice().module
        with closing(module.connect(target)) as copy, engine.connect() as connection:
            connection.connection.driver_connection.backup(copy)  # type: ignore[union-attr]
            copy.execute("PRAGMA journal_mode=DELETE")
        verify(engine, target)
        copied = create_engine(f"sqlite:///{target}", module=module)
        with copied.connect() as connection:
            found = _facts(connection)
        copied.dispose()
        return found
    with engine.execution_options(isolation_level="REPEATABLE READ").connect() as connection:
        snapshot = connection.execute(text("SELECT pg_export_snapshot()")).scalar_one()
        _run(engine, "pg_dump", "--format=custom", f"--snapshot={snapshot}", f"--file={target}")
        found = _facts(connection)
    verify(engine, target)
    return found


def verify(engine: Engine, copy: Path) -> None:
    """Raise StoreUnavailable for a copy that the engine cannot read to its end."""
    if engine.dialect.name != "sqlite":
        _run(engine, "pg_restore", f"--file={os.devnull}", str(copy), connected=False)
        return
    module = sqlite_choice().module
    try:
        with closing(module.connect(copy)) as connection:
            found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    except module.DatabaseError as error:
        found = str(error)
    if found != "ok":
        raise StoreUnavailable(f"the copy is damaged: {found}")


def is_in_use(engine: Engine) -> bool:
    """Return whether another process is connected to the database."""
    if engine.dialect.name != "sqlite":
        query = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        with engine.connect() as connection:
            for _ in range(_ASKED):  # PostgreSQL lists a session for a moment after it has ended
                if not connection.execute(text(query)).scalar_one():
                    return False
                connection.rollback()
                time.sleep(_PAUSE)
        return True
    file, module = Path(str(engine.url.database)), sqlite_choice().module
    if not file.exists():
        return False
    with closing(module.connect(file, timeout=0, isolation_level=None)) as connection:
        try:
            # SQLite leaves the write-ahead log only if nobody else has the file open
            connection.execute("PRAGMA journal_mode=DELETE")
            connection.execute("BEGIN EXCLUSIVE")
        except module.OperationalError as error:
            return "locked" in str(error)
        except module.DatabaseError:
            return False  # a damaged file, on which no server starts
    return False


def load(engine: Engine, copy: Path, aside: str) -> Path | None:
    """Put a copy in place of the database; files of SQLite are kept under the name `aside`, which is returned.

    Of PostgreSQL the tables are replaced; whoever calls this keeps a copy of them.
    """
    if engine.dialect.name == "sqlite":
        return _load_file(Path(str(engine.url.database)), copy, aside)
    with schema_upgrade.locked(engine) as connection:
        _drop_tables(connection)
    options = ("--clean", "--if-exists", "--single-transaction", "--exit-on-error", "--no-owner", "--no-privileges")
    _run(engine, "pg_restore", *options, str(copy))
    return None


def move(source: Engine, connection: Connection) -> dict[str, int]:
    """Put the rows of a store of the newest revision into an empty database of either kind, in its transaction.

    Each row is read back and compared. Returns the number of rows of each table; raises StoreUnavailable where one
    differs.
    """
    moved: dict[str, int] = {}
    schema_upgrade.make_tables(connection)
    with source.execution_options(isolation_level=_STILL[source.dialect.name]).connect() as held:
        for table in tables.metadata.sorted_tables:
            for rows in held.execute(_in_order(table, held)).mappings().partitions(_ROWS):
                connection.execute(insert(table), [dict(row) for row in rows])
            _continue_numbers(table, connection)
            with (
                held.execute(_in_order(table, held)) as before,
                connection.execute(_in_order(table, connection)) as there,
            ):
                moved[table.name] = sum(_are_equal(table, *pair) for pair in zip_longest(before, there))
    return moved


def _in_order(table: Table, connection: Connection) -> Select[Any]:
    """Return the query for all rows of a table in the order of its key, which is the same on both engines."""
    binary = "C" if connection.dialect.name == "postgresql" else "BINARY"
    key = (each.collate(binary) if isinstance(each.type, Text) else each for each in table.primary_key.columns)
    return select(table).order_by(*key).execution_options(yield_per=_ROWS)


def _are_equal(table: Table, before: Row[Any] | None, after: Row[Any] | None) -> bool:
    if before is None or after is None or tuple(before) != tuple(after):
        raise StoreUnavailable(f"a row of {table.name} did not arrive as it was: nothing was moved")
    return True


def _continue_numbers(table: Table, connection: Connection) -> None:
    """Let PostgreSQL give the numbers after those that came along, as SQLite does by itself."""
    number = table.autoincrement_column
    if number is None or connection.dialect.name != "postgresql":
        return
    newest = select(func.coalesce(func.max(number), 0) + 1).scalar_subquery()
    sequence = func.pg_get_serial_sequence(table.name, number.name)
    connection.execute(select(func.setval(sequence, newest, false())))


def _drop_tables(connection: Connection) -> None:
    for table in (*tables.metadata.tables, "alembic_version"):
        connection.execute(text(f'DROP TABLE IF EXISTS "{table}" CASCADE'))
    connection.execute(text("DROP FUNCTION IF EXISTS refuse_change()"))


def _load_file(file: Path, copy: Path, aside: str) -> Path | None:
    there = file.exists()
    # an old write-ahead log beside a new file would damage it
    for end in _ENDS:
        part = file.with_name(file.name + end)
        if part.exists():
            part.replace(file.with_name(aside + end))
    copy.chmod(OWNER_ONLY)
    copy.replace(file)
    return file.with_name(aside) if there else None


def _facts(connection: Connection) -> dict[str, object]:
    newest = connection.execute(text("SELECT number, exercise FROM release ORDER BY number DESC LIMIT 1")).one_or_none()
    return {
        "engine": connection.dialect.name,
        "revision": schema_upgrade.current(connection),
        "release": newest.number if newest else None,
        "exercise": bool(newest.exercise) if newest else None,
    }


def _run(engine: Engine, program: str, *arguments: str, connected: bool = True) -> None:
    found = shutil.which(program)
    if found is None:
        raise StoreUnavailable(f"{program} is not installed; on Debian: apt-get install postgresql-client")
    # the password is not shown to whoever lists the processes
    address = engine.url.set(drivername="postgresql", password=None).render_as_string(hide_password=False)
    environment = {**os.environ, **({"PGPASSWORD": str(engine.url.password)} if engine.url.password else {})}
    command = [found, *([f"--dbname={address}"] if connected else []), *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise StoreUnavailable(f"{program}: {done.stderr.strip()[:300]}")
