"""Finds the folders and files of a record that the program cannot use, and says why and what to do."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from bukhara.service import var_folder
from bukhara.settings import Settings

_STORE_ENDS = ("", "-wal", "-shm", "-journal")


def faults(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield what is wrong and the cure for each folder or file that the program cannot read or write.

    The program is taken to run as this account; if that is root, as the owner of the folder of run-time state.
    """
    folder = settings.var_dir
    if not folder.exists():
        return
    account = (os.geteuid() if sys.platform != "win32" else 0) or folder.stat().st_uid
    outside = _fault(folder, account, writes=True)
    if outside:
        yield outside
        return
    file = settings.store_file
    written = {file.with_name(file.name + end) for end in _STORE_ENDS} if file else set()
    for path in var_folder.kept(settings):
        found = _fault(path, account, writes=path.is_dir() or path in written)
        if found:
            yield found


def _fault(path: Path, account: int, *, writes: bool) -> tuple[str, str] | None:
    found = path.stat()
    if found.st_uid != account:
        reason = f"{path} belongs to account {found.st_uid}, and the program runs as account {account}"
        return reason, f"chown {account} '{path}'"
    rights = {"r": stat.S_IRUSR, "w": stat.S_IWUSR if writes else 0, "x": stat.S_IXUSR if path.is_dir() else 0}
    missing = "".join(letter for letter, bit in rights.items() if bit and not found.st_mode & bit)
    if missing:
        return f"the program cannot use {path}: its owner lacks the right {missing}", f"chmod u+{missing} '{path}'"
    if writes and not os.access(path, os.W_OK):
        return f"{path} cannot be written, although its rights allow it", "Mount its disk for writing."
    return None
