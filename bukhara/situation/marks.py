"""The mark that shows a status: the status itself, or the reason why it is missing."""

from collections.abc import Iterable

from bukhara.model.codes import Status
from bukhara.model.marks import ENDED, LAST_REPORTED, MARKS, MENTIONED, NO_STEP
from bukhara.progress.answers import IndicatorStatus
from bukhara.progress.status import ItemStatus

REPORTED = (Status.IN_PLACE, Status.CONTINUING)
"""The statuses of a theme that a state reports as there."""


def in_key_order(marks: Iterable[str]) -> tuple[str, ...]:
    """Return each of the marks once, in the order in which a key explains them."""
    found = set(marks)
    return tuple(each for each in MARKS if each in found)


def mark(status: ItemStatus | IndicatorStatus) -> str:
    """Return the code of a status, else `ended`, `no_step`, `mentioned`, or the state of the missing answer."""
    if isinstance(status, ItemStatus) and status.last_reported:
        return LAST_REPORTED
    if status.status is not Status.NOT_ASKED:
        return status.status.value
    if status.ended:
        return ENDED
    if status.no_step:
        return NO_STEP
    if isinstance(status, ItemStatus) and status.mentioned:
        return MENTIONED
    return status.state.value
