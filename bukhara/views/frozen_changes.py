"""What is different today from what was presented: the statuses that have changed since a release."""

from dataclasses import dataclass

from bukhara.model.release import Snapshot
from bukhara.progress.status import statuses
from bukhara.views.marks import mark


@dataclass(frozen=True, slots=True)
class ChangedCell:
    """A state and a theme with the mark that was presented and the mark of today."""

    country: str
    item: str
    before: str
    after: str


def build(today: Snapshot, presented: Snapshot) -> tuple[ChangedCell, ...]:
    """Return the changed cells in the order of themes and states; a theme that was not there then is left out."""
    then = {(status.country, status.item): mark(status) for status in statuses(presented)}
    found = ((status.country, status.item, mark(status)) for status in statuses(today))
    return tuple(
        ChangedCell(country, item, then[country, item], after)
        for country, item, after in found
        if then.get((country, item), after) != after
    )
