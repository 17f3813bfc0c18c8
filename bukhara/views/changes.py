"""What changed between the reading or round of the day and the one before; nothing to say of a first reading."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bukhara.progress.moves import Moves, moves
from bukhara.progress.status import statuses

if TYPE_CHECKING:
    from bukhara.model.framework import Reading
    from bukhara.model.release import Snapshot


@dataclass(frozen=True, slots=True)
class Changes:
    """The moves since `previous`, which is None for the first reading or round."""

    previous: Reading | None
    moves: Moves


def build(snapshot: Snapshot) -> Changes:
    """Return what moved, as now known on both days."""
    known = [reading for reading in snapshot.framework.readings if reading.date <= snapshot.as_of]
    previous = known[-2] if len(known) > 1 else None
    past = statuses(replace(snapshot, as_of=previous.date)) if previous else ()
    return Changes(previous, moves(past, statuses(snapshot)))
