"""Ways through a document whose structure holds: entries of a list with their paths. Judges nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bukhara.framework.document import Document, Path

Entry = tuple[Path, dict[str, Any]]


def at(document: Document, *path: str) -> Any:
    """Return what stands at `path`, or None where a part of it is absent."""
    value: Any = document.value
    for key in path:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def entries(document: Document, *path: str) -> Iterator[Entry]:
    """Yield the entries of the list at `path`; none where there is no such list."""
    for place, entry in enumerate(at(document, *path) or ()):
        yield (*path, place), entry


def indicators(document: Document) -> Iterator[tuple[Entry, Entry]]:
    """Yield every indicator of every item as (item entry, indicator entry)."""
    for item_path, item in entries(document, "items"):
        for place, indicator in enumerate(item["indicators"]):
            yield (item_path, item), ((*item_path, "indicators", place), indicator)


def groups(value: object, path: Path = ()) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield every group of keys below `value` with its path, outermost first."""
    if isinstance(value, dict):
        yield path, value
        for key, child in value.items():
            yield from groups(child, (*path, key))
    elif isinstance(value, list):
        for place, child in enumerate(value):
            yield from groups(child, (*path, place))
