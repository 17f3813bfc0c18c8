"""Folders for temporary files of one process: locked while it runs, so that those of a killed one are found."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def scratch(place: Path, prefix: str) -> Iterator[Path]:
    """Hold a new folder in `place` and delete it afterwards, with those that killed processes left there."""
    for left in abandoned(place, prefix):
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(dir=place, prefix=prefix) as folder:
        descriptor = hold(Path(folder))
        try:
            yield Path(folder)
        finally:
            if descriptor is not None:
                os.close(descriptor)


def abandoned(place: Path, prefix: str) -> list[Path]:
    """Return the folders in `place` whose process has ended."""
    return [folder for folder in place.glob(f"{prefix}*") if folder.is_dir() and not is_held(folder)]


def hold(folder: Path) -> int | None:
    """Lock a folder until the descriptor is closed, here and in processes that are forked; None on Windows."""
    if sys.platform == "win32":
        return None
    descriptor = os.open(folder, os.O_RDONLY)
    lock(descriptor)
    return descriptor


def is_held(folder: Path) -> bool:
    """Return whether a process that runs has locked a folder."""
    if sys.platform == "win32":
        return False
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        return not lock(descriptor)
    finally:
        os.close(descriptor)


def lock(descriptor: int) -> bool:
    """Lock a file until it is closed; return False if another process has locked it. Not for Windows."""
    import fcntl  # noqa: PLC0415 - not there on Windows

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
