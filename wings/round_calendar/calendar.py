"""The days of a round as a calendar file (iCalendar, RFC 5545): whole days, each with an id that stays."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """A day with its text; `uid` names the event in every later copy of the file."""

    uid: str
    day: date
    text: str


def to_ics(days: Iterable[CalendarDay], *, address: str, made_at: datetime) -> bytes:
    """Return a calendar of whole days; `address` is the page that each of them leads to."""
    from icalendar import TRANSP, Calendar, Event  # noqa: PLC0415 - takes time to load

    calendar = Calendar({"version": "2.0", "prodid": "-//Bukhara Monitor//EN"})
    for each in days:
        event = Event.new(
            uid=each.uid,
            stamp=made_at,
            start=each.day,
            end=each.day + timedelta(days=1),
            summary=each.text,
            url=address,
            transparency=TRANSP.TRANSPARENT,
        )
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
