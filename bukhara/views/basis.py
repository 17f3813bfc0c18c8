"""The basis of a snapshot, for the line at the top of every page."""

from dataclasses import dataclass
from datetime import date

from bukhara.model.codes import SourceClass
from bukhara.model.release import Snapshot


@dataclass(frozen=True, slots=True)
class StatusBasis:
    """The day of the newest answer of a state (None without an answer), and whether states have replied."""

    answers: date | None
    replied: bool


def build(snapshot: Snapshot) -> StatusBasis:
    """Return the basis of the snapshot besides the published report."""
    answers = (s.date for s in snapshot.sources if s.source_class is SourceClass.STATE_SUBMISSION)
    return StatusBasis(max(answers, default=None), bool(snapshot.replies))
