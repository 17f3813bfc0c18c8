"""A mark beside secret.key: a store was made here, so a lost one is not replaced by a new one in silence."""

import os
from pathlib import Path

from sqlalchemy import make_url

from bukhara.errors import StoreUnavailable
from bukhara.settings import Settings

FILE = "store.mark"


def is_marked(settings: Settings) -> bool:
    """Return whether a store was made for these settings before."""
    return _file(settings).is_file()


def write(settings: Settings) -> None:
    """Write the mark, unless it is there; it names the database, without a password."""
    file = _file(settings)
    if file.is_file():
        return
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT, 0o600), "w", encoding="utf-8") as mark:
        mark.write(f"{database_name(settings)}\n")


def lost(settings: Settings) -> StoreUnavailable:
    """Return the error for a store that was made and is missing or empty now."""
    return StoreUnavailable(
        f"the store {database_name(settings)} is missing or empty, and there was one ({_file(settings)}). "
        "Restore a copy with `bukhara restore FILE`, or make a new store with `bukhara init`."
    )


def database_name(settings: Settings) -> str:
    """Return the address of the database without a password; of a file its path."""
    url = make_url(settings.database_url)
    return str(url.database) if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)


def _file(settings: Settings) -> Path:
    return settings.var_dir / FILE
