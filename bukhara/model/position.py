"""Who said a status: the position of its state with its day and document, and what many statuses rest on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bukhara.model.codes import Position


@dataclass(frozen=True, slots=True)
class Attribution:
    """A position, and the day of the report, letter or reply behind it; `document_number` is that of an own answer."""

    position: Position
    day: date
    document_number: str = ""


@dataclass(frozen=True, slots=True)
class StatusBasis:
    """What some statuses rest on.

    Attributes:
        positions: how many statuses there are of each position, the least settled first.
        report: the day of the newest report that decides one of them; None if none does.
        answers: the day of the newest answer of a state that decides one of them; None if none does.
        one_state: whether they are of one state.
        invented: whether they are of an exercise.
    """

    positions: Mapping[Position, int]
    report: date | None
    answers: date | None
    one_state: bool
    invented: bool
