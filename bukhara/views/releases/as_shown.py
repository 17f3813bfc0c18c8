"""Figures of a workbook that readers would see rounded or not at all: the disclosure rule protects them."""

from collections.abc import Iterator
from dataclasses import dataclass

from bukhara.model.codes import State
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.views.releases.workbook_changes import Sort, WorkbookChanges


@dataclass(frozen=True, slots=True)
class AsShown:
    """A figure as it was given, with its row of the workbook, and as readers would see it."""

    given: Observation
    shown: Observation
    spot: str


def shown_otherwise(changes: WorkbookChanges, today: Snapshot, tomorrow: Snapshot) -> Iterator[AsShown]:
    """Yield the protected figures that are new, changed, or protected otherwise than today."""
    was, then = ({each.observation_id: each for each in of.observations} for of in (today, tomorrow))
    for row in changes.rows:
        given = row.record
        if not isinstance(given, Observation) or row.sort is Sort.REMOVED:
            continue
        shown = then.get(given.observation_id)
        if shown is None or (shown.state is not State.SUPPRESSED and _number(shown) == _number(given)):
            continue
        if row.sort is not Sort.CONFIRMED or shown != was.get(given.observation_id):
            yield AsShown(given, shown, row.spot)


def _number(figure: Observation) -> tuple[object, ...]:
    return figure.state, figure.value, figure.value_low, figure.value_high, figure.qualifier
