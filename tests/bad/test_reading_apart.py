"""The child that reads: the same reading as in this process, ended in every case, never an exception."""

import os
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bukhara.workbook import read
from bukhara.workbook.reading.inspection import AT_ONCE, ChildLimits, Watch, inspect
from tests.bad.bad_sheets import ALL_SHEETS
from tests.bad.baseline import FRAMEWORK, PARTNERS, STATISTICS, TRACKER, edited, put, valid

LONG = 1000.0  # longer than the suite lets a test take
GARBAGE = "import sys; sys.stdin.read(); sys.stdout.write('{\"readable\": 1}'); sys.stdout.flush()"
HANGS = "import signal; signal.pause()"
FOR_EVER = {
    "hangs": HANGS,
    "hangs before its order": "import sys, signal; sys.stdin.read(1); signal.pause()",
    "works for ever": "while True: pass",
    "reports for ever": "import time\nwhile True: print('P 1 2', flush=True); time.sleep(0.01)",
}
ENDS = {
    "is killed": ("file-too-heavy", "import os; os.kill(os.getpid(), 9)"),
    "aborts": ("reader-stopped", "import os; os.abort()"),
    "ends with an error": ("reader-stopped", "import sys; sys.stdin.read(); raise SystemExit(1)"),
    "says nothing": ("reader-stopped", "import sys; sys.stdin.read()"),
    "says garbage": ("reader-stopped", GARBAGE),
    "says no JSON": ("reader-stopped", "import sys; sys.stdin.read(); sys.stdout.write('x' * 100)"),
}


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    path = tmp_path / "workbook.xlsx"
    path.write_bytes(valid(TRACKER))
    return path


@pytest.fixture
def many(tmp_path: Path) -> Path:
    """A sheet of more than two thousand rows: enough to need memory of its own."""

    def change(book: Any) -> None:
        row = [cell.value for cell in book["Statistics"][3]]
        for number in range(2100):
            book["Statistics"].append([*row[:-1], f"row {number}"])

    path = tmp_path / "many.xlsx"
    path.write_bytes(edited(valid(STATISTICS), change))
    return path


def _children() -> set[str]:
    mine = str(os.getpid())
    found = set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if fields[1] == mine:
            found.add(stat.parent.name)
    return found


def _open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


@pytest.mark.parametrize(
    "content",
    [*(partial(valid, kind) for kind in (TRACKER, STATISTICS, PARTNERS)), *(bad.content for bad in ALL_SHEETS[::30])],
)
def test_it_reads_what_is_read_in_this_process(content: Callable[[], bytes], tmp_path: Path) -> None:
    path = tmp_path / "workbook.xlsx"
    path.write_bytes(content())
    assert inspect(path, FRAMEWORK) == read(path, FRAMEWORK)


def test_without_rows_the_findings_are_the_same(workbook: Path) -> None:
    workbook.write_bytes(edited(valid(TRACKER), lambda book: put(book, TRACKER, 3, {"country": " KAZ "})))
    bare, whole = inspect(workbook, FRAMEWORK, rows=False), inspect(workbook, FRAMEWORK)
    assert (bare.findings, bare.countries, bare.statements) == (whole.findings, whole.countries, ())
    assert len(whole.statements) == 3


def test_a_heading_of_their_own_is_read_by_what_it_means(workbook: Path) -> None:
    def change(book: Any) -> None:
        book["Statements"].delete_rows(1)
        book["Statements"]["F1"] = "Как обстоит дело"

    workbook.write_bytes(edited(valid(TRACKER), change))
    assert "missing-column" in {finding.code for finding in inspect(workbook, FRAMEWORK).findings}
    reading = inspect(workbook, FRAMEWORK, headings=[("Как обстоит дело", "status")])
    assert (reading.findings, len(reading.statements)) == ((), 3)


@pytest.mark.parametrize("trouble", [*FOR_EVER, *ENDS])
def test_a_child_in_trouble_is_a_finding_and_leaves_nothing(trouble: str, workbook: Path) -> None:
    code, program = ENDS.get(trouble) or ("file-too-heavy", FOR_EVER[trouble])
    limits = ChildLimits(elapsed_seconds=0.3 if trouble in FOR_EVER else LONG, program=program)
    before, files = _children(), _open_files()
    reading = inspect(workbook, FRAMEWORK, limits=limits)
    assert (reading.readable, [finding.code for finding in reading.findings]) == (False, [code])
    assert _children() == before
    assert _open_files() <= files + 2


def test_seconds_of_work_are_counted(workbook: Path) -> None:
    reading = inspect(workbook, FRAMEWORK, limits=ChildLimits(cpu_seconds=0))
    assert [finding.code for finding in reading.findings] == ["file-too-heavy"]


def test_wherever_memory_ends_the_finding_says_so(many: Path) -> None:
    readings = [inspect(many, FRAMEWORK, limits=ChildLimits(memory_mb=most / 2)) for most in range(0, 30, 6)]
    seen = [reading.findings[0].code for reading in readings if not reading.readable]
    assert set(seen) == {"file-too-heavy"}
    assert 0 < len(seen) < len(readings)


def test_progress_is_reported_while_rows_are_read(many: Path) -> None:
    seen: list[tuple[int, int]] = []
    inspect(many, FRAMEWORK, rows=False, watch=Watch(progress=lambda done, total: seen.append((done, total))))
    assert [done for done, _ in seen] == [1000, 2000]
    assert all(total >= 2100 for _, total in seen)


def test_a_slow_machine_ends_no_reading_that_goes_on(workbook: Path) -> None:
    """It takes longer than the limit, but never so long between two lines of progress."""
    goes_on = "import time, sys\nfor n in range(6): print('P', n, 6, flush=True); time.sleep(1)\nprint('{}')"
    limits = ChildLimits(elapsed_seconds=4, program=goes_on)
    assert [found.code for found in inspect(workbook, FRAMEWORK, limits=limits).findings] != ["file-too-heavy"]


def test_who_no_longer_waits_stops_it(workbook: Path) -> None:
    before, limits = _children(), ChildLimits(elapsed_seconds=LONG, program=HANGS)
    waited = iter([False, False, True])
    reading = inspect(workbook, FRAMEWORK, watch=Watch(cancelled=lambda: next(waited)), limits=limits)
    assert [finding.code for finding in reading.findings] == ["check-cancelled"]
    assert _children() == before


def _together(count: int, task: Callable[[], object]) -> None:
    threads = [threading.Thread(target=task) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def test_two_are_read_at_once_and_the_others_wait(workbook: Path) -> None:
    limits = ChildLimits(elapsed_seconds=0.6, program=HANGS)
    codes: list[str] = []
    began = time.monotonic()
    _together(2 * AT_ONCE, lambda: codes.append(inspect(workbook, FRAMEWORK, limits=limits).findings[0].code))
    assert codes == ["file-too-heavy"] * 4
    assert time.monotonic() - began >= 1.2
