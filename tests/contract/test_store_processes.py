"""Several processes: a start at the same moment, writers in a queue, a process killed in the middle, drafts sent at once."""

import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from bukhara.errors import BaseOutdated
from bukhara.service import Service
from bukhara.store import Store, publishing
from tests.clock import NOW
from tests.contract.processes import FORKS
from tests.contract.records import STAMP, a_statement, tracker
from tests.unit.service.small_record import LENA, Clock, corrected, fresh, small_service, statement, workbook


def seed(url: str) -> bool:
    store = Store(url)
    store.migrate()
    return store.seed([[tracker(a_statement())]], STAMP)


def test_processes_that_start_at_once_migrate_and_seed_once(store_url: str) -> None:
    with FORKS.Pool(3) as pool:
        assert sorted(pool.map(seed, [store_url] * 3, chunksize=1)) == [False, False, True]
    store = Store(store_url)
    assert (store.ready(), len(store.audit())) == (1, 1)
    store.engine.dispose()


def publish_five(url: str, country: str) -> None:
    store = Store(url)
    for n in range(5):
        store.publish([tracker(a_statement(country, quote=str(n)))], STAMP)


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
        Store(url).publish([tracker(a_statement("UZB"))], STAMP)


def test_a_process_killed_while_publishing_leaves_nothing(store: Store, migrated_url: str) -> None:
    store.publish([tracker(a_statement())], STAMP)
    process = FORKS.Process(target=die_while_publishing, args=(migrated_url,))
    process.start()
    process.join(60)
    assert process.exitcode == -signal.SIGKILL
    assert (store.ready(), len(store.contents(1).statements), len(store.audit())) == (1, 1, 1)
    assert store.publish([tracker(a_statement("UZB"))], STAMP).number == 2


def publish_and_tell(url: str, sender: Any) -> None:
    store = Store(url)
    for n in range(1000):
        sender.send(store.publish([tracker(a_statement(quote=str(n)))], STAMP).number)


@pytest.mark.parametrize("acknowledged", [1, 3, 8])
def test_what_was_acknowledged_survives_a_kill_at_any_moment(
    store: Store, migrated_url: str, acknowledged: int
) -> None:
    heard, sender = FORKS.Pipe(duplex=False)
    process = FORKS.Process(target=publish_and_tell, args=(migrated_url, sender))
    process.start()
    sender.close()
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


_everybody: list[Any] = []
"""In a process: the barrier of all of them."""


def at_once(service: Service, step: Callable[..., Any], arguments: Sequence[Any]) -> list[Any]:
    """Run a step in a process for each argument, and return all results."""
    place = service.settings.var_dir.parent, service.settings.database_url
    with FORKS.Pool(len(arguments), _meet, (FORKS.Barrier(len(arguments), timeout=250),)) as pool:
        return pool.map_async(partial(step, *place), arguments, chunksize=1).get(timeout=280)


def _meet(everybody: Any) -> None:
    _everybody.append(everybody)


def go() -> None:
    """Wait until all processes are ready."""
    _everybody[0].wait()


@contextmanager
def opened(folder: Path, url: str) -> Iterator[Service]:
    with closing(small_service(folder, database_url=url)) as service:
        service.ready()
        yield service


def publish_answers(folder: Path, url: str, country: str) -> int:
    with opened(folder, url) as service:
        content = fresh(country)
        go()
        draft = service.drafts.receive(LENA, country + ".xlsx", content)
        return service.drafts.publish(LENA, draft.draft_id, "by " + country).number


def test_five_states_at_once_make_five_releases(service: Service) -> None:
    states = ["KAZ", "KGZ", "TJK", "TKM", "UZB"]
    assert sorted(at_once(service, publish_answers, states)) == [2, 3, 4, 5, 6]
    letters = {row.country for row in service.stored_contents(6).statements if "letter" in row.source_id}
    assert letters == set(states)


def publish_same_rows(folder: Path, url: str, number: int) -> tuple[int, str]:
    with opened(folder, url) as service:
        drafts, content = service.drafts, corrected(f"By number {number}", "KAZ")
        go()
        draft = drafts.receive(LENA, "kaz.xlsx", content)
        try:
            return drafts.publish(LENA, draft.draft_id, "n").number, ""
        except BaseOutdated:
            return drafts.beside(LENA, draft.draft_id).between[0].number, "refused"


def test_of_eight_writers_of_the_same_rows_one_publishes_and_seven_are_refused(service: Service) -> None:
    assert sorted(at_once(service, publish_same_rows, range(8))) == [(2, ""), *[(2, "refused")] * 7]
    assert service.ready() == 2
    drafts = service.drafts.drafts(LENA)
    assert sorted(draft.state for draft in drafts) == ["draft"] * 7 + ["published"]


def publish_at_the_hour(folder: Path, url: str, number: int) -> tuple[int, int]:
    clock = Clock()
    with closing(small_service(folder, clock, database_url=url)) as service:
        if number == 0:
            draft = service.drafts.receive(LENA, "kaz.xlsx", corrected("At the hour."))
            service.drafts.submit(LENA, draft.draft_id, "n")
            service.drafts.approve(LENA, draft.draft_id, publish_at=NOW + timedelta(hours=1))
        service.ready()
        go()
        clock.advance(hours=2)
        service.publish_due()
        return service.ready(), len(service.releases())


def test_many_at_the_same_hour_publish_once(service: Service) -> None:
    assert at_once(service, publish_at_the_hour, range(5)) == [(2, 2)] * 5


def write_or_read(folder: Path, url: str, role: str) -> set[tuple[str, ...]]:
    with opened(folder, url) as service:
        if role == "reader":
            go()
            seen = set()
            end = time.monotonic() + 100
            while service.ready() < 9 and time.monotonic() < end:
                seen.add(tuple(row.statement for row in service.snapshot().statements if row.country == "KAZ"))
            return seen
        contents = [
            workbook(
                statement("KAZ", statement=each, note=str(n)),
                statement("KAZ", statement=each, quote="another five word quote"),
            )
            for n, each in enumerate(("odd", "even") * 4)
        ]
        go()
        for content in contents:
            service.drafts.publish(LENA, service.drafts.receive(LENA, "kaz.xlsx", content).draft_id, "n")
        return set()


def test_a_reader_sees_one_committed_release_or_the_next_never_a_mix(service: Service) -> None:
    seen = at_once(service, write_or_read, ["writer", "reader", "reader"])
    assert set().union(*seen) <= {("A step was taken.",), ("odd", "odd"), ("even", "even")}
