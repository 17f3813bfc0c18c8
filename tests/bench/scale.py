"""The record at 1 x, 10 x and 100 x: publishing, starting, every page, memory and size, with the slope of each.

Each part runs in a process of its own and is ended where one measurement takes longer than the limit.
"""

from __future__ import annotations

import argparse
import math
import os
import platform
import signal
import statistics
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING

from tests.bench import synthetic
from tests.bench.scale_parts import BOOKS, FIRST, MEMORY, PAGES, SLOW, START, page_names, publish_name
from tests.serving import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Found = Iterator[tuple[str, float]]

SIZES = tuple(synthetic.RELEASES)
LIMIT = 60
"""Seconds of work after which a measurement is ended."""
BUILD_LIMIT = 600


def table(sizes: Sequence[int] = SIZES, limit: int = LIMIT) -> None:
    """Print every measurement at every size."""
    found: dict[str, dict[int, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            for name, value in _measured(Path(folder), size, limit):
                found.setdefault(name, {})[size] = value
    print(f"\n| the record | {' | '.join(f'{size} x' for size in sizes)} | slope |\n|---|{'---|' * (len(sizes) + 1)}")
    for name, values in found.items():
        cells = (_text(name, values.get(size), limit) for size in sizes)
        print(f"| {name} | {' | '.join(cells)} | {_slope(values)} |")


def _measured(folder: Path, size: int, limit: int) -> Found:
    store = folder / str(size)
    yield from _run(("build", str(store), str(size)), BUILD_LIMIT)
    yield "size of the store, MB", sum(file.stat().st_size for file in store.rglob("*") if file.is_file()) / 1e6
    for rows in BOOKS:
        copy = folder / f"{size}-{rows}"
        copytree(store, copy)
        yield from _run(("publish", str(copy), str(rows)), limit, (publish_name(rows),))
    yield from _pages(store, limit)
    yield from _run(("memory", str(store)), SLOW, (MEMORY,))


def _pages(store: Path, limit: int) -> Found:
    """Yield the start and the pages; after a page that did not finish, the rest is asked of a new process."""
    yield from _run(("start", str(store)), limit, (START, FIRST))
    left = list(PAGES)
    while left:
        known = dict(_run(("pages", str(store), *left), limit))
        yield from known.items()
        done = sum(page_names(page)[1] in known for page in left)
        yield from (
            (name, math.inf) for page in left[done : done + 1] for name in page_names(page) if name not in known
        )
        left = left[done + 1 :]


def _run(words: tuple[str, ...], limit: int, names: Sequence[str] = ()) -> Found:
    """Yield what a process measures; `names` are those that are infinite where it did not say them in time."""
    command = [sys.executable, "-m", "tests.bench.scale_parts", *words]
    settings = os.environ | {"BENCH_LIMIT": str(limit)}
    with subprocess.Popen(command, cwd=ROOT, env=settings, stdout=subprocess.PIPE, start_new_session=True) as process:
        assert process.stdout is not None, "its output is read"
        known = []
        for line in process.stdout:
            name, _, value = line.decode().rpartition("\t")
            known.append(name)
            yield name, float(value)
        if process.wait() not in (0, -signal.SIGALRM, -signal.SIGPROF):
            print(f"{' '.join(words)} ended with {process.returncode}", file=sys.stderr)
        with suppress(ProcessLookupError):  # what it started and could not end
            os.killpg(process.pid, signal.SIGKILL)
    yield from ((name, math.inf) for name in names if name not in known)


def _text(name: str, value: float | None, limit: int) -> str:
    if value is None:
        return ""
    if math.isinf(value):
        return f"> {SLOW if name == MEMORY else limit} s"
    return f"{value:,.0f}" if value >= 100 or value.is_integer() else f"{value:.3g}"


def _slope(values: dict[int, float]) -> str:
    """Return the slope of log value over log size, by least squares; 1 is linear, 0 does not grow."""
    pairs = [(math.log(size), math.log(value)) for size, value in values.items() if 0 < value < math.inf]
    if len(pairs) < len(values) or len(pairs) < 2:
        return "" if len(pairs) == len(values) else "not known"
    return f"{statistics.linear_regression(*zip(*pairs, strict=True)).slope:.2f}"


def main() -> None:
    """Print the table with the facts of the machine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, choices=SIZES)
    parser.add_argument("--limit", type=int, default=LIMIT)
    given = parser.parse_args()
    print(f"# {platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    table(given.sizes, given.limit)


if __name__ == "__main__":
    main()
