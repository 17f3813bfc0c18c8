"""Several processes: a start at the same moment, writers in a queue, a process killed in the middle, drafts sent at once."""

import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

from bukhara.errors import BaseOutdated
from bukhara.service import Service
from bukhara.store import Store, audit_log, publishing
from tests.contract.processes import FORKS
from tests.contract.records import STAMP, a_statement, tracker
from tests.unit.service.small_record import LENA, corrected, fresh, small_service, statement, workbook


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


def test_what_was_acknowledged_survives_a_kill(store: Store, migrated_url: str) -> None:
    heard, sender = FORKS.Pipe(duplex=False)
    process = FORKS.Process(target=publish_and_tell, args=(migrated_url, sender))
    process.start()
    sender.close()
    seen = [heard.recv() for _ in range(3)]
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
    with service.opened().connect() as connection:
        assert audit_log.first_forged(connection) is None
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


def test_of_four_writers_of_the_same_rows_one_publishes_and_three_are_refused(service: Service) -> None:
    assert sorted(at_once(service, publish_same_rows, range(4))) == [(2, ""), *[(2, "refused")] * 3]
    assert service.ready() == 2
    drafts = service.drafts.drafts(LENA)
    assert sorted(draft.state for draft in drafts) == ["draft"] * 3 + ["published"]


def write_or_read(folder: Path, url: str, role: str) -> set[tuple[str, ...]]:
    with opened(folder, url) as service:
        if role == "reader":
            go()
            seen = set()
            end = time.monotonic() + 100
            while service.ready() < 5 and time.monotonic() < end:
                seen.add(tuple(row.statement for row in service.snapshot().statements if row.country == "KAZ"))
            return seen
        contents = [
            workbook(
                statement("KAZ", statement=each, note=str(n)),
                statement("KAZ", statement=each, quote="another five word quote"),
            )
            for n, each in enumerate(("odd", "even") * 2)
        ]
        go()
        for content in contents:
            service.drafts.publish(LENA, service.drafts.receive(LENA, "kaz.xlsx", content).draft_id, "n")
        return set()


def test_a_reader_sees_one_committed_release_or_the_next_never_a_mix(service: Service) -> None:
    seen = at_once(service, write_or_read, ["writer", "reader", "reader"])
    assert set().union(*seen) <= {("A step was taken.",), ("odd", "odd"), ("even", "even")}
