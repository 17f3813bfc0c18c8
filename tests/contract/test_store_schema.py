"""The schema: tables and revisions agree, and the way up and down is open."""

from pathlib import Path

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from bukhara.errors import StoreUnavailable
from bukhara.store import Store, schema_upgrade, tables
from tests.contract.records import STAMP, a_statement, tracker


def test_the_revisions_make_what_the_tables_say(store: Store) -> None:
    assert schema_upgrade.differences(store.engine) == []
    scripts = ScriptDirectory(str(Path(schema_upgrade.__file__).parent / "migrations"))
    assert {script.revision for script in scripts.walk_revisions()} == schema_upgrade.known()
    assert scripts.get_current_head() == schema_upgrade.head()


def test_up_down_up_leaves_a_working_store(empty_store: Store) -> None:
    schema_upgrade.upgrade(empty_store.engine)
    schema_upgrade.downgrade(empty_store.engine)
    assert inspect(empty_store.engine).get_table_names() == ["alembic_version"]
    schema_upgrade.upgrade(empty_store.engine)
    assert empty_store.publish([tracker(a_statement())], **STAMP).number == 1


def test_migrating_again_changes_nothing(store: Store) -> None:
    store.publish([tracker(a_statement())], **STAMP)
    store.migrate()
    assert store.ready() == 1


def test_the_tables_of_the_record_are_guarded_and_those_of_the_desk_are_named(store: Store) -> None:
    made = set(inspect(store.engine).get_table_names()) - {"alembic_version"}
    desk = {"account", "web_session", "attempt", "invitation", "draft", "draft_file", "receipt", "round"}
    desk |= {"round_state", "heading", "pending_reply", "kept_difference", "draft_original", "table_mapping"}
    desk |= {"saved_pack"}
    assert made == set(tables.GUARDED) | desk
    assert not desk & set(tables.GUARDED)


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


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.sqlite").write_bytes(b"this is not a database" * 99)
    with pytest.raises(StoreUnavailable):
        Store(f"sqlite:///{tmp_path / 'x.sqlite'}").migrate()
