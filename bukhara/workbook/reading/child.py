"""The process that reads one file and ends: little memory, little time, no right to write a file.

The order is JSON on standard input. The output is lines `P done total` while it reads, and then the answer as JSON.
The parent process measures the time too, because this process may be attacked by the file.
"""

import gc
import os
import sys
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

import orjson

from bukhara.i18n.words import words_of
from bukhara.workbook.reading.contents import WorkbookReading
from bukhara.workbook.reading.lookups import Lookups
from bukhara.workbook.reading.reader import read_by

try:
    import resource
except ImportError:  # Windows has no such limits; there the seconds alone are counted
    resource = None  # type: ignore[assignment]

TOO_HEAVY = 3
PROGRESS = b"P"
_STATM = Path("/proc/self/statm")


def main() -> int:
    """Read the workbook of the order; return an exit code that says whether the memory was enough."""
    # a short life with few circles: looking for them costs a fifth of the time
    gc.disable()
    order = orjson.loads(sys.stdin.buffer.read())
    lookups = _lookups_of(order["lookups"]) if "lookups" in order else None
    for language in lookups.languages if lookups else ():
        words_of(language)
    _limit(int(order["memory_mb"] * 1024 * 1024), order["cpu_seconds"])
    path = Path(os.fsdecode(order["path"].encode("latin-1")))
    try:
        answer = orjson.dumps(_read(path, lookups, order) if lookups else resolve_name(order["reader"])(path))
    except (MemoryError, SystemError, ImportError):
        # where memory ends inside C code or while a module is loaded, Python says it in these words
        return TOO_HEAVY
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    return 0


def _lookups_of(given: dict[str, Any]) -> Lookups:
    pairs = {key: tuple(map(tuple, given[key])) for key in ("headings", "names")}
    lists: dict[str, Any] = {key: tuple(value) for key, value in given.items() if isinstance(value, list)}
    return Lookups(**(given | lists | pairs))


def _read(path: Path, lookups: Lookups, order: dict[str, Any]) -> WorkbookReading:
    return read_by(path, lookups, rows=order["rows"], follow=_report)


def _report(done: int, total: int) -> None:
    sys.stdout.buffer.write(PROGRESS + b" %d %d\n" % (done, total))
    sys.stdout.buffer.flush()


def _limit(memory: int, seconds: int) -> None:
    """Limit this process: address space above its present size, seconds of work, no file, no core."""
    if resource is None:
        return
    base = int(_STATM.read_text().split()[0]) * resource.getpagesize() if _STATM.exists() else memory
    for kind, most in (
        (resource.RLIMIT_AS, base + memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, allowed = resource.getrlimit(kind)
        value = most if allowed == resource.RLIM_INFINITY else min(most, allowed)
        resource.setrlimit(kind, (value, value))
