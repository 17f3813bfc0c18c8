"""What one machine notes in the store and another reads: how far a check is, that it is to stop, the last backup."""

from datetime import datetime
from pathlib import Path

import pytest

from bukhara.service import Service
from bukhara.service.drafts import file_check
from bukhara.service.operation import backups
from tests.clock import Clock
from tests.unit.service.small_record import KAZ, LENA, small_service

KEY = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def other(service: Service, tmp_path: Path, clock: Clock):
    """Another machine with the store of `service`, and a var folder of its own."""
    made = small_service(tmp_path / "other", clock, database_url=service.settings.database_url)
    yield made
    made.close()


def test_any_machine_follows_a_check_and_stops_it(service: Service, other: Service, monkeypatch) -> None:
    monkeypatch.setattr(file_check, "_EVERY", 0)
    here, there = (file_check.file_check(each, LENA, KEY) for each in (service, other))
    assert there.rows() is None
    with here.followed() as watch:
        watch.report(b"P 1200 5000")
        assert not watch.stopped()
        assert (there.rows(), file_check.file_check(other, KAZ, KEY).rows()) == (1200, None)
        there.stop()
        assert watch.stopped()
    assert there.rows() is None
    with here.followed() as watch:
        assert not watch.stopped()


def test_a_check_whose_process_has_ended_is_under_way_no_longer(service: Service, other: Service, clock: Clock) -> None:
    check = file_check.file_check(service, LENA, KEY)
    check._stopped()
    assert file_check.file_check(other, LENA, KEY).rows() == 0
    clock.advance(minutes=2)
    assert file_check.file_check(other, LENA, KEY).rows() is None
    clock.advance(days=1)
    with file_check.file_check(service, KAZ, KEY).followed():
        pass
    with service.opened().connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM notice").scalar_one() == 0


def test_every_machine_knows_the_day_of_the_last_backup_also_after_a_restore(
    service: Service, other: Service, tmp_path: Path
) -> None:
    label = backups.make(service.settings, tmp_path / "a.zip")
    with other.opened().connect() as connection:
        assert backups.last(connection) == datetime.fromisoformat(label["made_at"])
    for each in (service, other):
        each.close()
    backups.restore(service.settings, tmp_path / "a.zip", server_runs=False)
    with other.opened().connect() as connection:
        assert backups.last(connection) == datetime.fromisoformat(label["made_at"])
