"""The time at which an approved draft is published: given in a named time zone, stored in UTC; pure."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo, available_timezones

from bukhara.errors import DraftConflict
from bukhara.i18n.codes import N_

NO_ZONE = N_("This time zone is not known. Please choose one by its name, like Asia/Samarkand.")
PAST = N_("This hour has passed. Please choose a later one, or publish now.")
NO_SUCH_HOUR = N_("Clocks are put forward at this hour in that zone: it does not exist. Please choose another.")
HELD = N_("This draft is held until its hour. To publish it sooner, send it back and approve it without an hour.")


def hour(at: datetime, zone: str, *, now: datetime) -> datetime:
    """Return the publication time in UTC; a time without a zone is in `zone`. Raises DraftConflict for a past time."""
    if zone not in available_timezones():
        raise DraftConflict(NO_ZONE)
    if at.tzinfo is None:
        at = at.replace(tzinfo=ZoneInfo(zone))
    if not _exists(at):
        raise DraftConflict(NO_SUCH_HOUR)
    if at <= now:
        raise DraftConflict(PAST)
    return at.astimezone(UTC)


def _exists(at: datetime) -> bool:
    """Return whether a time exists in its zone and can be converted (not at the edge of the years 1 and 9999)."""
    try:
        there = at.astimezone(UTC).astimezone(at.tzinfo)
    except OverflowError:
        return False
    return there.replace(tzinfo=None) == at.replace(tzinfo=None)
