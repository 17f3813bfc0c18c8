"""A mark beside secret.key: a store was made here, and what it acknowledged last.

So a lost store is not replaced by a new one in silence, and one that is older than its last answers is noticed.
"""

import os
from contextlib import suppress
from pathlib import Path

from sqlalchemy import make_url

from bukhara.errors import StoreUnavailable
from bukhara.settings import Settings
from bukhara.store import Acknowledged, Store

FILE = "store.mark"


def is_expected(settings: Settings) -> bool:
    """Return whether there must be a store: one was made here before, or the settings forbid to make one."""
    return _file(settings).is_file() or not settings.new_store


def write(settings: Settings) -> None:
    """Write the mark, unless it is there; it names the database, without a password."""
    if not _file(settings).is_file():
        renew(settings)


def renew(settings: Settings, newest: Acknowledged | None = None) -> None:
    """Write the mark, also over another one, with what the store acknowledged, if it has since the mark was made.

    What is acknowledged is one line of always the same length, so that threads and processes may write at once.
    """
    file = _file(settings)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    last = f"{newest.release:10} {newest.row:12} {newest.hash}\n" if newest else ""
    mark = os.open(file, os.O_WRONLY | os.O_CREAT | (0 if newest else os.O_TRUNC), 0o600)
    try:
        os.write(mark, f"{database_name(settings)}\n{last}".encode())
    finally:
        os.close(mark)


def acknowledge(settings: Settings, newest: Acknowledged) -> None:
    """Keep what the store has acknowledged. Where it cannot be written, an older line stays, which is true as well."""
    with suppress(OSError):
        renew(settings, newest)


def acknowledged(settings: Settings) -> Acknowledged | None:
    """Return what the store acknowledged last, as far as it was kept."""
    try:
        _, release, row, digest = _file(settings).read_text(encoding="utf-8").rsplit(maxsplit=3)
        return Acknowledged(int(release), int(row), digest)
    except (OSError, ValueError):
        return None


def lost(settings: Settings) -> StoreUnavailable:
    """Return the error for a store that must be there and is missing or empty."""
    why = f"there was one ({_file(settings)})" if _file(settings).is_file() else "BUKHARA_NEW_STORE is false"
    return StoreUnavailable(
        f"the store {database_name(settings)} is missing or empty, and {why}. "
        "Restore a copy with `bukhara restore FILE`, or make a new store with `bukhara init`."
    )


def outdated(settings: Settings, known: Acknowledged) -> tuple[str, str]:
    """Return what is wrong with a store that is older than what it acknowledged, and the cure."""
    reason = f"the store is older than what it acknowledged: release {known.release}, row {known.row} of the audit log"
    cure = f"bukhara restore FILE, with the newest backup. If this store is meant: rm '{_file(settings)}'."
    return reason, cure


def database_name(settings: Settings) -> str:
    """Return the address of the database without a password; of a file its path."""
    url = make_url(settings.database_url)
    return str(url.database) if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)


def _file(settings: Settings) -> Path:
    return settings.var_dir / FILE


def refuse_other_record(settings: Settings, store: Store) -> None:
    """Refuse a store of the other kind: invented figures are never shown as the real record."""
    newest = store.ready()
    assert newest is not None, "a seeded store has a release"
    if store.framework_version(newest).exercise != settings.exercise:
        held = "the real record" if settings.exercise else "the exercise"
        raise StoreUnavailable(f"the store holds {held}; set BUKHARA_VAR_DIR or BUKHARA_DATABASE_URL to another")
