"""Partial dates as sources print them: a year, a month or a day, as ISO 8601 text.

A slash before it (`/2018`) says "by 2018": it was so on that date, and may have been so before.
"""

import calendar
import re
from datetime import date

_FORM = re.compile(r"/?\d{4}(-\d{2}){0,2}", re.ASCII)
_BY = "/"


def checked(text: str) -> str:
    """Return `text` where it is a date of that form; ValueError for anything else."""
    if not _FORM.fullmatch(text):
        message = "a date is written YYYY, YYYY-MM or YYYY-MM-DD"
        raise ValueError(message)
    first_day(text)
    return text


def is_by(text: str) -> bool:
    """Return whether the date is the latest possible one: "by 2018"."""
    return text.startswith(_BY)


def named_date(text: str) -> str:
    """Return the date without the mark for "by"."""
    return text.removeprefix(_BY)


def first_day(text: str) -> date:
    """Return the first day of `2014`, `2023-07` or `2016-10-15`; raise ValueError for any other text."""
    parts = [int(part) for part in named_date(text).split("-")]
    year, month, day = [*parts, 1, 1][:3]
    return date(year, month, day)


def last_day(text: str) -> date:
    """Return the last day of `2014`, `2023-07` or `2016-10-15`; raise ValueError for any other text."""
    parts = [int(part) for part in named_date(text).split("-")]
    year = parts[0]
    month = parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1]
    return date(year, month, day)


def is_same(one: str, other: str) -> bool:
    """Return whether two dates can be those of one day, as "2025-01" and "2025-01-03" can."""
    first = [date.min if is_by(text) else first_day(text) for text in (one, other)]
    return max(first) <= min(last_day(one), last_day(other))
