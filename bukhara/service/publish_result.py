"""The results of checking and publishing, as values."""

from dataclasses import dataclass
from pathlib import Path

from bukhara.model.release import Release
from bukhara.workbook import WorkbookReading


@dataclass(frozen=True, slots=True)
class Checked:
    """A file with its rows and findings."""

    path: Path
    reading: WorkbookReading


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result of a publication; if a workbook was not accepted, nothing is stored and there is no `release`.

    `changed` is False if the workbooks change nothing; then `release` is the newest one.
    """

    checked: tuple[Checked, ...]
    release: Release | None
    changed: bool
