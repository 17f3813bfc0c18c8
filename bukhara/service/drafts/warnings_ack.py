"""What the check noticed and somebody publishes all the same: named for the trail, and never unseen; pure."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from bukhara.errors import DraftConflict
from bukhara.i18n.codes import N_
from bukhara.model.codes import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bukhara.model.finding import Finding
    from bukhara.workbook import WorkbookReading

UNSEEN = N_("The check has noticed something else since this page was opened. Please read its notes, then confirm.")
_NAMED = 50


def confirmed(reading: WorkbookReading) -> dict[str, object]:
    """Return what the trail keeps of it: each note with its cell, of a flood the first ones; empty without notes."""
    notes = [" ".join(part for part in (note.code, _cell(note)) if part) for note in _notes(reading)]
    more = [f"+{len(notes) - _NAMED}"] if len(notes) > _NAMED else []
    return {"confirmed": [*notes[:_NAMED], *more]} if notes else {}


def seal(reading: WorkbookReading) -> str:
    """Return what the notes come to: others have another seal."""
    notes = [(note.code, note.sheet, note.cell, note.value, sorted(note.values.items())) for note in _notes(reading)]
    return hashlib.sha256(repr(notes).encode()).hexdigest()[:16]


def refuse_unseen(reading: WorkbookReading, seen: str) -> None:
    """Raise DraftConflict where `seen` is the seal of other notes; it is empty where no page was looked at."""
    if seen and seen != seal(reading):
        raise DraftConflict(UNSEEN)


def _notes(reading: WorkbookReading) -> Iterator[Finding]:
    return (note for note in reading.findings if note.severity is Severity.WARNING)


def _cell(note: Finding) -> str:
    return "!".join(part for part in (note.sheet, note.cell) if part)
