"""The schema and its upgrades, a store that is made only on purpose, and what only SQLite needs."""

import sqlite3
import stat
from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, inspect, make_url, text

from bukhara.errors import StoreUnavailable
from bukhara.model.access import OPERATOR
from bukhara.service import Service
from bukhara.service.operation import doctor, store_mark
from bukhara.store import Store, engine, schema_upgrade, tables
from tests.clock import NOW
from tests.contract.records import STAMP, a_statement, tracker
from tests.unit.service.small_record import LENA, fresh, small_service


def test_the_revisions_are_the_files_and_a_new_store_has_the_newest(store: Store) -> None:
    assert schema_upgrade.differences(store.engine) == []
    assert store.revision() == schema_upgrade.head()
    scripts = ScriptDirectory(str(Path(schema_upgrade.__file__).parent / "migrations"))
    assert [script.revision for script in scripts.walk_revisions()] == schema_upgrade.known()[::-1]
    assert scripts.get_current_head() == schema_upgrade.head()


def test_migrating_again_changes_nothing(store: Store) -> None:
    store.publish([tracker(a_statement())], STAMP)
    store.migrate()
    assert store.ready() == 1


def test_tables_of_the_record_are_guarded_and_all_others_are_named(store: Store) -> None:
    made = set(inspect(store.engine).get_table_names()) - {"alembic_version"}
    internal = {"account", "web_session", "attempt", "invitation", "draft", "draft_file", "receipt", "round"}
    internal |= {"round_state", "round_event", "heading", "pending_reply", "draft_original", "table_mapping"}
    internal |= {"slide_template", "letter", "document", "cell_question", "notice"}
    assert made == set(tables.GUARDED) | internal
    assert not internal & set(tables.GUARDED)


def test_sqlite_tables_are_strict(store: Store) -> None:
    if store.engine.dialect.name != "sqlite":
        return
    with store.engine.connect() as connection:
        strict = connection.execute(text("SELECT name FROM pragma_table_list WHERE strict = 1")).scalars()
        assert set(strict) == set(tables.metadata.tables)


@pytest.mark.parametrize("url", ["mysql://x/y", "not an address", "sqlite://", "sqlite:////proc/no/such/file"])
def test_an_address_that_is_no_store_is_refused(url: str) -> None:
    with pytest.raises(StoreUnavailable):
        Store(url).migrate()


def test_a_store_of_a_newer_version_is_refused(store: Store) -> None:
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreUnavailable, match="newer version"):
        store.migrate()


def test_a_trouble_names_the_file_of_the_store(tmp_path: Path) -> None:
    path = tmp_path / "text.sqlite"
    path.write_text("no database at all" * 10)
    with pytest.raises(StoreUnavailable, match=str(path)):
        Store(f"sqlite:///{path}").ready()


def _lose(service: Service, *, wholly: bool = True) -> None:
    """Lose the store: the file, or all tables of it."""
    engine = service.opened().engine
    if engine.dialect.name == "sqlite":
        service.close()
        path = Path(make_url(service.settings.database_url).database)
        for each in path.parent.glob(f"{path.name}*"):
            each.unlink()
        if not wholly:
            path.touch()
        return
    tables = MetaData()
    tables.reflect(engine)
    tables.drop_all(engine)
    service.close()


@pytest.mark.parametrize("wholly", [True, False])
def test_a_lost_store_is_an_error_that_says_what_to_do(service: Service, wholly: bool) -> None:
    service.ready()
    _lose(service, wholly=wholly)
    for _ in range(2):
        with pytest.raises(StoreUnavailable, match=r"missing or empty.*bukhara restore FILE.*bukhara init"):
            Service(service.settings).ready()
    again = Service(service.settings)
    assert again.init() == 1
    with pytest.raises(StoreUnavailable, match="a store already"):
        again.init()
    again.close()


def test_a_store_without_its_mark_gets_one_at_the_next_start(service: Service) -> None:
    mark = service.settings.var_dir / store_mark.FILE
    service.close()
    mark.unlink()
    assert service.ready() == 1
    assert stat.S_IMODE(mark.stat().st_mode) == 0o600


def test_a_store_is_made_only_where_the_settings_allow_it(tmp_path: Path) -> None:
    settings = small_service(tmp_path).settings.model_copy(update={"new_store": False})
    with pytest.raises(StoreUnavailable, match="BUKHARA_NEW_STORE is false"):
        Service(settings).ready()
    made = Service(settings)
    assert made.init() == 1
    made.close()


def test_a_store_that_is_older_than_what_it_acknowledged_is_noticed(tmp_path: Path, caplog) -> None:
    service = small_service(tmp_path)
    file = Path(make_url(service.settings.database_url).database)
    service.ready()
    service.close()
    older = file.read_bytes()
    service.drafts.receive(LENA, "kaz.xlsx", fresh())
    service.close()
    file.write_bytes(older)
    for _ in range(2):  # what it acknowledges from now on does not hide it
        service.ready()
        assert "older than what it acknowledged: release 1" in caplog.text
        service.accounts.first_link()
        service.close()
        (found,) = (each for each in doctor.examine(service.settings, NOW) if each.check == "age")
        assert found.failed
        assert f"rm '{service.settings.var_dir / store_mark.FILE}'" in found.cure
        caplog.clear()
    (service.settings.var_dir / store_mark.FILE).unlink()
    again = Service(service.settings)
    again.ready()
    again.close()
    assert not [each for each in doctor.examine(service.settings, NOW) if each.check == "age"]


def test_a_deleted_file_is_not_written_on(tmp_path: Path) -> None:
    service = small_service(tmp_path)
    service.ready()
    Path(make_url(service.settings.database_url).database).unlink()
    with pytest.raises(StoreUnavailable, match="is gone"):
        service.reverts.revert(OPERATOR, 1, "a row that would be lost")
    service.close()


def test_only_the_owner_reads_the_store(tmp_path: Path) -> None:
    service = small_service(tmp_path)
    service.ready()
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in service.settings.var_dir.iterdir()}
    assert stat.S_IMODE(service.settings.var_dir.stat().st_mode) == 0o700
    assert set(modes.values()) == {0o600}
    assert {"bukhara.sqlite", "bukhara.sqlite-wal", "bukhara.sqlite-shm", store_mark.FILE} <= set(modes)
    service.close()


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
    assert store.publish([tracker(a_statement())], STAMP).number == 1
    with store.engine.connect() as connection:
        assert (_pragma(connection, "journal_mode"), _pragma(connection, "synchronous")) == ("delete", 2)


def test_a_damaged_file_is_neither_shown_nor_written_to(sqlite_store: Store, tmp_path: Path) -> None:
    sqlite_store.publish([tracker(a_statement())], STAMP)
    sqlite_store.close()
    path = tmp_path / "store.sqlite"
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"no page" * 64 + whole[8192 + 7 * 64 :])
    with pytest.raises(StoreUnavailable, match="damaged; bukhara restore FILE"):
        Store(f"sqlite:///{path}").migrate()


def test_an_unreadable_text_is_a_short_error(sqlite_store: Store) -> None:
    sqlite_store.publish([tracker(a_statement())], STAMP)
    with sqlite_store.engine.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER release_no_update")
        connection.exec_driver_sql("UPDATE release SET note = CAST(x'ff' || zeroblob(9999) AS TEXT)")
    with pytest.raises(StoreUnavailable, match=r"store\.sqlite") as raised:
        sqlite_store.releases()
    assert len(str(raised.value)) < 500


def test_readers_neither_take_nor_wait_for_the_write_lock(sqlite_store: Store) -> None:
    sqlite_store.publish([tracker(a_statement())], STAMP)
    with schema_upgrade.locked(sqlite_store.engine):
        assert sqlite_store.ready() == 1
        assert len(sqlite_store.contents(1).statements) == 1


def test_an_open_reader_does_not_stop_a_writer(sqlite_store: Store) -> None:
    with sqlite_store.engine.connect() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM release").scalar_one()
        assert sqlite_store.publish([tracker(a_statement())], STAMP).number == 1
