"""When a draft is published or expires: hours are given in a named time zone and stored in UTC; pure."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from bukhara.errors import DraftConflict
from bukhara.model.draft import Draft, DraftState
from bukhara.model.messages import N_

HOUR_GIVEN = N_(
    "A day or a time is filled in. Press “Approve” to publish it then, or empty both fields to publish now."
)
PAST = N_("This time has passed. Please choose a later one, or publish now.")
NO_SUCH_HOUR = N_("Clocks go forward at this time in that zone, so the time does not exist. Please choose another.")
HELD = N_(
    "This draft will be published at the set time. To publish it sooner, send it back and approve it without a time."
)


def given_hour(day: str, time: str) -> datetime | None:
    """Return the local moment that a form gives, None if both of its fields are empty; refuse half of one."""
    if not day.strip() and not time.strip():
        return None
    try:
        return datetime.fromisoformat(f"{day.strip()}T{time.strip()}")
    except ValueError as error:
        raise DraftConflict(N_("Please give the day and the time, like 2026-11-24 and 14:30.")) from error


def refuse_given_hour(day: str, time: str) -> None:
    """Raise DraftConflict for publishing now with a day or an hour filled in: one of the two is not meant."""
    if day.strip() or time.strip():
        raise DraftConflict(HOUR_GIVEN)


def publication_time(at: datetime, zone: str, *, now: datetime) -> datetime:
    """Return the publication time in UTC; a time without a zone is in `zone`. Raises DraftConflict for a past time."""
    if zone not in available_timezones():
        raise DraftConflict(N_("This time zone is not known. Please choose one by its name, like Asia/Samarkand."))
    if at.tzinfo is None:
        at = at.replace(tzinfo=ZoneInfo(zone))
    if not _exists(at):
        raise DraftConflict(NO_SUCH_HOUR)
    if at <= now:
        raise DraftConflict(PAST)
    return at.astimezone(UTC)


def expires_at(draft: Draft, days: int) -> datetime | None:
    """Return when a draft is withdrawn by itself, `days` days after its last step, or a withdrawn one is deleted."""
    wait = {DraftState.DRAFT: days, DraftState.WITHDRAWN: 1}.get(draft.state)
    return (draft.moved_at or draft.created_at) + timedelta(days=wait) if wait is not None else None


def _exists(at: datetime) -> bool:
    """Return whether a time exists in its zone and can be converted (not at the edge of the years 1 and 9999)."""
    try:
        there = at.astimezone(UTC).astimezone(at.tzinfo)
    except OverflowError:
        return False
    return there.replace(tzinfo=None) == at.replace(tzinfo=None)
