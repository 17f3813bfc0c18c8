"""Dates with time in a named time zone, in the format of a language."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bukhara.i18n.words import Words


def moment_text(moment: datetime, zone: str, words: Words) -> str:
    """Return the date and time in a zone with its offset: `24 November 2026, 14:30 (UTC+5)`."""
    local = moment.astimezone(ZoneInfo(zone))
    return f"{words.date(local.date())}, {local:%H:%M} ({_offset(local)})"


def zone_text(zone: str, moment: datetime) -> str:
    """Return the name of a zone with its offset: `Asia/Samarkand (UTC+5)`, the same in every language."""
    return f"{zone} ({_offset(moment.astimezone(ZoneInfo(zone)))})"


def _offset(local: datetime) -> str:
    minutes = int((local.utcoffset() or local - local).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "") if minutes else "UTC"
