"""`inspect`: reads a workbook of unknown origin in a limited process; a bad file never raises."""

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from threading import BoundedSemaphore
from typing import IO, Any

import orjson
from pydantic import TypeAdapter

from bukhara.model.framework import Framework
from bukhara.workbook.reading.child import PROGRESS, TOO_HEAVY
from bukhara.workbook.reading.contents import WorkbookReading
from bukhara.workbook.reading.lookups import lookups_of
from bukhara.workbook.reading.reader import refused
from bukhara.workbook.reading.sheet_grid import SheetGrid
from bukhara.workbook.refusals import WorkbookDamaged

AT_ONCE = 2
_SLOTS = BoundedSemaphore(AT_ONCE)
_PROGRAM = "import sys; sys.path[:] = sys.argv[1:]; from bukhara.workbook.reading.child import main; sys.exit(main())"
# the child needs no setting, and no secret
_PASSED_ON = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "TZ")
_TURN = 0.1
_RENEWALS = 10
"""So many times its elapsed seconds a child process may live, however often it reports progress."""
_MOST_OUTPUT = 256 * 1024 * 1024
_KILLED = frozenset(-getattr(signal, name) for name in ("SIGKILL", "SIGXCPU") if hasattr(signal, name))
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildLimits:
    """The limits of one reading; `program` is the code that the child process runs.

    The seconds of work tell how heavy a file is. The elapsed ones end a process that hangs: they are counted from its
    last line of progress, so that a busy machine ends none that goes on.
    """

    memory_mb: float = 512
    cpu_seconds: int = 30
    elapsed_seconds: float = 120.0
    program: str = _PROGRAM


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """Functions of the caller that are called during reading: progress (rows done, all rows), and whether to stop."""

    progress: Callable[[int, int], None] | None = None
    cancelled: Callable[[], bool] | None = None

    def stopped(self) -> bool:
        """Return whether the caller no longer waits for the answer."""
        return self.cancelled is not None and self.cancelled()

    def report(self, line: bytes) -> None:
        """Pass a line of progress on."""
        if self.progress is not None:
            done, total = line.split()[1:3]
            self.progress(int(done), int(total))


def inspect(
    path: Path,
    framework: Framework,
    headings: Iterable[tuple[str, str]] = (),
    *,
    rows: bool = True,
    watch: Watch | None = None,
    limits: ChildLimits | None = None,
) -> WorkbookReading:
    """Return the same as `read`, from a limited child process: a file that exceeds the limits is a finding.

    `rows` False leaves the records out, for callers that only need findings. At most two files are read at once.
    """
    watching = watch or Watch()
    order = {"lookups": lookups_of(framework, headings), "rows": rows}
    try:
        reading: WorkbookReading = _asked(WorkbookReading, path, order, limits, watching)
    except WorkbookDamaged as ended:
        return refused(ended.code)
    return reading


def grids(path: Path) -> tuple[SheetGrid, ...]:
    """Return the cells of a workbook of another make, from a limited child process; none if it cannot be read."""
    reader = "bukhara.workbook.reading.sheet_grid:grids_in"
    found: tuple[SheetGrid, ...] = found_apart(reader, tuple[SheetGrid, ...], path, otherwise=())
    return found


def found_apart(reader: str, answer_type: Any, path: Path, *, otherwise: object) -> Any:
    """Return what a function, `package.module:name`, finds in a file, from a limited child process.

    That is `otherwise` for a file that cannot be read.
    """
    try:
        return _asked(answer_type, path, {"reader": reader})
    except WorkbookDamaged:
        return otherwise


def _asked(
    answer_type: Any, path: Path, order: dict[str, object], given: ChildLimits | None = None, watch: Watch | None = None
) -> Any:
    """Return the answer of a child process to an order about a file, when one of the two slots is free."""
    limits, watching = given or ChildLimits(), watch or Watch()
    place = os.fsencode(path.absolute()).decode("latin-1")
    caps = {"memory_mb": limits.memory_mb, "cpu_seconds": limits.cpu_seconds}
    _wait_for_slot(watching)
    try:
        answer = _answer(orjson.dumps({"path": place, **order, **caps}), limits, watching)
        return _adapter(answer_type).validate_json(answer)
    except ValueError as error:
        _LOG.warning("the reading of %s came back as something else", path.name)
        raise WorkbookDamaged("reader-stopped") from error
    finally:
        _SLOTS.release()


@cache
def _adapter(answer_type: Any) -> TypeAdapter[Any]:
    """Return the converter from JSON to an answer of this type; it raises ValueError for anything else."""
    return TypeAdapter(answer_type)


def _wait_for_slot(watch: Watch) -> None:
    while not _SLOTS.acquire(timeout=_TURN):
        if watch.stopped():
            raise WorkbookDamaged("check-cancelled")


def _child(program: str, order: IO[bytes]) -> subprocess.Popen[bytes]:
    home = str(Path(__file__).resolve().parents[3])
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    command = [sys.executable, "-I", "-c", program, home, *(entry for entry in sys.path if entry)]
    try:
        return subprocess.Popen(  # noqa: S603 - our own program, no shell
            command, stdin=order, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
        )
    except OSError as error:
        _LOG.warning("no process could be started to read a workbook: %s", error)
        raise WorkbookDamaged("reader-stopped") from error


def _answer(order: bytes, limits: ChildLimits, watch: Watch) -> bytes:
    """Return the answer of the child process, which is ended in every case."""
    # from a file the child takes its order when it likes: this process never waits to write
    with TemporaryFile() as file:
        file.write(order)
        file.seek(0)
        with _child(limits.program, file) as child:
            try:
                answer = _last_line(child, limits.elapsed_seconds, watch)
            finally:
                child.kill()
    code = child.returncode
    if code == TOO_HEAVY or code in _KILLED:
        raise WorkbookDamaged("file-too-heavy")
    if code:
        _LOG.warning("the process that read a workbook ended with %s", code)
        raise WorkbookDamaged("reader-stopped")
    return answer


def _last_line(child: subprocess.Popen[bytes], seconds: float, watch: Watch) -> bytes:
    """Wait for the end of the child and return the last line of its output; pass on the lines of progress before it."""
    reported = 0
    until = time.monotonic() + seconds
    end_of_all = until + _RENEWALS * seconds
    while True:
        if watch.stopped():
            raise WorkbookDamaged("check-cancelled")
        left = until - time.monotonic()
        if left <= 0:
            raise WorkbookDamaged("file-too-heavy")
        output, has_ended = _output_within(child, min(left, _TURN))
        if len(output) > _MOST_OUTPUT:
            raise WorkbookDamaged("file-too-heavy")
        while output.startswith(PROGRESS, reported) and (end := output.find(b"\n", reported)) >= 0:
            watch.report(output[reported:end])
            reported, until = end + 1, min(time.monotonic() + seconds, end_of_all)
        if has_ended:
            return output[reported:]


def _output_within(child: subprocess.Popen[bytes], seconds: float) -> tuple[bytes, bool]:
    """Return all output of the child after some seconds, and whether it has ended."""
    try:
        return child.communicate(timeout=seconds)[0], True
    except subprocess.TimeoutExpired as waiting:
        return waiting.output or b"", False
