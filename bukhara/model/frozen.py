"""Packs that are kept: choices under a name, and what was presented, which never changes."""

from dataclasses import dataclass
from datetime import date, datetime

SHOWN = "shown."
"""The beginning of the name of a file that was sent as what was really shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedPack:
    """A choice of slides, as text, under a name."""

    name: str
    choice: str
    saved_by: str
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class FrozenFile:
    """A file of what was presented: its name, the SHA-256 of its bytes, and their number."""

    name: str
    sha256: str
    size: int

    @property
    def is_of_organisers(self) -> bool:
        """Whether it was sent as what was really shown, and not made from the record."""
        return self.name.startswith(SHOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenPack:
    """What was presented on an occasion: the release, the day of its answers, the choice and the files.

    `withdrawn_at` and `reason` are set once it was withdrawn: then the files are not shown any more.
    """

    frozen_id: str
    release: int
    as_of: date
    occasion: str
    choice: str
    frozen_at: datetime
    frozen_by: str
    files: tuple[FrozenFile, ...]
    withdrawn_at: datetime | None = None
    reason: str = ""
