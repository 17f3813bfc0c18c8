"""What was presented, which never changes."""

from dataclasses import dataclass
from datetime import date, datetime

SHOWN = "shown."
"""The beginning of the name of a file that was sent as what was really shown."""


@dataclass(frozen=True, slots=True)
class FrozenFile:
    """A file of what was presented: its name, the SHA-256 of its bytes, and their number."""

    name: str
    sha256: str
    size: int

    @property
    def is_shown(self) -> bool:
        """Whether it was sent as what was really shown, and not made from the record."""
        return self.name.startswith(SHOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenPack:
    """What was presented on an occasion: the release, the day of its answers, the choice and the files.

    `expected` are the names of the files that are made from the record; each is in `files` when it is made.
    `withdrawn_at` and `reason` are set once it was withdrawn: then the files are not shown any more.
    """

    frozen_id: str
    release: int
    as_of: date
    occasion: str
    choice: str
    frozen_at: datetime
    frozen_by: str
    expected: tuple[str, ...]
    files: tuple[FrozenFile, ...] = ()
    withdrawn_at: datetime | None = None
    reason: str = ""

    @property
    def missing(self) -> tuple[str, ...]:
        """The names of the files that are not made yet."""
        return tuple(name for name in self.expected if name not in {file.name for file in self.files})

    def is_changed(self, file: FrozenFile) -> bool:
        """Return whether a file that was really shown is none of those made from the record, once all are made."""
        made = {each.sha256 for each in self.files if each.name in self.expected}
        return file.is_shown and not self.missing and file.sha256 not in made
