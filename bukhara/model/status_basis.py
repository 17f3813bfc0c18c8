"""What statuses rest on: published reports, own answers of states, and what the states confirmed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bukhara.model.codes import Position


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
