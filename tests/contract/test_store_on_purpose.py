"""A store is made only on purpose: one that was lost is not replaced in silence, and nobody else reads it."""

import stat
from pathlib import Path

import pytest
from sqlalchemy import MetaData, make_url

from bukhara.errors import StoreUnavailable
from bukhara.service import Service, store_mark
from bukhara.service.accounts.operator import OPERATOR
from tests.unit.service.desk_house import desk_house


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


def test_a_store_of_an_older_version_gets_its_mark_at_the_first_start(service: Service) -> None:
    mark = service.settings.var_dir / store_mark.FILE
    service.close()
    mark.unlink()
    assert service.ready() == 1
    assert stat.S_IMODE(mark.stat().st_mode) == 0o600


def test_a_deleted_file_is_not_written_on(tmp_path: Path) -> None:
    service = desk_house(tmp_path)
    service.ready()
    Path(make_url(service.settings.database_url).database).unlink()
    with pytest.raises(StoreUnavailable, match="is gone"):
        service.reverts.revert(OPERATOR, 1, "a row that would be lost")
    service.close()


def test_only_the_owner_reads_the_store(tmp_path: Path) -> None:
    service = desk_house(tmp_path)
    service.ready()
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in service.settings.var_dir.iterdir()}
    assert stat.S_IMODE(service.settings.var_dir.stat().st_mode) == 0o700
    assert set(modes.values()) == {0o600}
    assert {"bukhara.sqlite", "bukhara.sqlite-wal", "bukhara.sqlite-shm", store_mark.FILE} <= set(modes)
    service.close()
