"""Backup and restore on both engines: under writes, over a newer store, over a lost one; what is refused."""

import json
import os
import stat
import threading
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from bukhara.errors import StoreUnavailable
from bukhara.service import Service
from bukhara.service.operation import backups, scratch, store_mark, var_folder
from bukhara.store import Store, copies, health, schema_upgrade, tables
from tests.clock import Clock
from tests.contract.faults import all_rows
from tests.unit.service.small_record import LENA, fresh, small_service


@pytest.fixture
def patient_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine shows what a quiet one shows: a writer waits for the others however long they take."""
    monkeypatch.setattr("bukhara.store.engine.BUSY_MS", 60_000)


def rows(service: Service) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of the store but the notices, among which is the time of the last backup."""
    return all_rows(service.opened(), without="notice")


def empty_database(server: str, name: str) -> str:
    """Make an empty database on a server and return its address."""
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return engine.url.set(database=name).render_as_string(hide_password=False)


def back(service: Service, file: Path, *, server_runs: bool = False) -> Path | None:
    service.close()
    return backups.restore(service.settings, file, server_runs=server_runs)[1]


def test_what_was_stored_before_a_backup_is_there_after_a_restore(service: Service, tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    draft = service.drafts.receive(LENA, "a.xlsx", fresh())
    before = rows(service)
    label = backups.make(service.settings, file)
    assert (label["release"], stat.S_IMODE(file.stat().st_mode)) == (1, 0o600)
    service.drafts.withdraw(LENA, draft.draft_id)
    service.settings.var_dir.joinpath(store_mark.FILE).unlink()
    aside = back(service, file)
    assert aside is not None
    assert aside.is_file()
    assert rows(service) == before
    assert store_mark.is_expected(service.settings)


def test_a_backup_with_a_table_that_this_version_does_not_have_is_restored_twice(
    service: Service, tmp_path: Path
) -> None:
    """So is a backup of an older version, whose upgrade takes a table away."""
    before = rows(service)
    with service.opened().engine.begin() as connection:
        connection.execute(text("CREATE TABLE former (name TEXT PRIMARY KEY)"))
    backups.make(service.settings, tmp_path / "a.zip")
    for _ in range(2):
        back(service, tmp_path / "a.zip")
    assert rows(service) == before


def test_a_backup_under_writes_holds_whole_transactions(patient_store: None, service: Service, tmp_path: Path) -> None:
    stop, written = threading.Event(), []

    def write() -> None:
        while not stop.is_set():
            written.append(service.accounts.first_link())

    writer = threading.Thread(target=write)
    writer.start()
    while not written:
        assert writer.is_alive()
    for number in range(3):
        acknowledged = len(written)
        backups.make(service.settings, tmp_path / f"{number}.zip")
        with zipfile.ZipFile(tmp_path / f"{number}.zip") as archive:
            assert json.loads(archive.read("backup.json"))["release"] == 1
    stop.set()
    writer.join()
    back(service, tmp_path / "2.zip")
    held = rows(service)
    assert len(held["invitation"]) >= acknowledged > 0
    assert sum("first_link" in row for row in held["audit"]) == len(held["invitation"])


def test_a_lost_store_is_restored(service: Service, tmp_path: Path) -> None:
    before = rows(service)
    backups.make(service.settings, tmp_path / "a.zip")
    if service.settings.store_file:
        service.close()
        service.settings.store_file.unlink()
    else:
        with schema_upgrade.locked(service.opened().engine) as connection:
            for table in (*tables.metadata.tables, "alembic_version"):
                connection.execute(text(f'DROP TABLE "{table}" CASCADE'))
    back(service, tmp_path / "a.zip")
    assert rows(service) == before


def test_a_backup_that_was_changed_is_refused_and_the_store_stays(service: Service, tmp_path: Path) -> None:
    file, other = tmp_path / "a.zip", tmp_path / "b.zip"
    backups.make(service.settings, file)
    before = rows(service)
    whole = file.read_bytes()
    with zipfile.ZipFile(file) as archive, zipfile.ZipFile(other, "w") as changed:
        changed.writestr("backup.json", archive.read("backup.json"))
        changed.writestr("store", archive.read("store")[:-1] + b"x")
    for content in (whole[: len(whole) // 2], b"", whole.replace(whole[2000:2010], b"0123456789"), other.read_bytes()):
        file.write_bytes(content)
        with pytest.raises(StoreUnavailable, match=r"damaged|no backup"):
            back(service, file)
    assert rows(service) == before


def test_a_store_in_use_is_not_restored_over(service: Service, tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    backups.make(service.settings, file)
    with pytest.raises(StoreUnavailable, match="in use"):
        back(service, file, server_runs=True)
    other = Service(service.settings)
    with other.opened().connect() as connection:
        connection.execute(text("SELECT count(*) FROM release")).scalar_one()
        with pytest.raises(StoreUnavailable, match="in use"):
            back(service, file)
    other.close()


def test_a_backup_of_something_else_is_refused(service: Service, tmp_path: Path) -> None:
    file, changed = tmp_path / "a.zip", tmp_path / "b.zip"
    label = backups.make(service.settings, file)
    for name, value in {"engine": "other", "revision": "9999", "exercise": True}.items():
        with zipfile.ZipFile(file) as archive, zipfile.ZipFile(changed, "w") as written:
            written.writestr("backup.json", json.dumps({**label, name: value}))
            written.writestr("store", archive.read("store"))
        with pytest.raises(StoreUnavailable, match=r"bukhara move|newer|exercise"):
            back(service, changed)


def test_a_store_is_moved_to_postgresql_and_back(postgres_server: str, tmp_path: Path, clock: Clock) -> None:
    old = small_service(tmp_path / "old", clock)
    old.ready()
    draft = old.drafts.receive(LENA, "a.xlsx", fresh())
    before, address = rows(old), empty_database(postgres_server, "moved")
    old.close()
    with pytest.raises(StoreUnavailable, match="in use"):
        backups.move(old.settings, address, server_runs=True)
    counted = backups.move(old.settings, address, server_runs=False)
    assert counted == {name: len(each) for name, each in before.items()} | {"notice": 0}
    new = small_service(tmp_path / "new", clock, database_url=address)
    assert rows(new) == before
    assert new.drafts.receive(LENA, "b.xlsx", fresh("UZB")).draft_id == draft.draft_id + 1
    then = rows(new)
    new.close()
    with pytest.raises(StoreUnavailable, match="not empty"):
        backups.move(new.settings, old.settings.database_url, server_runs=False)
    back_again = f"sqlite:///{tmp_path / 'again.sqlite'}"
    backups.move(new.settings, back_again, server_runs=False)
    again = small_service(tmp_path / "again", clock, database_url=back_again)
    assert rows(again) == then
    store = again.opened()
    with store.connect() as connection:
        assert (health.schema(store.engine), health.altered(connection), health.forged(connection)) == ([], [], [])
    assert again.drafts.receive(LENA, "c.xlsx", fresh("TJK")).draft_id == draft.draft_id + 2


def test_a_move_on_which_a_row_changes_leaves_the_other_database_empty(service: Service, tmp_path: Path) -> None:
    service.ready()
    service.close()

    def changed(_table, _before, _after) -> bool:
        raise StoreUnavailable("a row did not arrive as it was")

    address = f"sqlite:///{tmp_path / 'other.sqlite'}"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(copies, "_are_equal", changed)
        with pytest.raises(StoreUnavailable, match="did not arrive"):
            backups.move(service.settings, address, server_runs=False)
    assert Store(address).is_empty()
    for after in (None, ("a", 2.0)):
        with pytest.raises(StoreUnavailable, match="release"):
            copies._are_equal(tables.release, ("a", 1.0), after)


def test_a_backup_that_cannot_be_written_leaves_nothing(service: Service, tmp_path: Path, monkeypatch) -> None:
    def broken(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups.zipfile.ZipFile, "write", broken)
    with pytest.raises(StoreUnavailable, match="no backup was made"):
        backups.make(service.settings, tmp_path / "full" / "a.zip")
    (tmp_path / "full").mkdir()
    with pytest.raises(StoreUnavailable, match="No space left"):
        backups.make(service.settings, tmp_path / "full" / "a.zip")
    assert list((tmp_path / "full").iterdir()) == []


def test_without_a_store_there_is_no_backup(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailable, match="there is no store"):
        backups.make(small_service(tmp_path).settings, tmp_path / "a.zip")
    assert not (tmp_path / "var").exists()


def test_what_a_killed_backup_or_restore_left_is_named_and_deleted(service: Service, tmp_path: Path) -> None:
    settings, elsewhere = service.settings, tmp_path / "disk"
    left = [settings.var_dir / ".restore-x", settings.var_dir / backups.FOLDER / ".backup-x", elsewhere / ".backup-x"]
    for folder in (*left, elsewhere / ".backup-now"):
        folder.mkdir(parents=True)
    held = scratch.hold(elsewhere / ".backup-now")
    assert var_folder.leftovers(settings) == sorted(left[:2])
    var_folder.prepare(settings)
    var_folder.leave()
    backups.make(settings, elsewhere / "a.zip")
    assert not any(folder.exists() for folder in left)
    assert (elsewhere / ".backup-now").exists()
    os.close(held)


def test_marks_of_killed_uploads_are_deleted_by_the_start(service: Service) -> None:
    mark = service.settings.var_dir / var_folder.WORK / "0123.rows"
    mark.parent.mkdir(exist_ok=True)
    mark.touch()
    var_folder.prepare(service.settings)
    var_folder.leave()
    assert not mark.exists()
