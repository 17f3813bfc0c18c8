"""The results of checking and publishing, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from bukhara.model.release import Release
    from bukhara.workbook import WorkbookReading


@dataclass(frozen=True, slots=True)
class Checked:
    """A file and what the reader made of it."""

    path: Path
    reading: WorkbookReading


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a publication came to; `release` is None, and nothing stored, where a workbook was not accepted.

    `changed` is False where the workbooks say what the store holds already: then `release` is the newest one.
    """

    checked: tuple[Checked, ...]
    release: Release | None
    changed: bool
