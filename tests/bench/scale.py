"""The record at 1 x, 3 x and 10 x: publishing, starting, every page, memory and size, with the slope of each.

Each part runs in a process of its own, is ended after `LIMIT` seconds, and prints a name and a number for each
measurement. Times are seconds of work of the processor, so that others on the machine do not count.
"""

import math
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from shutil import copytree
from typing import Any

from tests.bench import memory, synthetic, workbooks
from tests.serving import ROOT, serving

SIZES = tuple(synthetic.RELEASES)
LIMIT = 300
WARM_RUNS = 5
BOOK = 10_000
PAGES = (
    *("/", "/countries/KAZ", "/statistics", "/evidence", "/themes", "/themes/BD-8b", "/needs"),
    *("/api/v1/observations", "/api/v1/evidence"),
)


def table() -> None:
    """Print every measurement at every size."""
    found: dict[str, dict[int, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            for name, value in _measured(Path(folder), size):
                found.setdefault(name, {})[size] = value
    print(f"\n| the record | {' | '.join(f'{size} x' for size in SIZES)} | slope |\n|---|{'---|' * (len(SIZES) + 1)}")
    for name, values in found.items():
        cells = (f"{values[size]:,.3g}" if size in values else f"> {LIMIT} s" for size in SIZES)
        print(f"| {name} | {' | '.join(cells)} | {_slope(values)} |")


def _slope(values: dict[int, float]) -> str:
    """Return the slope of log value over log size, by least squares; 1 is linear, 0 does not grow."""
    pairs = [(math.log(size), math.log(value)) for size, value in values.items() if value > 0]
    if len(pairs) < len(SIZES):
        return "not known"
    return f"{statistics.linear_regression(*zip(*pairs, strict=True)).slope:.2f}"


def _measured(folder: Path, size: int) -> Iterator[tuple[str, float]]:
    store, copy = folder / str(size), folder / f"{size}-published"
    yield from _run("build", store, size)
    yield "size of the store, MB", sum(file.stat().st_size for file in store.rglob("*") if file.is_file()) / 1e6
    copytree(store, copy)
    yield from _run("publish", copy)
    yield from _run("pages", store)
    yield from _run("workers", store)


def _run(part: str, *words: object) -> Iterator[tuple[str, float]]:
    """Yield what a process measures before it ends or is ended."""
    command = [sys.executable, "-m", "tests.bench.scale", part, *map(str, words)]
    try:
        printed = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True, timeout=LIMIT).stdout
    except subprocess.TimeoutExpired as ended:
        printed = ended.stdout or b""
    for line in printed.decode().splitlines():
        name, _, value = line.rpartition("\t")
        yield name, float(value)


def build(folder: str, size: str) -> None:
    """Make the record of that size."""
    begun = _worked()
    made = synthetic.build(Path(folder), int(size))
    _say("make the record, s", _worked() - begun)
    for name, value in asdict(made).items():
        _say(name, value)


def publish(folder: str) -> None:
    """Publish a large workbook on top of the record."""
    from bukhara.service import Service

    book = workbooks.made(Path(folder) / "bench.xlsx", BOOK)
    service = Service(synthetic.settings_of(Path(folder)))
    service.ready()
    begun = _worked()
    assert service.publish([book], "bench", "large").changed, "the workbook is new"
    _say(f"publish {BOOK:,} rows from a workbook, s", _worked() - begun)


def pages(folder: str) -> None:
    """Start the application, then ask for each page for the first time and again."""
    begun = _worked()
    get = _application(folder)
    _say("create_app to /readyz, s", _worked() - begun)
    for page in PAGES:
        _say(f"{page}, cold, ms", 1000 * _timed(get, page))
        _say(f"{page}, warm, ms", 1000 * statistics.median(_timed(get, page) for _ in range(WARM_RUNS)))


def workers(folder: str) -> None:
    """Ask two workers for every page twice; what their processes take together, shared memory counted once."""
    with serving(Path(folder)) as base:
        for page in PAGES * 2:
            urllib.request.urlopen(base + page).read()
        _say("two workers after every page twice, MB", sum(memory.sizes(Path(folder) / "server.log")) // 1024)


def _application(folder: str) -> Callable[[str], Any]:
    from app import create_app

    client = create_app(synthetic.settings_of(Path(folder))).server.test_client()

    def get(path: str) -> None:
        answer = client.get(path, headers={"Accept-Encoding": "br"}, follow_redirects=True)
        assert answer.status_code == 200, f"{path}: {answer.status}"

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


def _say(name: str, value: float) -> None:
    print(name, value, sep="\t", flush=True)


if __name__ == "__main__":
    if sys.argv[1:]:
        {"build": build, "publish": publish, "pages": pages, "workers": workers}[sys.argv[1]](*sys.argv[2:])
    else:
        table()
