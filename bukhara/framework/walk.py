"""Iterators over a document with a valid structure; they give entries with their paths."""

from collections.abc import Iterator
from typing import Any

from bukhara.framework.document import Document, KeyPath

Entry = tuple[KeyPath, dict[str, Any]]


def at(document: Document, *path: str) -> Any:
    """Return the value at `path`, or None if a part of the path is missing."""
    value: Any = document.value
    for key in path:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value


def entries(document: Document, *path: str) -> Iterator[Entry]:
    """Yield the entries of the list at `path`, with their paths; nothing if there is no such list."""
    for index, entry in enumerate(at(document, *path) or ()):
        yield (*path, index), entry


def indicators(document: Document) -> Iterator[tuple[Entry, Entry]]:
    """Yield every indicator of every item, as (item entry, indicator entry)."""
    for item_path, item in entries(document, "items"):
        for index, indicator in enumerate(item["indicators"]):
            yield (item_path, item), ((*item_path, "indicators", index), indicator)


def groups(value: object, path: KeyPath = ()) -> Iterator[tuple[KeyPath, dict[str, Any]]]:
    """Yield every mapping in `value` with its path, the outermost first."""
    if isinstance(value, dict):
        yield path, value
        for key, child in value.items():
            yield from groups(child, (*path, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from groups(child, (*path, index))
