"""A checked workbook, its submission to the store, and the result of publishing it, as values."""

from dataclasses import dataclass
from pathlib import Path

from bukhara.model.release import Release
from bukhara.store import Submission
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


def as_submission(
    reading: WorkbookReading, *, pre_filled: bool = True, received_after: int | None = None
) -> Submission:
    """Return the submission to the store for a reading; raise ValueError for a file that could not be read."""
    if reading.kind is None:
        raise ValueError("only what is readable is published")
    return Submission(
        kind=reading.kind,
        countries=reading.countries,
        sources=reading.sources,
        statements=reading.statements,
        observations=reading.observations,
        taken_out=reading.taken_out,
        replies=reading.confirmations,
        base=(reading.base_release or None) if pre_filled else None,
        received_after=received_after,
    )
