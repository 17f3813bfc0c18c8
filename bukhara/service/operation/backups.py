"""Backups: the database in a ZIP file with a label, checksummed and verified, and back in place.

A backup holds the whole store: releases, drafts with their files, accounts, audit log. It holds no secret key.
"""

import hashlib
import json
import zipfile
import zlib
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from bukhara.errors import StoreUnavailable, disk_error
from bukhara.service.operation import store_mark
from bukhara.service.operation.scratch import scratch
from bukhara.settings import Settings
from bukhara.store import Store, copies, notices, schema_upgrade
from bukhara.store.engine import sqlite_choice
from bukhara.store.error_map import kind_of, store_errors

FOLDER, _LAST = "backups", "last-backup"
UNDER_WAY, COMING_BACK = ".backup-", ".restore-"
"""How the folders of a backup and of a restore that are under way begin; each holds a whole store."""
_DATA, _LABEL = "store", "backup.json"


def backup(store: Store, target: Path) -> dict[str, Any]:
    """Write a backup while others read and write; return its label.

    The file gets its name when it is complete and was read back; an older file of that name stays until then.
    """
    try:
        with scratch(target.parent, UNDER_WAY) as folder:
            copy, packed = folder / _DATA, folder / "packed"
            with store_errors(store.engine):
                found = copies.dump(store.engine, copy)
            made_at, program = datetime.now(UTC).isoformat(), version("bukhara-monitor")
            label = {**found, "made_at": made_at, "version": program, "sha256": _hash(copy)}
            with zipfile.ZipFile(packed, "x", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr(_LABEL, json.dumps(label, indent=1))
                archive.write(copy, _DATA)
            _unpack(packed, folder / "read-back")
            packed.chmod(0o600)
            packed.replace(target)
    except (OSError, sqlite_choice().module.Error) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        kind = type(disk_error(error) or StoreUnavailable("")) if isinstance(error, OSError) else kind_of(error)
        raise kind(f"no backup was made as {target}: {reason}") from error
    return label


def make(settings: Settings, target: Path) -> dict[str, Any]:
    """Write a backup of the store of the settings, whatever its version, and note the time for `bukhara doctor`."""
    if not settings.has_store:
        raise StoreUnavailable(f"there is no store {store_mark.database_name(settings)}")
    store = Store(settings.database_url)
    try:
        label = backup(store, target)
        _note(store, label)
    finally:
        store.close()
    return label


def last(connection: Connection) -> datetime | None:
    """Return when the last backup was made, by whichever machine, or None."""
    made_at = notices.get(connection, _LAST)
    return datetime.fromisoformat(made_at) if made_at else None


def _note(store: Store, label: dict[str, Any]) -> None:
    """Store the time of a backup in the store itself; one of an older version has no place for it."""
    if label["revision"] == schema_upgrade.head():
        with store.transaction() as connection:
            notices.put(connection, _LAST, label["made_at"], datetime.now(UTC))


def before_upgrade(settings: Settings, store: Store) -> Path:
    """Write a backup of a store of an older version into the folder of backups."""
    return _aside(settings, store, f"before-upgrade-{store.revision()}")


def restore(settings: Settings, source: Path, *, server_runs: bool) -> tuple[dict[str, Any], Path | None]:
    """Put a backup in place of the store; return its label and what the present store was put aside as.

    Raises StoreUnavailable for a backup that is damaged or does not fit, and while the store is in use.
    """
    place = settings.store_file.parent if settings.store_file else settings.var_dir
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    with scratch(place, COMING_BACK) as folder:
        copy = folder / _DATA
        label, store = _unpack(source, copy), Store(settings.database_url)
        try:
            _refuse_unfit(settings, store, label)
            with store_errors(store.engine):
                copies.verify(store.engine, copy)
                if server_runs or copies.is_in_use(store.engine):
                    raise StoreUnavailable("the store is in use: stop the server and other commands first")
                aside = _put_in_place(settings, store, copy)
            _note(store, label)
        finally:
            store.close()
    store_mark.renew(settings)
    return label, aside


def move(settings: Settings, address: str, *, server_runs: bool) -> dict[str, int]:
    """Put every row of the store into the empty database at an address; return the number of rows of each table.

    The store stays as it is. Raises StoreUnavailable while it is in use, and for a database with anything in it.
    """
    store, other = Store(settings.database_url), Store(address)
    try:
        if store.is_empty() or store.revision() != schema_upgrade.head():
            raise StoreUnavailable("the store is empty or of an older version: start this version on it once")
        if not other.is_empty() or other.revision() is not None:
            raise StoreUnavailable("the other database is not empty")
        store.close()  # this process is none of those that use it
        if server_runs or copies.is_in_use(store.engine):
            raise StoreUnavailable("the store is in use: stop the server and other commands first")
        with store_errors(other.engine), schema_upgrade.locked(other.engine) as connection:
            return copies.move(store.engine, connection)
    finally:
        store.close()
        other.close()


def _put_in_place(settings: Settings, store: Store, copy: Path) -> Path | None:
    if settings.store_file:
        return copies.load(store.engine, copy, f"{settings.store_file.name}.before-restore-{_stamp()}")
    kept = None if store.is_empty() else _aside(settings, store, "before-restore")
    copies.load(store.engine, copy, "")
    return kept


def _refuse_unfit(settings: Settings, store: Store, label: dict[str, Any]) -> None:
    if label["engine"] != store.engine.dialect.name:
        raise StoreUnavailable(
            f"the backup is one of {label['engine']}, the store is not (BUKHARA_DATABASE_URL): restore it where it is "
            "from, then bukhara move"
        )
    schema_upgrade.refuse_unknown(label["revision"])
    if label["exercise"] not in (None, settings.exercise):
        raise StoreUnavailable(f"the backup holds {'the exercise' if label['exercise'] else 'the real record'}")


def _unpack(source: Path, target: Path) -> dict[str, Any]:
    """Write the database of a backup to `target`; raise StoreUnavailable if anything in it was changed."""
    try:
        with zipfile.ZipFile(source) as archive:
            label: dict[str, Any] = json.loads(archive.read(_LABEL))
            with archive.open(_DATA) as packed, target.open("xb") as unpacked:
                while piece := packed.read(1024 * 1024):
                    unpacked.write(piece)
    except (zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError, NotImplementedError) as error:
        raise StoreUnavailable(f"{source} is damaged or no backup; use an earlier one") from error
    if label.get("sha256") != _hash(target):
        raise StoreUnavailable(f"{source} is damaged: its checksum is another one; use an earlier one")
    return label


def _aside(settings: Settings, store: Store, name: str) -> Path:
    folder = settings.var_dir / FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = folder / f"{name}-{_stamp()}.zip"
    backup(store, target)
    return target


def _hash(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _stamp() -> str:
    return datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
