"""Workbooks that come with the program: those that seed a new store, and those that are not in the record yet."""

import hashlib
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import orjson
from pydantic import TypeAdapter

from bukhara import workbook
from bukhara.errors import StoreUnavailable
from bukhara.model.codes import Severity
from bukhara.model.framework import Framework
from bukhara.model.round import Decision, Reply
from bukhara.service.publish_result import Checked, as_submission
from bukhara.settings import Settings
from bukhara.store import Store, reading
from bukhara.store.publishing import Stamp

EDITIONS = "unodc"
"""The folder of data sets; one workbook for each edition, named like its source."""
FOLDERS = ("trackers", "statistics", "partners", "updates", EDITIONS)
SHIPPED = "as shipped"
"""The note of the releases that the program publishes itself."""
REMARKS = "remarks.json"
"""The file of the data folder with the replies and decisions of an exercise."""
_EXERCISE = "exercise"
_REMARKS = TypeAdapter(dict[str, tuple[Reply | Decision, ...]])
CONTENTS = "contents.json"
"""The file of the data folder with the hashes of the blocks of each workbook, so that none is read at the start."""


def fill(store: Store, data_dir: Path, framework: Framework, stamp: Stamp) -> None:
    """Publish the shipped workbooks and remarks in an empty store."""
    # the shipped files are known: they need no process of their own
    paths = shipped_workbooks(data_dir, exercise=framework.exercise)
    checked = tuple(Checked(path, workbook.read(path, framework)) for path in paths)
    refuse_faulty(checked)
    groups = release_groups(checked, data_dir, exercise=framework.exercise)
    submissions = [[as_submission(each.reading, pre_filled=False) for each in group] for group in groups]
    store.seed(submissions, stamp, shipped_remarks(data_dir))


def shipped_workbooks(data_dir: Path, *, exercise: bool) -> tuple[Path, ...]:
    """Return the workbooks to publish, in order, from all subfolders; the record leaves out the exercise's folder.

    Raises StoreUnavailable if the data folder does not exist.
    """
    if not data_dir.is_dir():
        raise StoreUnavailable(f"there is no folder {data_dir} with the workbooks to begin with (BUKHARA_DATA_DIR)")
    found = [path for path in data_dir.rglob("*.xlsx") if not path.name.startswith("~$")]
    if not exercise:
        found = [path for path in found if path.relative_to(data_dir).parts[0] != _EXERCISE]
    return tuple(sorted(found, key=lambda path: _sort_key(path.relative_to(data_dir), exercise=exercise)))


def release_groups(checked: Sequence[Checked], data_dir: Path, *, exercise: bool) -> tuple[tuple[Checked, ...], ...]:
    """Return the workbooks in groups, one for each release.

    The record has the reading, then each edition of a data set, the oldest first; an exercise has its rounds.
    """
    if not exercise:
        editions = [each for each in checked if _edition(each)]
        first = tuple(each for each in checked if not _edition(each))
        return (first, *((each,) for each in sorted(editions, key=_edition)))
    in_order = sorted(checked, key=lambda each: _round(each, data_dir))
    return tuple(tuple(group) for _, group in groupby(in_order, key=lambda each: _round(each, data_dir)))


def shipped_remarks(data_dir: Path) -> tuple[Reply | Decision, ...]:
    """Return the replies and decisions to publish with the last release; the record has none."""
    path = data_dir / REMARKS
    if not path.is_file():
        return ()
    return tuple(each for group in _REMARKS.validate_json(path.read_bytes()).values() for each in group)


def refuse_faulty(checked: Sequence[Checked]) -> None:
    """Raise StoreUnavailable, naming the files, if a shipped workbook has errors."""
    faulty = [
        f"{each.path.name} ({each.reading.count(Severity.ERROR)})" for each in checked if not each.reading.acceptable
    ]
    if faulty:
        raise StoreUnavailable(f"errors in the workbooks to begin with: {', '.join(faulty)}; see bukhara check")


def _sort_key(path: Path, *, exercise: bool) -> tuple[int, Path]:
    """Return the sort key of a workbook: its kind in the record, its folder in an exercise."""
    first = path.parts[0]
    return (FOLDERS.index(first) if not exercise and first in FOLDERS else len(FOLDERS)), path


def _edition(each: Checked) -> str:
    """Return the day of the edition of a data set that a workbook holds, or an empty string."""
    return max((source.edition for source in each.reading.sources), default="")


def _round(each: Checked, data_dir: Path) -> tuple[str, str]:
    """Return the folder of a round; without such a folder, the day of the workbook's last source."""
    parts = each.path.relative_to(data_dir).parts[:-1]
    folder = parts[0] if parts and parts[0] not in FOLDERS else ""
    last = max((source.date.isoformat() for source in each.reading.sources), default="")
    return folder, "" if folder else last


def unpublished(settings: Settings, store: Store) -> tuple[str, ...]:
    """Return the commands for what no release has had: the reading with its updates, then each edition, oldest first.

    What was published and taken back is not offered again, and an older content never is. A workbook of an edition is
    named like its source; of the others the hashes are listed, and one that is not as listed is left to its editors.
    """
    if settings.exercise or not settings.data_dir.is_dir():
        return ()
    paths = shipped_workbooks(settings.data_dir, exercise=False)
    editions = [path for path in paths if path.parent.name == EDITIONS]
    published = {block.rsplit("/", 1)[-1] for release in store.releases() for block in release.blocks}
    new = _new(settings.data_dir, paths, store)
    commands = [_command(new, "data of this version")] if new else []
    return (*commands, *(_command([path], path.stem) for path in editions if path.stem not in published))


def _new(data_dir: Path, paths: Iterable[Path], store: Store) -> list[Path]:
    """Return the workbooks that are as listed and have a block that the store never had."""
    if not (data_dir / CONTENTS).is_file():
        return []
    listed = orjson.loads((data_dir / CONTENTS).read_bytes())
    known = {path: listed.get(path.relative_to(data_dir).as_posix()) for path in paths}
    with store.connect() as connection:
        stored = reading.content_hashes(connection)
    return [path for path, each in known.items() if each and _is_as_listed(path, each) and set(each["blocks"]) - stored]


def _is_as_listed(path: Path, listed: dict[str, Any]) -> bool:
    return bool(hashlib.sha256(path.read_bytes()).hexdigest() == listed["sha256"])


def _command(paths: list[Path], note: str) -> str:
    return f'bukhara publish {" ".join(map(str, paths))} --as NAME --note "{note}"'
