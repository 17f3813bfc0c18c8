"""A store of November 2026, which has the tables of today under an earlier revision, is upgraded at its first start."""

from pathlib import Path

import pytest
from sqlalchemy import text

from bukhara.model.draft import DraftState
from bukhara.service import Service, backups
from bukhara.store import Store, health, schema_upgrade, tables
from tests.unit.service.small_record import LENA, at_state, corrected


def rows(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with store.connect() as connection:
        every = tables.metadata.sorted_tables
        return {each.name: sorted(map(tuple, connection.execute(each.select())), key=repr) for each in every}


@pytest.fixture
def earlier(service: Service) -> Service:
    """The service on a store with drafts in each state, as the program of November 2026 left it."""
    for state in DraftState:
        at_state(service, state)
    with service.opened().engine.begin() as connection:
        connection.execute(text(f"UPDATE alembic_version SET version_num = '{schema_upgrade.BEFORE_THE_FIRST}'"))
    service.close()
    return service


def test_nothing_is_lost_and_a_copy_of_before_is_kept(earlier: Service) -> None:
    before = Store(earlier.settings.database_url)
    held, release = rows(before), before.ready()
    assert before.is_of_older_version()
    assert health.schema(before.engine) == [f"revision 0009 in place of {schema_upgrade.head()}"]
    before.close()
    assert earlier.ready() == release
    store = earlier.opened()
    assert rows(store) == held
    assert (store.revision(), health.schema(store.engine)) == (schema_upgrade.head(), [])
    (copy,) = (earlier.settings.var_dir / backups.FOLDER).glob("before-upgrade-0009-*.zip")
    earlier.close()
    backups.restore(earlier.settings, copy, server_runs=False)
    again = Store(earlier.settings.database_url)
    assert (again.revision(), rows(again)) == (schema_upgrade.BEFORE_THE_FIRST, held)
    again.close()


def test_it_is_upgraded_once(earlier: Service) -> None:
    for _ in range(2):
        earlier.ready()
        earlier.close()
    assert len(list((earlier.settings.var_dir / backups.FOLDER).iterdir())) == 1


def test_it_takes_drafts_and_releases_and_gives_them_back(earlier: Service, tmp_path: Path) -> None:
    release = earlier.ready()
    (approved,) = (each for each in earlier.drafts.drafts(LENA) if each.state is DraftState.APPROVED)
    assert earlier.drafts.publish(LENA, approved.draft_id).number == release + 1
    before = earlier.stored_contents(release + 1)
    (tmp_path / "KAZ.xlsx").write_bytes(corrected("Another sentence.", base=release + 1))
    assert earlier.publish([tmp_path / "KAZ.xlsx"], "lena", "a correction").changed
    assert earlier.stored_contents(release + 2).statements != before.statements
    reverted = earlier.reverts.revert(LENA, release + 2, "by mistake")
    after = earlier.stored_contents(reverted.number)
    assert (after.statements, after.observations) == (before.statements, before.observations)
