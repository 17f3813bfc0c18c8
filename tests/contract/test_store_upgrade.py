"""A store of the revision before the newest is upgraded at its first start, completely or not at all; a copy is kept."""

import shutil
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import event, inspect

from bukhara.model.draft import DraftState
from bukhara.service import Service
from bukhara.service.operation import backups
from bukhara.store import Store, health, schema_upgrade
from tests.clock import Clock
from tests.contract.faults import all_rows
from tests.unit.service.small_record import LENA, at_state, corrected

NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "20991231"
down_revision = "{before}"


def upgrade() -> None:
    op.add_column("round", sa.Column("hall", sa.Text, nullable=False, server_default=""))
    op.create_table("hall", sa.Column("name", sa.Text, nullable=False), sqlite_strict=True)
"""


@pytest.fixture
def earlier(service: Service, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Service:
    """The service on a store with drafts in each state; the program has one more revision since."""
    for state in DraftState:
        at_state(service, state)
    service.close()
    scripts = tmp_path / "migrations"
    shutil.copytree(Path(schema_upgrade.__file__).parent / "migrations", scripts)
    before = schema_upgrade.head()
    (scripts / "versions/9999_20991231_hall.py").write_text(NEXT.format(before=before))
    monkeypatch.setattr(schema_upgrade, "_SCRIPTS", scripts)
    return service


def state_of(url: str) -> tuple[str | None, bool, bool, dict[str, list[tuple[object, ...]]]]:
    """Return the revision of a store, whether it has what the next one adds, and the rows of today's tables."""
    store = Store(url)
    found = inspect(store.engine)
    has_column = any(each["name"] == "hall" for each in found.get_columns("round"))
    rows = all_rows(store)
    shape = (store.revision(), has_column, found.has_table("hall"))
    store.close()
    return *shape, rows


def test_nothing_is_lost_and_one_copy_of_before_is_kept(earlier: Service) -> None:
    url = str(earlier.settings.database_url)
    before = state_of(url)
    store = Store(url)
    assert store.is_of_older_version()
    assert health.schema(store.engine) == [f"revision {before[0]} in place of 20991231"]
    release = store.ready()
    store.close()
    for _ in range(2):
        assert earlier.ready() == release
        earlier.close()
    assert state_of(url) == ("20991231", True, True, before[3])
    (copy,) = (earlier.settings.var_dir / backups.FOLDER).glob(f"before-upgrade-{before[0]}-*.zip")
    backups.restore(earlier.settings, copy, server_runs=False)
    after = state_of(url)
    assert (after[0], after[3]) == (before[0], before[3])


def test_it_takes_drafts_and_releases_and_gives_them_back(earlier: Service, tmp_path: Path, clock: Clock) -> None:
    release = earlier.ready()
    (approved,) = (each for each in earlier.drafts.drafts(LENA) if each.state is DraftState.APPROVED)
    assert earlier.drafts.publish(LENA, approved.draft_id).number == release + 1
    before = earlier.stored_contents(release + 1)
    (tmp_path / "KAZ.xlsx").write_bytes(corrected("Another sentence.", base=release + 1))
    assert earlier.publish([tmp_path / "KAZ.xlsx"], "lena", "a correction").changed
    reverted = earlier.reverts.revert(LENA, release + 2, "by mistake")
    after = earlier.stored_contents(reverted.number)
    assert (after.statements, after.observations) == (before.statements, before.observations)


class Broken(BaseException):
    """What breaks an upgrade off, which no code of the program catches."""


def upgrade_until(url: str, step: int) -> None:
    """Upgrade the store; raise before the statement with this number, or before the commit after all."""
    left = iter(range(step))
    store = Store(url)

    def follow(*_: object) -> None:
        if next(left, None) is None:
            raise Broken

    event.listen(store.engine, "before_cursor_execute", follow)
    event.listen(store.engine, "commit", follow)
    try:
        store.migrate()
    finally:
        store.close()


def test_an_upgrade_that_ends_at_any_statement_is_complete_or_not_begun(earlier: Service) -> None:
    url = str(earlier.settings.database_url)
    before = state_of(url)
    for step in count():
        try:
            upgrade_until(url, step)
            break
        except Broken:
            assert state_of(url) == before, step
    assert step > 5
    assert state_of(url) == ("20991231", True, True, before[3])
