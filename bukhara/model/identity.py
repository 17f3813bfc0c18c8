"""Identifiers that are made from a hash: each record makes its own once."""

import hashlib
from typing import Self


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
