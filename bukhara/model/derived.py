"""Results that are computed once from a value that never changes, and kept as long as the value."""

from collections.abc import Callable
from typing import Any, Self, TypeVar

T = TypeVar("T")


class Derived:
    """Base of values that never change: keeps what was computed from a value as long as the value."""

    __slots__ = ("_derived",)
    _derived: dict[object, Any]

    def once(self, make: Callable[[Self], T]) -> T:
        """Return `make(self)`, computed at the first call and kept; `make` is a pure function of a module."""
        try:
            kept: dict[object, Any] = self._derived
        except AttributeError:
            kept = {}
            object.__setattr__(self, "_derived", kept)
        if make not in kept:
            kept[make] = make(self)
        found: T = kept[make]
        return found
