"""What is computed once from a value that never changes, and kept as long as the value: results and identifiers."""

import hashlib
from collections.abc import Callable
from typing import Any, Self, TypeVar

T = TypeVar("T")


class Derived:
    """Base of values that never change: keeps what was computed from a value as long as the value."""

    __slots__ = ("_derived",)
    _derived: dict[object, Any]

    def once(self, make: Callable[[Self], T]) -> T:
        """Return `make(self)`, computed at the first call and kept; `make` is a pure function of a module."""
        kept = self._kept()
        if make not in kept:
            kept[make] = make(self)
        found: T = kept[make]
        return found

    def knowing(self, make: Callable[[Self], T], result: T) -> Self:
        """Return this value, which need not compute `make` any more: somebody else has its result."""
        self._kept()[make] = result
        return self

    def sharing(self, other: Self) -> Self:
        """Return this value, which has all that was and will be computed from `other`: it must be the same of both."""
        object.__setattr__(self, "_derived", other._kept())
        return self

    def _kept(self) -> dict[object, Any]:
        try:
            return self._derived
        except AttributeError:
            object.__setattr__(self, "_derived", {})
            return self._derived


class Identified:
    """A record that keeps the identifier it made; a changed copy makes another one."""

    __slots__ = ("_identifier",)

    def identifier(self, prefix: str, key: str) -> str:
        """Return `prefix` and the first ten digits of the hash of `key`, and keep it."""
        made = f"{prefix}-{hashlib.sha256(key.encode()).hexdigest()[:10]}"
        object.__setattr__(self, "_identifier", made)
        return made

    def named(self, identifier: str) -> Self:
        """Give this changed copy the identifier of the record that it was made from, and return it."""
        object.__setattr__(self, "_identifier", identifier)
        return self

    @property
    def kept_identifier(self) -> str:
        """The identifier that was made before, empty where none was."""
        return getattr(self, "_identifier", "")
