"""The checks of `bukhara doctor`: each names what is wrong and what to do; nothing is changed."""

import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from bukhara import framework
from bukhara.errors import RESTORE, BukharaError, StoreDamaged
from bukhara.i18n.readers import SIGNED, is_public, readings
from bukhara.model.access import Account, Role
from bukhara.model.frozen import FrozenPack
from bukhara.service.operation import backups, store_mark, var_folder
from bukhara.service.operation.seed import unpublished
from bukhara.service.operation.var_folder import KEY_FILE
from bukhara.settings import Settings, refuse_unsafe, variables_without_effect
from bukhara.store import Store, accounts, audit_log, health, packs
from bukhara.store.account_chain import changed_by_hand
from bukhara.store.error_map import store_errors

BACKUP_DAYS = 7
LEAST_FREE = 200 * 1024**2
_STORE_ENDS = ("", "-wal", "-shm", "-journal")


@dataclass(frozen=True, slots=True)
class Result:
    """One check: nothing wrong where `reason` is empty; a warning does not change the exit code."""

    check: str
    reason: str = ""
    cure: str = ""
    warning: bool = False

    @property
    def failed(self) -> bool:
        """Whether something is wrong that must be mended."""
        return bool(self.reason) and not self.warning


Found = Iterator[Result]


def examine(settings: Settings, now: datetime) -> tuple[Result, ...]:
    """Return the result of every check; a check that cannot be made says why."""
    checks: dict[str, Callable[[], Found]] = {
        "settings": lambda: _settings(settings),
        "framework": lambda: _framework(settings),
        "modes": lambda: _modes(settings),
        "disk": lambda: _disk(settings),
        "leftovers": lambda: _leftovers(settings),
        "store": lambda: _store(settings, now),
    }
    results: list[Result] = []
    for name, check in checks.items():
        found = list(_safely(name, check))
        results += found or [Result(name)]
    return tuple(results)


def _safely(name: str, check: Callable[[], Found]) -> Found:
    try:
        yield from check()
    except (BukharaError, OSError) as error:
        yield Result(name, str(error), "Correct what the sentence names, then run bukhara doctor again.")


def _settings(settings: Settings) -> Found:
    refuse_unsafe(settings)
    if settings.has_tls and not settings.secret_key:
        file = settings.var_dir / KEY_FILE
        reason = f"BUKHARA_SECRET_KEY is not set: forms are signed with {file}, which no backup has"
        yield Result("settings", reason, "Set it, on each machine the same: bukhara secret prints one.", warning=True)
    if not settings.contacts:
        reason = "BUKHARA_CONTACT is not set: no page says whom a reader without an account writes to"
        yield Result("settings", reason, "Set it to an address, telephone or page of the secretariat.", warning=True)
    for each in settings.languages:
        if not is_public(each):
            signed = sum(found.state == SIGNED for found in readings(each).values())
            reason = f"only who is signed in sees {each}: {signed} of its texts are signed by an institution, not all"
            yield Result("settings", reason, "Have it read: docs/translating.md says how.", warning=True)
    for name in variables_without_effect():
        cure = "Take it out, or correct its name: the settings are listed in docs/settings.md."
        yield Result("settings", f"{name} is no setting and has no effect", cure, warning=True)


def _framework(settings: Settings) -> Found:
    framework.load(settings.framework_file, exercise=settings.exercise)
    return iter(())


def _modes(settings: Settings) -> Found:
    for path in var_folder.too_open(settings):
        yield Result("modes", f"others can read {path}", f"chmod go= '{path}'")


def _disk(settings: Settings) -> Found:
    place = next(folder for folder in (settings.var_dir, *settings.var_dir.parents) if folder.exists())
    file = settings.store_file
    needed = max(LEAST_FREE, 2 * file.stat().st_size if file and file.exists() else 0)
    free = shutil.disk_usage(place).free
    if free < needed:
        yield Result("disk", f"{free // 1024**2} MB are free at {place}", f"Make {needed // 1024**2} MB free there.")


def _leftovers(settings: Settings) -> Found:
    for folder in var_folder.leftovers(settings):
        reason = f"{folder} is of a server, backup or restore that ended"
        yield Result("leftovers", reason, "The next start deletes it.", warning=True)


def _store(settings: Settings, now: datetime) -> Found:
    """Check the database and what is known of its backups; without one, say whether there ever was one.

    A store whose files cannot be used is not opened: nothing is wrong with what is in it.
    """
    unusable = [Result("access", reason, cure) for reason, cure in _unusable_files(settings)]
    if unusable:
        yield from unusable
        return
    if not settings.has_store:
        if store_mark.is_expected(settings):
            raise store_mark.lost(settings)
        yield Result("store", "there is no store yet", "The first start makes it.", warning=True)
        return
    store = Store(settings.database_url)
    try:
        damage = _damage(store)
        yield from _each("integrity", damage, f"{RESTORE}.")
        if damage:
            return
        if store.is_empty():
            raise store_mark.lost(settings)
        yield from _database(settings, store, now)
    finally:
        store.close()


def _damage(store: Store) -> list[str]:
    try:
        with store_errors(store.engine), store.engine.connect() as connection:
            return health.damage(connection)
    except StoreDamaged as error:
        return [str(error)]


def _database(settings: Settings, store: Store, now: datetime) -> Found:
    known = store_mark.acknowledged(settings)
    with store_errors(store.engine):
        schema = health.schema(store.engine)
        if any(line.startswith("revision") for line in schema):
            yield from _each("schema", schema, "Restart the server: it upgrades the store, or says what to do.")
            return
        lost = [line for line in schema if line.startswith("trigger")]
        yield from _each(
            "schema", lost, "Restart the server: it makes the triggers anew. Then run bukhara doctor again."
        )
        yield from [Result("schema", line, f"{RESTORE} made before that.") for line in schema if line not in lost]
        with store.engine.connect() as connection:
            yield from _each(
                "orphans", health.orphans(connection), "bukhara restore FILE, or ask who changed the store."
            )
            yield from _each("rows", health.altered(connection), "Compare with a backup, and ask who had access.")
            yield from _each("audit", health.forged(connection), "Compare with a backup, and ask who had access.")
            yield from _each(
                "accounts",
                changed_by_hand(connection),
                "bukhara user roles or disable, as it should be; ask who had access.",
            )
            if known and not audit_log.holds(connection, known):
                yield Result("age", *store_mark.outdated(settings, known))
            last = backups.last(connection)
            yield from _two_persons(settings, accounts.every(connection))
            yield from _presented(packs.frozen(connection))
    for command in unpublished(settings, store):
        yield Result(
            "data",
            "data that came with this version are not published yet; bukhara diff shows what they change",
            command,
            warning=True,
        )
    yield _backup(last, min(release.created_at for release in store.releases()), now)


def _each(check: str, found: list[str], cure: str) -> Found:
    yield from [Result(check, line, cure) for line in found] or [Result(check)]


def _two_persons(settings: Settings, known: tuple[Account, ...]) -> Found:
    approving = [each for each in known if Role.SECRETARIAT in each.roles]
    if len(approving) > 1 and not settings.two_persons:
        reason = "two accounts can approve, and each may approve its own workbook"
        yield Result("settings", reason, "Set BUKHARA_TWO_PERSONS=1.", warning=True)


def _presented(frozen: tuple[FrozenPack, ...]) -> Found:
    """Warn of files that were never made of what was presented: an upgrade may take their format away."""
    for pack in (each for each in frozen if each.missing and not each.withdrawn_at):
        reason = f"of “{pack.occasion}” these files were never made: {', '.join(pack.missing)}"
        cure = "Press “Make what is missing” under /packs before an upgrade. A format that is gone is not made."
        yield Result("presented", reason, cure, warning=True)


def _backup(last: datetime | None, first_release: datetime, now: datetime) -> Result:
    if now - (last or first_release) <= timedelta(days=BACKUP_DAYS):
        return Result("backup")
    reason = f"the last backup is of {last:%Y-%m-%d}" if last else "there was never a backup"
    return Result("backup", reason, "bukhara backup FILE, every day, to another disk.")


def _unusable_files(settings: Settings) -> Iterator[tuple[str, str]]:
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
