"""The mark that shows a status: the status itself, or the reason why it is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.model.codes import Status

if TYPE_CHECKING:
    from bukhara.progress.status import IndicatorStatus, ItemStatus

ENDED = "ended"
NO_STEP = "no_step"
ORDER = (
    *(status.value for status in Status if status is not Status.NOT_ASKED),
    ENDED,
    NO_STEP,
    "not_applicable",
    "not_available",
    "not_reported",
    "suppressed",
    "not_asked",
)
"""All marks, in the order in which a key explains them."""


def mark(status: ItemStatus | IndicatorStatus) -> str:
    """Return the code of a status, else `ended`, `no_step`, or the state of the missing answer."""
    if status.status is not Status.NOT_ASKED:
        return status.status.value
    if status.ended:
        return ENDED
    if status.no_step:
        return NO_STEP
    return status.state.value
