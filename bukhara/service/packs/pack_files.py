"""Files of packs, made in processes of their own: two at once on a machine, so that pages do not wait for them."""

import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bukhara.errors import PackBusy
from bukhara.model.messages import N_
from bukhara.pack import Pack
from bukhara.service.operation.scratch import lock

AT_ONCE = 2
BUSY = N_("Other files are being made at the moment. Please try again in a few seconds.")
LONGEST_WAIT = 20.0
"""So many seconds a request waits for its turn."""
Places = tuple[str, int, float]
OF_STAFF, OF_PUBLIC, OF_COPY = ("pack", AT_ONCE, LONGEST_WAIT), ("pack", AT_ONCE - 1, 5.0), ("copy", 1, 600.0)
"""The name and number of places, and how many seconds to wait for one. Whoever is not signed in leaves one place to
those who are; a static copy has a place of its own, which no reader takes."""
ASKED_BY = "bukhara.places"
"""The key of the WSGI environment by which a copy says so."""
_LONGEST_SECONDS = 90
_PROGRAM = "import sys; sys.path[:] = sys.argv[1:]; from bukhara.exports.packs.child import main; main()"
_PASSED_ON = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "TZ")
_HOME = str(Path(__file__).resolve().parents[2])


def make(
    build: Callable[[], Pack], kinds: Iterable[str], folder: Path, places: Places = OF_STAFF
) -> tuple[Pack, dict[str, bytes]]:
    """Return a pack and its files by their kind; wait until few enough others are being made.

    Args:
        build: makes the slides; it is called after the waiting.
        kinds: formats, such as "pptx".
        folder: where running processes are counted.
        places: those of who asks for it.

    Raises:
        PackBusy: the waiting took longer than it may for `places`.
    """
    name, number, seconds = places
    with slot(folder, seconds, places=number, name=name):
        pack = build()
        return pack, {kind: made(pack, kind) for kind in kinds}


def made(pack: Pack, kind: str) -> bytes:
    """Return the file of a pack in a format, made in a process of its own; the caller holds a `slot`."""
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    command = [sys.executable, "-I", "-c", _PROGRAM, _HOME, *(entry for entry in sys.path if entry)]
    done = subprocess.run(  # noqa: S603 - our own program, no shell
        command,
        input=pickle.dumps((kind, pack)),
        stdout=subprocess.PIPE,
        env=environment,
        timeout=_LONGEST_SECONDS,
        check=True,
    )
    return done.stdout


@contextmanager
def slot(
    folder: Path, seconds: float = LONGEST_WAIT, *, places: int = AT_ONCE, name: str = OF_STAFF[0]
) -> Iterator[None]:
    """Hold one of the first places for making a file, waiting for it; where locks are not known, there is no limit."""
    if sys.platform == "win32":
        yield
        return
    folder.mkdir(parents=True, exist_ok=True)
    end = time.monotonic() + seconds
    while (held := _free_place(folder, places, name)) is None:
        if time.monotonic() > end:
            raise PackBusy
        time.sleep(0.1)
    try:
        yield
    finally:
        os.close(held)


def _free_place(folder: Path, places: int, name: str) -> int | None:
    """Return an open file that holds the last free one of the locks, or None if others hold all of them."""
    for n in reversed(range(places)):
        descriptor = os.open(folder / f"{name}-{n}.lock", os.O_CREAT | os.O_RDWR, 0o600)
        if lock(descriptor):
            return descriptor
        os.close(descriptor)
    return None
