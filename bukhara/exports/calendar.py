"""The days of a round as a calendar file (iCalendar, RFC 5545): whole days, each with an id that stays."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_LINE = 75
"""The most octets of a line; longer ones go on in the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDay:
    """A day with its text; `uid` names the event in every later copy of the file."""

    uid: str
    day: date
    text: str


def to_ics(days: Iterable[CalendarDay], *, address: str, made_at: datetime) -> bytes:
    """Return a calendar of whole days; `address` is the page that each of them leads to."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Bukhara Monitor//EN"]
    for each in days:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{each.uid}",
            f"DTSTAMP:{made_at:%Y%m%dT%H%M%SZ}",
            f"DTSTART;VALUE=DATE:{each.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{each.day + timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_escaped(each.text)}",
            f"URL:{address}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR")).encode()


def _escaped(text: str) -> str:
    for mark in "\\;,":
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Return a line cut into parts of at most 75 octets, never inside a letter."""
    parts, size = [""], 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _LINE:
            parts, size = [*parts, ""], 1
        parts[-1] += letter
        size += octets
    return "\r\n ".join(parts)
