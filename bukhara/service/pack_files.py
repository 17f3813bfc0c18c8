"""Files of packs, made in processes of their own: two at once on a machine, so that pages do not wait for them."""

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bukhara.errors import PackBusy
from bukhara.pack import Pack
from bukhara.service.var_folder import lock

AT_ONCE = 2
_LONGEST_SECONDS = 90
_PROGRAM = "import sys; sys.path[:] = sys.argv[1:]; from bukhara.exports.packs.child import main; main()"
_PASSED_ON = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "TZ")
_HOME = str(Path(__file__).resolve().parents[2])


def make(pack: Pack, kind: str, folder: Path) -> bytes:
    """Return the file of a pack; raise PackBusy if two are being made, `folder` is where that is seen."""
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    command = [sys.executable, "-I", "-c", _PROGRAM, _HOME, *(entry for entry in sys.path if entry)]
    with slot(folder):
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
def slot(folder: Path) -> Iterator[None]:
    """Hold one of the places for making a file; where locks are not known, there is no limit."""
    if sys.platform == "win32":
        yield
        return
    folder.mkdir(parents=True, exist_ok=True)
    for n in range(AT_ONCE):
        descriptor = os.open(folder / f"pack-{n}.lock", os.O_CREAT | os.O_RDWR, 0o600)
        try:
            if lock(descriptor):
                yield
                return
        finally:
            os.close(descriptor)
    raise PackBusy
