"""Workbooks that come with the program and are not in the record yet: the commands that publish them."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import orjson

from bukhara.service import seed
from bukhara.settings import Settings
from bukhara.store import Store, reading

CONTENTS = "contents.json"
"""The file of the data folder with the hashes of the blocks of each workbook, so that none is read at the start."""


def unpublished(settings: Settings, store: Store) -> tuple[str, ...]:
    """Return the commands for what no release has had: the reading with its updates, then each edition, oldest first.

    What was published and taken back is not offered again, and an older content never is. A workbook of an edition is
    named like its source; of the others the hashes are listed, and one that is not as listed is left to its editors.
    """
    if settings.exercise or not settings.data_dir.is_dir():
        return ()
    paths = seed.shipped_workbooks(settings.data_dir, exercise=False)
    editions = [path for path in paths if path.parent.name == seed.EDITIONS]
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
