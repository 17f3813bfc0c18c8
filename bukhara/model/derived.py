"""What is worked out from a value that never changes is worked out once and lives as long as the value."""

from collections.abc import Callable
from typing import Any, Self, TypeVar

T = TypeVar("T")


class Derived:
    """Keeps what was worked out from a value that never changes, for as long as the value is kept."""

    __slots__ = ("_derived",)
    _derived: dict[object, Any]

    def once(self, make: Callable[[Self], T]) -> T:
        """Return `make(self)`, made at the first call; `make` is a pure function of a module."""
        try:
            kept: dict[object, Any] = self._derived
        except AttributeError:
            kept = {}
            object.__setattr__(self, "_derived", kept)
        if make not in kept:
            kept[make] = make(self)
        found: T = kept[make]
        return found
