"""Rows grouped by a key, in the order in which they occur."""

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

Row = TypeVar("Row")
Key = TypeVar("Key", bound=Hashable)


def group_by(rows: Iterable[Row], key: Callable[[Row], Key]) -> dict[Key, list[Row]]:
    """Return the rows of each key; keys and rows keep their order.

    Example: `group_by(figures, lambda figure: figure.country)["KAZ"]` are the figures of Kazakhstan.
    """
    found: dict[Key, list[Row]] = {}
    for row in rows:
        found.setdefault(key(row), []).append(row)
    return found
