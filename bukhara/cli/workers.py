"""Worker processes: forked from one prepared process, replaced when they end, stopped together."""

from __future__ import annotations

import logging
import os
import resource
import select
import signal
import time
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable

    Work = Callable[[Callable[[], None]], None]

STOP = (signal.SIGTERM, signal.SIGINT)
GRACE_SECONDS = 35
OPEN_FILES = 4096  # of a worker: three for each of its connections, and its own
_LOG = logging.getLogger(__name__)


class Workers:
    """Keeps a number of processes running.

    `work(leave)` runs in each. It calls `leave` when it accepts nothing new: its successor starts at once, while it
    finishes its work. A process that ends in any other way, killed or not, is replaced too.
    """

    def __init__(self, work: Work, count: int) -> None:
        """Store the work and the number of processes; nothing is started."""
        self._work, self._count = work, count
        self._at_work: dict[int, float] = {}  # by the pipe that is open as long as a worker takes new work
        self._alive: set[int] = set()

    def run(self) -> None:
        """Run until SIGTERM or Ctrl-C; then let the processes finish, and kill those that do not."""
        _allow_open_files()
        for number in STOP:
            signal.signal(number, signal.default_int_handler)
        try:
            while True:
                while len(self._at_work) < self._count:
                    self._start()
                self._wait()
        except KeyboardInterrupt:
            self._end()

    def _start(self) -> None:
        reader, writer = os.pipe()
        signal.pthread_sigmask(signal.SIG_BLOCK, STOP)  # a signal must not find a process that is not noted yet
        pid = os.fork()
        if pid == 0:
            self._become(writer)
        os.close(writer)
        self._alive.add(pid)
        self._at_work[reader] = time.monotonic()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOP)
        _LOG.info("worker %d starts", pid)

    def _become(self, writer: int) -> NoReturn:
        code = 1
        try:
            for number in STOP:
                signal.signal(number, signal.SIG_DFL)
            signal.pthread_sigmask(signal.SIG_UNBLOCK, STOP)
            self._work(lambda: _leave(writer))
            code = 0
        except Exception:  # noqa: BLE001 - it is logged, and the process ends
            _LOG.exception("worker %d failed", os.getpid())
        finally:
            os._exit(code)

    def _wait(self) -> None:
        """Wait a few seconds at most for a worker that accepts nothing new; note which have ended."""
        for reader in select.select(list(self._at_work), [], [], 5.0)[0]:
            failed = not os.read(reader, 1)
            os.close(reader)
            if time.monotonic() - self._at_work.pop(reader) < 1 and failed:
                time.sleep(1)  # what fails at once would fail a thousand times a second
        self._note_ended()

    def _note_ended(self) -> None:
        for pid in list(self._alive):
            ended, status = os.waitpid(pid, os.WNOHANG)
            if ended:
                self._alive.remove(pid)
                _LOG.log(logging.WARNING if status else logging.INFO, "worker %d has ended (%d)", pid, status)

    def _end(self) -> None:
        for pid in self._alive:
            os.kill(pid, signal.SIGTERM)
        end = time.monotonic() + GRACE_SECONDS
        while self._alive and time.monotonic() < end:
            time.sleep(0.05)
            self._note_ended()
        for pid in self._alive:
            os.kill(pid, signal.SIGKILL)


def _leave(writer: int) -> None:
    os.write(writer, b".")


def _allow_open_files() -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    highest = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, highest), hard))
