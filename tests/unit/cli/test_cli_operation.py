"""`bukhara init`, `backup`, `restore` and `doctor`: what they print and with which code they end."""

import json
import os
import resource
import shutil
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from bukhara.model.access import OPERATOR, Role
from bukhara.service import Service
from bukhara.service.operation import doctor, var_folder
from bukhara.settings import Settings
from bukhara.store import health
from tests.serving import ROOT

VAR = "var"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A folder with a store that is kept for all tests."""
    from tests.unit.service.little_data import small_settings

    folder = tmp_path_factory.mktemp("made")
    service = Service(small_settings(folder))
    service.ready()
    service.close()
    return folder


@pytest.fixture
def store(made, tmp_path, run) -> Path:
    """The folder of run-time state of the commands, with a store in it."""
    shutil.copytree(made / VAR, tmp_path / VAR, dirs_exist_ok=True)
    (tmp_path / VAR).chmod(0o700)
    return tmp_path / VAR


def test_backup_loss_restore(run, store, tmp_path) -> None:
    file = tmp_path / "backup.zip"
    ran = run("backup", file)
    assert (ran.code, ran.out.split()[:3]) == (0, [str(file), "release", "1"])
    for each in store.glob("bukhara.sqlite*"):
        each.unlink()
    lost = run("releases", "list")
    assert lost.code == 1
    assert "bukhara restore FILE" in lost.err
    assert "bukhara init" in lost.err
    assert run("restore", file).code == 0
    assert run("releases", "list", "--json").json[0]["release"] == 1


@pytest.mark.parametrize("kilobytes", [64, 128])
def test_a_backup_to_a_full_disk_ends_with_a_sentence_and_leaves_nothing(run, store, tmp_path, kilobytes) -> None:
    """A file may have so many kilobytes and no more; SQLite, which writes first, has errors of its own."""
    (tmp_path / "disk").mkdir()
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, before[1]))
    try:
        ran = run("backup", tmp_path / "disk" / "a.zip")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert (ran.code, ran.out, list((tmp_path / "disk").iterdir())) == (1, "", [])
    assert f"\nno backup was made as {tmp_path / 'disk' / 'a.zip'}: " in f"\n{ran.err}"


def test_init_makes_a_store_only_where_there_is_none(run, tmp_path) -> None:
    ran = run("init")
    assert (ran.code, ran.out) == (0, "made the store, release 1\n")
    again = run("init")
    assert (again.code, "a store already" in again.err) == (1, True)


@pytest.mark.parametrize(("arguments", "code"), [(["backup"], 64), (["restore", "nowhere.zip"], 64)])
def test_wrong_usage(run, arguments, code) -> None:
    assert run(*arguments).code == code


def test_what_is_no_backup_is_refused(run, store, tmp_path) -> None:
    (tmp_path / "a.zip").write_bytes(b"no backup")
    ran = run("restore", tmp_path / "a.zip")
    assert (ran.code, "damaged or no backup" in ran.err) == (1, True)


def test_a_running_server_is_not_restored_over(run, store, tmp_path, monkeypatch) -> None:
    run("backup", tmp_path / "a.zip")
    monkeypatch.setattr(var_folder, "server_runs", lambda _: True)
    ran = run("restore", tmp_path / "a.zip")
    assert (ran.code, "in use" in ran.err) == (1, True)


def test_a_sound_store_passes(run, store) -> None:
    ran = run("doctor", "--json")
    assert ran.code == 0
    assert [each["check"] for each in ran.json if each["reason"] and not each["warning"]] == []
    assert {each["check"] for each in ran.json} >= {
        "settings",
        "integrity",
        "schema",
        "orphans",
        "rows",
        "audit",
        "backup",
    }


def in_store(*statements: str):
    def change(store: Path, _monkeypatch) -> None:
        connection = sqlite3.connect(store / "bukhara.sqlite", isolation_level=None)
        for statement in statements:
            connection.execute(statement)
        connection.close()

    return change


def _flip(store: Path, _monkeypatch) -> None:
    path = store / "bukhara.sqlite"
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"no page" * 64 + whole[8192 + 7 * 64 :])


def _lost(store: Path, _monkeypatch) -> None:
    store.joinpath("bukhara.sqlite").unlink()


FAULTS = {
    "settings": lambda _, patch: patch.setenv("BUKHARA_SECRET_KEY", "short"),
    "framework": lambda store, patch: patch.setenv("BUKHARA_FRAMEWORK_FILE", str(store / "nowhere.yaml")),
    "modes": lambda store, _: store.joinpath("bukhara.sqlite").chmod(0o644),
    "disk": lambda _, patch: patch.setattr(doctor, "LEAST_FREE", 2**60),
    "store": _lost,
    "integrity": _flip,
    "schema": in_store("DROP TRIGGER release_no_update"),
    "schema ": in_store("CREATE TABLE more (a INTEGER)"),
    "schema  ": in_store("UPDATE alembic_version SET version_num = '0003'"),
    "orphans": in_store(
        "INSERT INTO draft (subject, origin, state, file_name, file_hash, created_by, created_at, note, zone,"
        " submitted_by, approved_by, version) VALUES ('KAZ', 'workbook', 'draft', 'a', 'h', 'lena', '2026', '', '',"
        " '', '', 1)"
    ),
    "orphans ": in_store("DROP TRIGGER content_no_update", "UPDATE content SET row_count = 99"),
    "orphans  ": in_store("DROP TRIGGER audit_no_delete", "DELETE FROM audit"),
    "audit": in_store("DROP TRIGGER audit_no_update", "UPDATE audit SET actor = 'somebody else'"),
    "accounts": lambda store, patch: (
        _accounts(store, "lena"),
        in_store("UPDATE account SET roles = 'admin' WHERE name = 'lena'")(store, patch),
    ),
    "accounts ": in_store("INSERT INTO account VALUES ('eve', 'admin', '', '', '', 0, '2026', 1)"),
    "backup": in_store(f"INSERT INTO notice VALUES ('last-backup', '{datetime.now(UTC) - timedelta(days=8)}', '')"),
}


@pytest.mark.parametrize("check", FAULTS)
def test_each_check_fails_once_with_reason_and_cure(run, store, monkeypatch, check) -> None:
    FAULTS[check](store, monkeypatch)
    ran = run("doctor", "--json")
    failed = [each for each in ran.json if each["reason"] and not each["warning"]]
    assert ran.code == 1
    assert check.strip() in {each["check"] for each in failed}
    assert all(each["cure"] for each in failed)


NOT_USABLE = {
    "another owner": (lambda _, patch: patch.setattr(os, "geteuid", lambda: 4711), "chown 4711 "),
    "folder without the right to write": (lambda store, _: store.chmod(0o500), "chmod u+w "),
    "unreadable store": (lambda store, _: store.joinpath("bukhara.sqlite").chmod(0), "chmod u+rw "),
    "unreadable key": (lambda store, _: (store / "secret.key").touch(0), "chmod u+r "),
    "read-only disk": (lambda _, patch: patch.setattr(os, "access", lambda *_: False), "Mount its disk for writing"),
}


@pytest.mark.parametrize("fault", NOT_USABLE)
def test_a_file_that_cannot_be_used_is_never_a_reason_to_restore(run, store, monkeypatch, fault) -> None:
    change, cure = NOT_USABLE[fault]
    change(store, monkeypatch)
    ran = run("doctor", "--json")
    failed = [each for each in ran.json if each["reason"] and not each["warning"]]
    store.chmod(0o700)
    assert ran.code == 1
    assert all(str(store) in each["reason"] for each in failed)
    assert cure in failed[-1]["cure"]
    assert not any("restore" in each["cure"] for each in failed)


@pytest.mark.parametrize(
    ("code", "restored"),
    [
        ("SQLITE_READONLY", False),
        ("SQLITE_BUSY", False),
        ("SQLITE_IOERR", False),
        ("SQLITE_CORRUPT", True),
        ("SQLITE_NOTADB", True),
    ],
)
def test_only_a_damaged_store_is_restored(run, store, monkeypatch, code, restored) -> None:
    def refuse(_connection):
        error = sqlite3.OperationalError("the message of SQLite")
        error.sqlite_errorcode = getattr(sqlite3, code)
        raise OperationalError("PRAGMA", None, error)

    monkeypatch.setattr(health, "damage", refuse)
    (failed,) = (each for each in run("doctor", "--json").json if each["reason"] and not each["warning"])
    assert "the message of SQLite" in failed["reason"]
    assert ("restore" in failed["cure"]) is restored


def test_the_cure_for_a_lost_table_or_trigger_mends_it(run, store, monkeypatch, tmp_path) -> None:
    run("backup", tmp_path / "before.zip")
    lost = {
        "DROP TABLE heading": ("bukhara restore FILE, with the newest", ("restore", tmp_path / "before.zip")),
        "DROP TRIGGER release_no_update": ("Restart the server", ("releases", "list")),
    }
    for statement, (cure, mended_by) in lost.items():
        in_store(statement)(store, monkeypatch)
        (failed,) = (each for each in run("doctor", "--json").json if each["reason"] and not each["warning"])
        assert failed["cure"].startswith(cure)
        assert run(*mended_by).code == 0
        assert run("doctor").code == 0


@pytest.mark.parametrize(
    "damage", [_flip, in_store("PRAGMA writable_schema=ON", "UPDATE sqlite_schema SET sql = 'CREATE'")]
)
def test_a_damaged_store_says_its_cure_to_every_command(run, store, monkeypatch, damage) -> None:
    damage(store, monkeypatch)
    ran = run("releases", "list")
    assert (ran.code, "bukhara restore FILE, with the newest backup" in ran.err) == (1, True), ran.err


def test_accounts_that_were_made_and_changed_by_the_program_are_as_the_log_says(run, store) -> None:
    service = Service(Settings(var_dir=store, framework_file=ROOT / "indicators.yaml", data_dir=ROOT / "data"))
    accounts, words = service.accounts, "four quiet words here"
    accounts.redeem(accounts.first_link(), words, "root")
    accounts.add(OPERATOR, "kaz", [Role.COMMISSION], "KAZ", password=words)
    accounts.set_roles(OPERATOR, "kaz", [Role.ORGANISER, Role.SECRETARIAT])
    accounts.redeem(accounts.invite(OPERATOR, "kaz"), words + " again")
    accounts.disable(OPERATOR, "kaz")
    service.close()
    assert run("doctor").code == 0


def _accounts(store: Path, *names: str) -> None:
    service = Service(Settings(var_dir=store, framework_file=ROOT / "indicators.yaml", data_dir=ROOT / "data"))
    for name in names:
        service.accounts.add(OPERATOR, name, [Role.SECRETARIAT], password="four quiet words here")
    service.close()


WARNINGS = {
    "settings": lambda _, patch: patch.setenv("BUKHARA_DISCLOSURE_WIDTH", "5"),
    "leftovers": lambda store, _: [(store / name).mkdir(mode=0o700) for name in ("work", "work/server-abc")],
    "store": lambda store, _: shutil.rmtree(store),
    "settings ": lambda store, _: _accounts(store, "lena", "mira"),
}


@pytest.mark.parametrize("check", WARNINGS)
def test_a_warning_leaves_the_exit_code(run, store, monkeypatch, check) -> None:
    WARNINGS[check](store, monkeypatch)
    ran = run("doctor", "--json")
    assert ran.code == 0
    assert check.strip() in {each["check"] for each in ran.json if each["warning"] and each["reason"] and each["cure"]}


def test_doctor_reads_to_people_too(run, store) -> None:
    store.joinpath("bukhara.sqlite").chmod(0o644)
    ran = run("doctor")
    assert ran.code == 1
    assert f"FAIL  modes: others can read {store / 'bukhara.sqlite'}" in ran.out
    assert json.dumps("chmod go=")[1:-1] in ran.out
    assert "ok    framework" in ran.out


def test_doctor_names_the_key_that_a_site_with_tls_has_not(run, store, monkeypatch) -> None:
    monkeypatch.setenv("BUKHARA_BASE_URL", "https://monitor.example")
    [line] = [each for each in run("doctor").out.splitlines() if ": BUKHARA_SECRET_KEY" in each]
    assert line.startswith("WARN  settings: BUKHARA_SECRET_KEY is not set")
    monkeypatch.setenv("BUKHARA_SECRET_KEY", "k" * 20 + "0123456789abcdef")
    assert "BUKHARA_SECRET_KEY" not in run("doctor").out


def test_several_machines_need_one_key(run, monkeypatch) -> None:
    monkeypatch.setenv("BUKHARA_DATABASE_URL", "postgresql+psycopg://nobody@127.0.0.1:1/nothing")
    reasons = " ".join(each["reason"] for each in run("doctor", "--json").json)
    assert "need the same BUKHARA_SECRET_KEY" in reasons
