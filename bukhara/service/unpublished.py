"""Editions of data sets that come with the program and are not in the record yet: the commands that publish them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.service import seed

if TYPE_CHECKING:
    from bukhara.settings import Settings
    from bukhara.store import Store


def unpublished(settings: Settings, store: Store) -> tuple[str, ...]:
    """Return a command for each edition in the data folder that no release has had, the oldest first.

    A workbook of an edition is named like its source. One that was published and taken back is not offered again.
    """
    folder = settings.data_dir / seed.EDITIONS
    if settings.exercise or not folder.is_dir():
        return ()
    published = {block.rsplit("/", 1)[-1] for release in store.releases() for block in release.blocks}
    new = [path for path in sorted(folder.glob("*.xlsx")) if path.stem not in published]
    return tuple(f'bukhara publish {path} --as NAME --note "{path.stem}"' for path in new)
