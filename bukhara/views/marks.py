"""The mark that shows a status: the status itself, or the reason why it is missing."""

from collections.abc import Iterable

from bukhara.model.codes import Status
from bukhara.progress.answers import IndicatorStatus
from bukhara.progress.status import ItemStatus

ENDED = "ended"
NO_STEP = "no_step"
MENTIONED = "mentioned"
LAST_REPORTED = "last_reported"
ORDER = (
    *(status.value for status in Status if status is not Status.NOT_ASKED),
    LAST_REPORTED,
    ENDED,
    NO_STEP,
    "not_applicable",
    "not_available",
    "not_reported",
    "suppressed",
    MENTIONED,
    "not_asked",
)
"""All marks, in the order in which a key explains them."""


def in_key_order(marks: Iterable[str]) -> tuple[str, ...]:
    """Return each of the marks once, in the order in which a key explains them."""
    found = set(marks)
    return tuple(each for each in ORDER if each in found)


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
