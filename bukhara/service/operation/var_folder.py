"""The folder of run-time state: its modes, the folder in it for temporary files, and the key for form tokens."""

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from bukhara.errors import UnsafeSettings
from bukhara.service.operation import backups, store_mark
from bukhara.service.operation.scratch import abandoned, hold, is_held
from bukhara.settings import Settings

WORK = "work"
FOLDER_MODE, FILE_MODE = 0o700, 0o600
SERVER = "server-"
_held: dict[Path, int | None] = {}
"""The folders of this process, locked until it and the workers that it forked have ended."""
KEY_FILE = "secret.key"


def prepare(settings: Settings) -> None:
    """Let only the owner read what is kept, and keep temporary files in a folder of this process.

    Whatever an earlier server, backup or restore left behind in a folder of its own is deleted.
    """
    work = settings.var_dir / WORK
    work.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    tighten(settings)
    for left in leftovers(settings):
        shutil.rmtree(left, ignore_errors=True)
    if not server_runs(settings):
        for mark in work.glob("*.[rs]*"):  # of uploads that were being read when a server was killed
            mark.unlink(missing_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=SERVER, dir=work))
    _held[folder] = hold(folder)
    # also for libraries: large bodies of requests, answers that wait, workbooks that are read
    tempfile.tempdir = str(folder)


def leave() -> None:
    """Delete the folder of this process, and keep temporary files where the system does."""
    tempfile.tempdir = None
    for folder, descriptor in _held.items():
        shutil.rmtree(folder, ignore_errors=True)
        if descriptor is not None:
            os.close(descriptor)
    _held.clear()


def leftovers(settings: Settings) -> list[Path]:
    """Return the folders for temporary files of servers, backups and restores that have ended."""
    var_dir, file = settings.var_dir, settings.store_file
    places = [(var_dir / WORK, SERVER)]
    for folder in {var_dir, var_dir / backups.FOLDER, *([file.parent] if file else [])}:
        places += [(folder, backups.UNDER_WAY), (folder, backups.COMING_BACK)]
    return sorted(left for place, prefix in places for left in abandoned(place, prefix))


def server_runs(settings: Settings) -> bool:
    """Return whether a server is running on this folder."""
    return any(is_held(folder) for folder in settings.var_dir.joinpath(WORK).glob(f"{SERVER}*"))


def tighten(settings: Settings) -> None:
    """Take the rights of others from the folder and the files of the program, as far as they are ours."""
    for path, mode in _modes(settings):
        with suppress(OSError):
            path.chmod(mode)


def kept(settings: Settings) -> list[Path]:
    """Return the folder, the folders and files of the program in it, and the files of the store."""
    return [path for path, _ in _modes(settings)]


def too_open(settings: Settings) -> list[Path]:
    """Return the folders and files that others than the owner can read or write."""
    return [path for path, _ in _modes(settings) if path.stat().st_mode & 0o077]


def _modes(settings: Settings) -> Iterator[tuple[Path, int]]:
    """Yield what is in the folder, and the files of the store, with the modes that they should have."""
    var_dir, file = settings.var_dir, settings.store_file
    folders = [var_dir, var_dir / WORK, var_dir / backups.FOLDER]
    files = [var_dir / KEY_FILE, var_dir / store_mark.FILE, *var_dir.joinpath(backups.FOLDER).glob("*")]
    files += file.parent.glob(f"{file.name}*") if file else []
    yield from ((folder, FOLDER_MODE) for folder in folders if folder.is_dir())
    yield from ((each, FILE_MODE) for each in files if each.is_file())


def secret_key(settings: Settings) -> str:
    """Return the key of the settings, else one made once; raise UnsafeSettings if none can be stored."""
    if settings.secret_key:
        return settings.secret_key
    try:
        settings.var_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _kept_secret(settings.var_dir / KEY_FILE)
    except OSError as error:
        raise UnsafeSettings(f"no secret key can be kept in {settings.var_dir}; set BUKHARA_SECRET_KEY") from error


def _kept_secret(path: Path) -> str:
    """Return the key in the file; if several processes create it at once, all use that of the first."""
    if not path.is_file():
        draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(48))
        try:
            os.link(draft, path)
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return path.read_text(encoding="ascii")
