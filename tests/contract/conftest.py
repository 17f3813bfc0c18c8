"""One suite, two engines: every test that asks for `store` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import sys
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import create_engine, make_url, text

from bukhara.store import Store
from tests.clock import Clock

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).parents[1] / "unit" / "service"))

import postgres
from desk_house import desk_house

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bukhara.service import Service


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    try:
        with postgres.server() as url:
            yield url
    except postgres.PostgresMissing as missing:
        pytest.fail(str(missing), pytrace=False)


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'store.sqlite'}"
        return
    server = request.getfixturevalue("postgres_server")
    name = f"bukhara_{uuid.uuid4().hex[:12]}"
    admin = create_engine(server, isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield make_url(server).set(database=name).render_as_string(hide_password=False)
    with admin.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    admin.dispose()


@pytest.fixture
def empty_store(store_url: str) -> Iterator[Store]:
    store = Store(store_url)
    yield store
    store.engine.dispose()


@pytest.fixture
def store(empty_store: Store) -> Store:
    empty_store.migrate()
    return empty_store


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def service(store_url: str, tmp_path: Path, clock: Clock) -> Iterator[Service]:
    """A desk on both engines."""
    made = desk_house(tmp_path, clock, database_url=store_url)
    made.ready()
    yield made
    made.close()
