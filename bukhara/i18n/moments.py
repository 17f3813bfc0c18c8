"""Moments in a named time zone, as a language writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from babel.dates import format_datetime

if TYPE_CHECKING:
    from datetime import datetime

    from bukhara.i18n.words import Words


def moment_text(moment: datetime, zone: str, words: Words) -> str:
    """Return `24 November 2026, 14:30 (UTC+5)`: the hour in that zone, and how far it is from UTC."""
    there = moment.astimezone(ZoneInfo(zone))
    return f"{format_datetime(there, 'd MMMM y, HH:mm', locale=words.locale)} ({_distance(there)})"


def zone_text(zone: str, moment: datetime) -> str:
    """Return `Asia/Samarkand (UTC+5)`: the zone's own name, the same in every language."""
    return f"{zone} ({_distance(moment.astimezone(ZoneInfo(zone)))})"


def _distance(there: datetime) -> str:
    minutes = int((there.utcoffset() or there - there).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "") if minutes else "UTC"
