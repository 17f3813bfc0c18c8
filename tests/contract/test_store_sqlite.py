"""What only SQLite needs: a safe journal, its PRAGMAs, its locks."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection

from bukhara.errors import StoreUnavailable
from bukhara.store import Store, engine, schema_upgrade
from tests.contract.records import STAMP, a_statement, tracker


@pytest.fixture
def sqlite_store(tmp_path: Path) -> Store:
    store = Store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    store.migrate()
    return store


def _pragma(connection: Connection, name: str) -> object:
    return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one_or_none()


@pytest.mark.parametrize(
    ("version", "journal"),
    [
        ((3, 46, 1), "delete"),
        ((3, 51, 2), "delete"),
        ((3, 50, 6), "delete"),
        ((3, 44, 5), "delete"),
        ((3, 51, 3), "wal"),
        ((3, 50, 7), "wal"),
        ((3, 44, 6), "wal"),
        ((3, 53, 4), "wal"),
    ],
)
def test_wal_is_used_only_where_it_is_safe(version: tuple[int, int, int], journal: str) -> None:
    assert engine.journal_for(version) == journal


def test_the_sqlite_that_runs_is_safe_with_wal() -> None:
    assert engine.wal_is_safe(engine.sqlite_choice().version)


def test_a_live_connection_has_the_promised_pragmas(sqlite_store: Store) -> None:
    with sqlite_store.engine.connect() as connection:
        names = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "trusted_schema", "secure_delete")
        assert [_pragma(connection, name) for name in names] == ["wal", 2, 1, 5000, 0, 1]
        assert _pragma(connection, "mmap_size") in (0, None)


def test_an_unsafe_sqlite_runs_on_the_rollback_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choice = engine.SqliteChoice(sqlite3, (3, 46, 1), "delete")
    monkeypatch.setattr(engine, "sqlite_choice", lambda: choice)
    store = Store(f"sqlite:///{tmp_path / 'store.sqlite'}")
    store.migrate()
    assert store.publish([tracker(a_statement())], **STAMP).number == 1
    with store.engine.connect() as connection:
        assert (_pragma(connection, "journal_mode"), _pragma(connection, "synchronous")) == ("delete", 2)


def test_a_damaged_file_is_neither_shown_nor_written_to(sqlite_store: Store, tmp_path: Path) -> None:
    sqlite_store.publish([tracker(a_statement())], **STAMP)
    sqlite_store.close()
    path = tmp_path / "store.sqlite"
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"no page" * 64 + whole[8192 + 7 * 64 :])
    with pytest.raises(StoreUnavailable, match=r"damaged.*Backup"):
        Store(f"sqlite:///{path}").migrate()


def test_a_text_that_cannot_be_read_is_a_trouble_told_in_short(sqlite_store: Store) -> None:
    sqlite_store.publish([tracker(a_statement())], **STAMP)
    with sqlite_store.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER release_no_update")
        connection.exec_driver_sql("UPDATE release SET note = CAST(x'ff' || zeroblob(9999) AS TEXT)")
    with pytest.raises(StoreUnavailable, match=r"store\.sqlite") as told:
        sqlite_store.releases()
    assert len(str(told.value)) < 500


def test_readers_neither_take_nor_wait_for_the_write_lock(sqlite_store: Store) -> None:
    sqlite_store.publish([tracker(a_statement())], **STAMP)
    with schema_upgrade.locked(sqlite_store.engine):
        assert sqlite_store.ready() == 1
        assert len(sqlite_store.contents(1).statements) == 1


def test_an_open_reader_does_not_stop_a_writer(sqlite_store: Store) -> None:
    with sqlite_store.engine.connect() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM release").scalar_one()
        assert sqlite_store.publish([tracker(a_statement())], **STAMP).number == 1
