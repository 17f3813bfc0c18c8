"""Acknowledgement of warnings: who publishes accepts those seen, and it is recorded which; pure."""

import hashlib
from collections.abc import Iterator

from bukhara.errors import DraftConflict
from bukhara.model.codes import Severity
from bukhara.model.finding import Finding
from bukhara.model.messages import N_
from bukhara.workbook import WorkbookReading

REMOVAL = N_(
    "Rows would be taken out of the record. Please confirm this with a tick, or empty “This row is” in the file."
)
UNSEEN = N_("The check has found something else since this page was opened. Please read its warnings, then confirm.")
_NAMED = 50


def confirmed(reading: WorkbookReading) -> dict[str, object]:
    """Return the accepted warnings for the audit log, each with its cell; at most 50, and the number of the others."""
    notes = [" ".join(part for part in (note.code, note.reference) if part) for note in _warnings(reading)]
    more = [f"+{len(notes) - _NAMED}"] if len(notes) > _NAMED else []
    return {"confirmed": [*notes[:_NAMED], *more]} if notes else {}


def fingerprint(reading: WorkbookReading) -> str:
    """Return a fingerprint of the warnings that the user saw. Publication is refused if it no longer matches."""
    notes = [(note.code, note.sheet, note.cell, note.value, sorted(note.values.items())) for note in _warnings(reading)]
    return hashlib.sha256(repr(notes).encode()).hexdigest()[:16]


def refuse_unseen(reading: WorkbookReading, seen: str) -> None:
    """Raise DraftConflict unless `seen` is the fingerprint of these warnings; "" means that no page was shown."""
    if seen and seen != fingerprint(reading):
        raise DraftConflict(UNSEEN)


def removed_count(reading: WorkbookReading) -> str:
    """Return the number of rows that the workbook takes out of the record, or an empty text if it takes none."""
    return next((note.values["count"] for note in _warnings(reading) if note.code == "rows-removed"), "")


def refuse_unasked_removal(reading: WorkbookReading, seen: str, removal: str) -> None:
    """Raise DraftConflict unless the user ticked that so many rows are taken out; `seen` as in `refuse_unseen`."""
    if seen and removal != removed_count(reading):
        raise DraftConflict(REMOVAL)


def _warnings(reading: WorkbookReading) -> Iterator[Finding]:
    return (note for note in reading.findings if note.severity is Severity.WARNING)
