"""Several processes: a start at the same moment, writers in a queue, a process killed in the middle."""

import os
import signal
from typing import Any
from unittest import mock

import pytest

from bukhara.store import Store, publishing
from tests.contract.processes import FORKS
from tests.contract.records import STAMP, a_statement, tracker


def seed(url: str) -> bool:
    store = Store(url)
    store.migrate()
    return store.seed([[tracker(a_statement())]], **STAMP)


def test_processes_that_start_at_once_migrate_and_seed_once(store_url: str) -> None:
    with FORKS.Pool(3) as pool:
        assert sorted(pool.map(seed, [store_url] * 3, chunksize=1)) == [False, False, True]
    store = Store(store_url)
    assert (store.ready(), len(store.audit())) == (1, 1)
    store.engine.dispose()


def publish_five(url: str, country: str) -> None:
    store = Store(url)
    for n in range(5):
        store.publish([tracker(a_statement(country, quote=str(n)))], **STAMP)


def test_writers_wait_for_one_another_and_lose_nothing(store: Store, migrated_url: str) -> None:
    with FORKS.Pool(3) as pool:
        pool.starmap(publish_five, [(migrated_url, code) for code in ("KAZ", "KGZ", "UZB")], chunksize=1)
    assert store.ready() == 15
    assert [row.quote for row in store.contents(15).statements] == ["4", "4", "4"]
    assert [entry.release for entry in store.audit()] == list(range(1, 16))


def die_while_publishing(url: str) -> None:
    def die(*_: object, **__: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with mock.patch.object(publishing, "_audit", die):
        Store(url).publish([tracker(a_statement("UZB"))], **STAMP)


def test_a_process_killed_while_publishing_leaves_nothing(store: Store, migrated_url: str) -> None:
    store.publish([tracker(a_statement())], **STAMP)
    process = FORKS.Process(target=die_while_publishing, args=(migrated_url,))
    process.start()
    process.join(60)
    assert process.exitcode == -signal.SIGKILL
    assert (store.ready(), len(store.contents(1).statements), len(store.audit())) == (1, 1, 1)
    assert store.publish([tracker(a_statement("UZB"))], **STAMP).number == 2


def publish_and_tell(url: str, told: Any) -> None:
    store = Store(url)
    for n in range(1000):
        told.send(store.publish([tracker(a_statement(quote=str(n)))], **STAMP).number)


@pytest.mark.parametrize("acknowledged", [1, 3, 8])
def test_what_was_acknowledged_survives_a_kill_at_any_moment(
    store: Store, migrated_url: str, acknowledged: int
) -> None:
    heard, told = FORKS.Pipe(duplex=False)
    process = FORKS.Process(target=publish_and_tell, args=(migrated_url, told))
    process.start()
    told.close()
    seen = [heard.recv() for _ in range(acknowledged)]
    process.kill()
    process.join(60)
    while heard.poll():
        try:
            seen.append(heard.recv())
        except EOFError:
            break
    held = store.ready() or 0
    assert held in (seen[-1], seen[-1] + 1)
    assert [row.quote for row in store.contents(held).statements] == [str(held - 1)]
    assert len(store.audit()) == held
    if store.engine.dialect.name == "sqlite":
        with store.engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
