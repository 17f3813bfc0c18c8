"""Several processes at the desk: five states at once, eight at the same rows, many at the same hour."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from bukhara.errors import BaseOutdated
from bukhara.service import Service
from tests.clock import NOW
from tests.contract.processes import FORKS
from tests.unit.service.desk_house import LENA, Clock, desk_house, fresh, said, statement, workbook

_everybody: list[Any] = []
"""In a process: the barrier of all of them."""


def at_once(service: Service, step: Callable[..., Any], arguments: Sequence[Any]) -> list[Any]:
    """Run a step in a process for each argument, and return what each returned."""
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
    with closing(desk_house(folder, database_url=url)) as service:
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
    letters = {row.country for row in service.held(6).statements if "letter" in row.source_id}
    assert letters == set(states)


def publish_same_rows(folder: Path, url: str, number: int) -> tuple[int, str]:
    with opened(folder, url) as service:
        desk, content = service.drafts, said(f"By number {number}", "KAZ")
        go()
        draft = desk.receive(LENA, "kaz.xlsx", content)
        try:
            return desk.publish(LENA, draft.draft_id, "n").number, ""
        except BaseOutdated:
            return desk.came_between(LENA, draft.draft_id)[0].number, "told"


def test_eight_at_the_same_rows_make_one_release_and_seven_are_told(service: Service) -> None:
    assert sorted(at_once(service, publish_same_rows, range(8))) == [(2, ""), *[(2, "told")] * 7]
    assert service.ready() == 2
    drafts = service.drafts.drafts(LENA)
    assert sorted(draft.state for draft in drafts) == ["draft"] * 7 + ["published"]


def publish_at_the_hour(folder: Path, url: str, number: int) -> tuple[int, int]:
    clock = Clock()
    with closing(desk_house(folder, clock, database_url=url)) as service:
        if number == 0:
            draft = service.drafts.receive(LENA, "kaz.xlsx", said("At the hour."))
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
