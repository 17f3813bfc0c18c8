"""`inspect`: reads a workbook of unknown origin in a limited process; a bad file never raises."""

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import BoundedSemaphore, Thread

from bukhara.model.framework import Framework
from bukhara.workbook.reading import wire
from bukhara.workbook.reading.child import PROGRESS, RESULT, TOO_HEAVY
from bukhara.workbook.reading.contents import WorkbookReading
from bukhara.workbook.reading.lookups import vocabulary_of
from bukhara.workbook.reading.reader import refused
from bukhara.workbook.reading.sheet_grid import SheetGrid
from bukhara.workbook.reading.word_text import WordForm

AT_ONCE = 2
_SLOTS = BoundedSemaphore(AT_ONCE)
_PROGRAM = "import sys; sys.path[:] = sys.argv[1:]; from bukhara.workbook.reading.child import main; sys.exit(main())"
# the child needs no setting, and no secret
_PASSED_ON = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "TZ")
_TURN = 0.1
_PIECE = 64 * 1024
_MOST_OUTPUT = 256 * 1024 * 1024
_KILLED = frozenset(-getattr(signal, name) for name in ("SIGKILL", "SIGXCPU") if hasattr(signal, name))
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildLimits:
    """The limits of one reading; `program` is the code that the child process runs."""

    memory_mb: float = 512
    cpu_seconds: int = 30
    elapsed_seconds: float = 40.0
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


class _Ended(Exception):
    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


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
    order = {"vocabulary": vocabulary_of(framework, headings), "rows": rows, "progress": watching.progress is not None}
    try:
        return wire.reading_from(_asked(path, order, limits or ChildLimits(), watching))
    except _Ended as ended:
        return refused(ended.code)
    except (ValueError, KeyError, TypeError):
        _LOG.warning("the reading of %s came back as something else", path.name)
        return refused("reader-stopped")


def grids(path: Path, limits: ChildLimits | None = None) -> tuple[SheetGrid, ...]:
    """Return the cells of a workbook of another make, from a limited child process; none if it cannot be read."""
    try:
        return wire.grids_from(_asked(path, {"what": "grids"}, limits or ChildLimits(), Watch()))
    except (_Ended, ValueError, KeyError, TypeError):
        return ()


def word_form_in(path: Path, limits: ChildLimits | None = None) -> WordForm | None:
    """Return the tables of our own Word form, from a limited child process; None for any other file."""
    try:
        return wire.form_from(_asked(path, {"what": "form"}, limits or ChildLimits(), Watch()))
    except (_Ended, ValueError, KeyError, TypeError):
        return None


def _asked(path: Path, order: dict[str, object], limits: ChildLimits, watch: Watch) -> bytes:
    """Return the answer of a child process to an order about a file, when one of the two slots is free."""
    place = os.fsencode(path.absolute()).decode("latin-1")
    caps = {"memory_mb": limits.memory_mb, "cpu_seconds": limits.cpu_seconds}
    _wait_for_slot(watch)
    try:
        return _answer(wire.to_bytes({"path": place, **order, **caps}), limits, watch)
    finally:
        _SLOTS.release()


def _wait_for_slot(watch: Watch) -> None:
    while not _SLOTS.acquire(timeout=_TURN):
        if watch.stopped():
            raise _Ended("check-cancelled")


def _child(program: str) -> subprocess.Popen[bytes]:
    home = str(Path(__file__).resolve().parents[3])
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    command = [sys.executable, "-I", "-c", program, home, *(entry for entry in sys.path if entry)]
    try:
        return subprocess.Popen(  # noqa: S603 - our own program, no shell
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
        )
    except OSError as error:
        _LOG.warning("no process could be started to read a workbook: %s", error)
        raise _Ended("reader-stopped") from error


def _answer(order: bytes, limits: ChildLimits, watch: Watch) -> bytes:
    """Return the answer of the child process, which is ended in every case."""
    child = _child(limits.program)
    heard: SimpleQueue[bytes | None] = SimpleQueue()
    talk = Thread(target=_exchange, args=(child, order, heard), daemon=True)
    talk.start()
    try:
        answer = _listen(heard, time.monotonic() + limits.elapsed_seconds, watch)
        code = child.wait(timeout=limits.elapsed_seconds)
    except subprocess.TimeoutExpired as error:
        raise _Ended("file-too-heavy") from error
    finally:
        child.kill()
        child.wait()
        talk.join()
    if code == TOO_HEAVY or code in _KILLED:
        raise _Ended("file-too-heavy")
    if code or not answer.startswith(RESULT):
        _LOG.warning("the process that read a workbook ended with %s", code)
        raise _Ended("reader-stopped")
    return answer.removeprefix(RESULT)


def _exchange(child: subprocess.Popen[bytes], order: bytes, heard: SimpleQueue[bytes | None]) -> None:
    """Send the order to the child and queue its output; runs in a thread of its own, because a pipe may block."""
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        with child.stdin:
            child.stdin.write(order)
    except OSError:
        _LOG.debug("the child did not take its order")
    with child.stdout:
        while piece := os.read(child.stdout.fileno(), _PIECE):
            heard.put(piece)
    heard.put(None)


def _listen(heard: SimpleQueue[bytes | None], until: float, watch: Watch) -> bytes:
    """Return the last line, passing on the lines of progress before it."""
    pieces: list[bytes] = []
    size = 0
    while True:
        if watch.stopped():
            raise _Ended("check-cancelled")
        left = until - time.monotonic()
        if left <= 0:
            raise _Ended("file-too-heavy")
        try:
            piece = heard.get(timeout=min(left, _TURN))
        except Empty:
            continue
        if piece is None:
            return b"".join(pieces)
        pieces.append(piece)
        size += len(piece)
        if size > _MOST_OUTPUT:
            raise _Ended("file-too-heavy")
        if pieces[0].startswith(PROGRESS):
            rest = _passed_on(b"".join(pieces), watch)
            pieces = [rest] if rest else []


def _passed_on(text: bytes, watch: Watch) -> bytes:
    """Report every whole line of progress; return the rest."""
    while text.startswith(PROGRESS) and b"\n" in text:
        line, _, text = text.partition(b"\n")
        watch.report(line)
    return text
