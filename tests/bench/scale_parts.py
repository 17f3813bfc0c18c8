"""One part of the scale bench, in a process of its own: prints a name and a number for each measurement.

Times are seconds of work of the processor, so that others on the machine do not count. A measurement that takes more
than BENCH_LIMIT of them ends the process.
"""

import os
import resource
import signal
import statistics
import sys
import time
import urllib.request
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from tests.bench import memory, synthetic
from tests.serving import serving

SLOW = 240
"""Seconds that the two workers may take for the start and all pages."""
WARM_RUNS = 5
BOOKS = (10_000, 14_400)
PAGES = (
    "/",
    "/countries/KAZ",
    "/statistics",
    "/evidence",
    "/themes",
    "/themes/BD-8b",
    "/needs",
    "/api/v1/observations",
    "/api/v1/evidence",
)
START, FIRST = "create_app to /readyz, s", "first page after the start, s"
MEMORY = "two workers after every page twice, MB"


def publish_name(rows: int) -> str:
    """Return the name of the measurement."""
    return f"publish {rows:,} rows from a workbook, s"


def page_names(page: str) -> tuple[str, str]:
    """Return the names of the two measurements of a page."""
    return f"{page}, cold, ms", f"{page}, warm, ms"


def build(folder: str, size: str) -> None:
    """Make the record of that size."""
    begun = _worked()
    made = synthetic.build(Path(folder), int(size))
    _say("make the record, s", _worked() - begun)
    for name, value in asdict(made).items():
        _say(name, value)


def publish(folder: str, rows: str) -> None:
    """Publish a workbook of that many rows on top of the record."""
    from bukhara.service import Service

    book = synthetic.workbook(Path(folder) / "bench.xlsx", int(rows))
    service = Service(synthetic.settings_of(Path(folder)))
    service.ready()
    _limited()
    begun = _worked()
    outcome = service.publish([book], "bench", "large")
    took = _worked() - begun
    assert outcome.changed, "the workbook is new"
    _say(publish_name(int(rows)), took)


def start(folder: str) -> None:
    """Start the application and ask for its first page."""
    _limited()
    begun = _worked()
    get = _application(folder)
    _say(START, _worked() - begun)
    _say(FIRST, _timed(get, "/"))


def pages(folder: str, *wanted: str) -> None:
    """Ask for each page for the first time, the snapshot being known already, and then again."""
    get = _application(folder)
    _limited()
    get("/method")
    for page in wanted:
        _limited()
        cold, warm = page_names(page)
        _say(cold, 1000 * _timed(get, page))
        _say(warm, 1000 * statistics.median(_timed(get, page) for _ in range(WARM_RUNS)))


def workers(folder: str) -> None:
    """Ask two workers for every page twice; what their processes take together, shared memory counted once."""
    signal.alarm(int(os.environ["BENCH_LIMIT"]))
    with serving(Path(folder)) as base:
        for page in PAGES * 2:
            urllib.request.urlopen(base + page).read()
        _say(MEMORY, sum(memory.sizes(Path(folder) / "server.log")) // 1024)


def _application(folder: str) -> Callable[[str], Any]:
    from app import create_app

    client = create_app(synthetic.settings_of(Path(folder))).server.test_client()

    def get(path: str) -> None:
        answer = client.get(path, headers={"Accept-Encoding": "br"}, follow_redirects=True)
        assert answer.status_code == 200, f"{path}: {answer.status}"
        answer.get_data()

    get("/readyz")
    return get


def _timed(get: Callable[[str], Any], path: str) -> float:
    begun = _worked()
    get(path)
    return _worked() - begun


def _worked() -> float:
    """Return the seconds of work of this process and of those that it started and that have ended."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _limited() -> None:
    """End this process where the next measurement takes too long."""
    signal.setitimer(signal.ITIMER_PROF, float(os.environ["BENCH_LIMIT"]))


def _say(name: str, value: float) -> None:
    print(name, value, sep="\t", flush=True)


if __name__ == "__main__":
    {"build": build, "publish": publish, "start": start, "pages": pages, "memory": workers}[sys.argv[1]](*sys.argv[2:])
