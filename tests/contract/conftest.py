"""One suite, two engines: a test that asks for `store` runs on SQLite and on PostgreSQL, or on those of its marker.

Where they differ: guards, locks and writers at once, types and order of rows, upgrades, backups.
"""

import shutil
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, make_url, text

from bukhara.service import Service
from bukhara.store import Store
from tests.clock import Clock
from tests.contract import postgres
from tests.unit.service.small_record import small_service


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    try:
        with postgres.server() as url:
            yield url
    except postgres.PostgresMissing as missing:
        pytest.fail(str(missing), pytrace=False)


class Databases:
    """Makes databases of one engine, empty or as copies of one that was filled once a session."""

    def __init__(self, folder: Path, server: str = "") -> None:
        self._folder = folder
        self._server = make_url(server) if server else None
        self._admin = create_engine(server, isolation_level="AUTOCOMMIT") if server else None
        self._filled: dict[str, str] = {}

    def new(self, like: str = "") -> str:
        """Return the address of an empty database, or of a copy."""
        name = f"bukhara_{uuid.uuid4().hex[:12]}"
        if self._server is None:
            path = self._folder / f"{name}.sqlite"
            if like:
                shutil.copy(str(make_url(like).database), path)
            return f"sqlite:///{path}"
        self._run(f"CREATE DATABASE {name}" + (f" TEMPLATE {make_url(like).database}" if like else ""))
        return self._server.set(database=name).render_as_string(hide_password=False)

    def copy(self, content: str, fill: Callable[[str], None]) -> str:
        """Return the address of a copy of the database with this content, which `fill` makes the first time."""
        if content not in self._filled:
            self._filled[content] = self.new()
            fill(self._filled[content])
        return self.new(self._filled[content])

    def drop(self, url: str) -> None:
        if self._server is not None:
            self._run(f"DROP DATABASE {make_url(url).database} WITH (FORCE)")

    def close(self) -> None:
        for url in self._filled.values():
            self.drop(url)
        if self._admin is not None:
            self._admin.dispose()

    def _run(self, statement: str) -> None:
        assert self._admin is not None
        with self._admin.connect() as connection:
            connection.execute(text(statement))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "databases" in metafunc.fixturenames:
        named = metafunc.definition.get_closest_marker("engines")
        engines = named.args if named else ("sqlite", "postgresql")
        metafunc.parametrize("databases", engines, indirect=True, scope="session")


@pytest.fixture(scope="session")
def databases(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Databases]:
    server = "" if request.param == "sqlite" else request.getfixturevalue("postgres_server")
    made = Databases(tmp_path_factory.mktemp("databases"), server)
    yield made
    made.close()


@pytest.fixture
def store_url(databases: Databases) -> Iterator[str]:
    """An empty database."""
    yield (url := databases.new())
    databases.drop(url)


@pytest.fixture
def migrated_url(databases: Databases) -> Iterator[str]:
    """A database with tables and no release."""
    yield (url := databases.copy("tables", _migrate))
    databases.drop(url)


@pytest.fixture
def record_url(databases: Databases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A database with the record of `small_record`."""

    def fill(url: str) -> None:
        made = small_service(tmp_path_factory.mktemp("record"), database_url=url)
        made.ready()
        made.close()

    yield (url := databases.copy("record", fill))
    databases.drop(url)


def _migrate(url: str) -> None:
    store = Store(url)
    store.migrate()
    store.close()


@pytest.fixture
def store(migrated_url: str) -> Iterator[Store]:
    store = Store(migrated_url)
    yield store
    store.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def service(record_url: str, tmp_path: Path, clock: Clock) -> Iterator[Service]:
    """A service on the small record, on both engines."""
    made = small_service(tmp_path, clock, database_url=record_url)
    made.ready()
    yield made
    made.close()
