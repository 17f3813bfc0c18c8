"""What the database itself refuses, whoever asks; a fault in the middle of a publication leaves nothing."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bukhara.errors import StoreUnavailable
from bukhara.model.codes import State
from bukhara.model.frozen import FrozenFile, FrozenPack
from bukhara.store import Store, audit_log, health, packs, schema_upgrade, tables
from bukhara.store.rows import to_row
from tests.contract.faults import all_rows, failing_at
from tests.contract.records import (
    STAMP,
    a_decision,
    a_reply,
    a_request,
    a_source,
    a_statement,
    an_observation,
    statistics,
    tracker,
)


@pytest.fixture
def filled(store: Store) -> Store:
    remarks = [a_request(), a_reply(), a_decision()]
    store.publish([tracker(a_statement()), statistics(an_observation())], STAMP, remarks)
    moment = datetime(2026, 11, 26, tzinfo=UTC)
    pack = FrozenPack(
        frozen_id="p1", release=1, as_of=moment.date(), occasion="Bishkek", choice="1", frozen_at=moment, frozen_by="otto",
        expected=("slides.html",),
    )  # fmt: skip
    with store.transaction() as connection:
        packs.freeze(connection, pack)
        packs.add_file(connection, "p1", FrozenFile("slides.html", "0" * 64, 1), b"x")
        packs.withdraw(connection, "p1", at=moment, by="root", reason="a test")
    store.withdraw(an_observation(), replace(STAMP, note="a test"))
    return store


def _put(store: Store, **values: Any) -> None:
    row: dict[str, Any] = {"content_id": 1, "position": 99, **to_row(an_observation()), **values}
    names = ", ".join(row)
    places = ", ".join(f":{name}" for name in row)
    with schema_upgrade.locked(store.engine) as connection:
        connection.execute(text(f"INSERT INTO observation ({names}) VALUES ({places})"), row)


def test_no_row_is_changed_or_deleted(filled: Store) -> None:
    for table in tables.GUARDED:
        column = next(iter(tables.metadata.tables[table].columns)).name
        for change in (f"DELETE FROM {table}", f"UPDATE {table} SET {column} = {column}"):
            with pytest.raises(DBAPIError, match="append-only"), schema_upgrade.locked(filled.engine) as connection:
                connection.execute(text(change))


def _replacing(table: str, dialect: str) -> list[str]:
    columns = tables.metadata.tables[table].columns
    names, key = ", ".join(columns.keys()), ", ".join(each.name for each in columns if each.primary_key)
    if dialect == "postgresql":
        change = f"INSERT INTO {table} ({names}) SELECT {names} FROM {table} ON CONFLICT ({key}) DO UPDATE"
        return [f"{change} SET {columns.keys()[0]} = excluded.{columns.keys()[0]}"]
    replace = f"INSERT OR REPLACE INTO {table} ({names}) SELECT {names} FROM {table}"
    return [replace, f"INSERT OR REPLACE INTO {table} (rowid, {names}) SELECT rowid, {names} FROM {table}"]


def test_no_row_is_replaced(filled: Store) -> None:
    for table in tables.GUARDED:
        for statement in _replacing(table, filled.engine.dialect.name):
            with pytest.raises(DBAPIError, match="append-only"), schema_upgrade.locked(filled.engine) as connection:
                connection.execute(text(statement))


def _forge(store: Store, change: str) -> None:
    """Change the audit log as somebody with access to the database itself might."""
    sqlite = store.engine.dialect.name == "sqlite"
    with schema_upgrade.locked(store.engine) as connection:
        connection.execute(text("DROP TRIGGER audit_no_update" if sqlite else "DROP TRIGGER audit_no_change ON audit"))
        connection.execute(text(change))


def test_a_changed_row_of_the_audit_log_is_found(filled: Store) -> None:
    filled.publish([tracker(a_statement("UZB"))], STAMP)
    with filled.connect() as connection:
        assert audit_log.first_forged(connection) is None
    _forge(filled, "UPDATE audit SET actor = 'somebody else' WHERE audit_id = 1")
    with filled.connect() as connection:
        assert audit_log.first_forged(connection) == 1


def test_doctor_finds_nothing_in_a_sound_store_and_a_trigger_that_is_off(filled: Store) -> None:
    def found() -> list[list[str]]:
        with filled.connect() as connection:
            checks = (health.damage, health.orphans, health.altered, health.forged)
            return [*(check(connection) for check in checks), health.schema(filled.engine)]

    assert found() == [[], [], [], [], []]
    with schema_upgrade.locked(filled.engine) as connection:
        sqlite = connection.dialect.name == "sqlite"
        off = "DROP TRIGGER statement_no_replace" if sqlite else "ALTER TABLE statement DISABLE TRIGGER ALL"
        connection.execute(text(off))
    names = ["statement_no_replace"] if sqlite else ["statement_no_change", "statement_no_truncate"]
    assert found()[-1] == [f"trigger {name}" for name in names]


def test_doctor_finds_a_figure_that_was_changed_behind_the_triggers(filled: Store) -> None:
    with schema_upgrade.locked(filled.engine) as connection:
        sqlite = connection.dialect.name == "sqlite"
        off = "observation_no_update" if sqlite else "observation_no_change ON observation"
        connection.execute(text(f"DROP TRIGGER {off}"))
        connection.execute(text("UPDATE observation SET value = 11"))
    with filled.connect() as connection:
        (line,) = health.altered(connection)
    assert line == "rows of statistics/KAZ/astana-2023-report are not as they were published"


def test_a_row_of_the_audit_log_without_its_hash_is_found(filled: Store) -> None:
    _forge(filled, "UPDATE audit SET hash = NULL")
    filled.publish([tracker(a_statement("UZB"))], STAMP)
    with filled.connect() as connection:
        assert audit_log.first_forged(connection) == 1


def test_postgres_refuses_truncate_too(filled: Store) -> None:
    if filled.engine.dialect.name == "sqlite":
        return
    with pytest.raises(DBAPIError, match="append-only"), schema_upgrade.locked(filled.engine) as connection:
        connection.execute(text("TRUNCATE audit"))


REFUSED = (
    *({"value": value} for value in ("abc", float("nan"), float("inf"), float("-inf"), -1.0, 2.0**53)),
    {"value": None},
    {"value": 1.0, "state": "not_asked"},
    {"value_low": float("nan"), "value": None},
    {"country": None},
    {"period_start": "2023"},
    {"position": "abc"},
)


def test_a_value_that_is_no_count_and_a_row_that_contradicts_itself_are_refused(filled: Store) -> None:
    for values in REFUSED:
        with pytest.raises(DBAPIError):
            _put(filled, **values)


def test_a_fall_may_be_below_zero(filled: Store) -> None:
    _put(filled, value=-12.5, qualifier="change_percent")


def test_a_level_lies_between_nothing_and_one(store: Store) -> None:
    with pytest.raises(StoreUnavailable):
        store.publish([tracker(a_statement(level=1.5))], STAMP)
    assert store.ready() is None


def test_a_refused_row_leaves_nothing_of_its_workbook(filled: Store) -> None:
    wrong = an_observation("UZB", value=3.0, state=State.NOT_ASKED)
    before, audited = filled.ready(), len(filled.audit())
    with pytest.raises(StoreUnavailable):
        filled.publish([tracker(a_statement("UZB")), statistics(wrong)], STAMP)
    assert filled.ready() == before
    assert len(filled.audit()) == audited


@pytest.mark.parametrize("action", ["publish", "revert"])
def test_a_fault_at_any_statement_leaves_the_record_as_it_was(store: Store, action: str) -> None:
    store.publish([tracker(a_statement(), sources=(a_source(),))], STAMP)
    store.publish([tracker(a_statement(statement="Another."), sources=(a_source(),))], STAMP)
    third = tracker(a_statement(statement="A third."), sources=(a_source(title="Another title"),))
    change = {"publish": lambda: store.publish([third], STAMP), "revert": lambda: store.revert(2, STAMP)}[action]
    before = all_rows(store)
    for statement in count(1):
        if not failing_at(store, statement, change):
            break
        assert all_rows(store) == before, statement
    assert statement > 5
    assert store.ready() == 3
