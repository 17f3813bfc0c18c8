"""Compares a period in words, as it is printed, with its first and last day."""

import re
from datetime import date

from bukhara.workbook.heading_vocabulary import tokens_of, vocabulary
from bukhara.workbook.reading.heading_periods import dates_of
from bukhara.workbook.reading.heading_reading import read_heading

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def has_other_period(label: str, start: date | None, end: date | None) -> bool:
    """Return whether the words name other days than those given, or a year outside of them."""
    if not label or start is None or end is None or end < start:
        return False
    named = days_of(label)
    if named is not None:
        return named != (start, end)
    years = [int(year) for year in _YEAR.findall(label)]
    return bool(years) and (max(years) < start.year or min(years) > end.year)


def days_of(label: str) -> tuple[date, date] | None:
    """Return first and last day of a period in words."""
    heading = read_heading(label)
    return dates_of(heading.period) if heading.clear and heading.period else None


def month_of(name: str) -> int:
    """Return the number of a month, or 0 for another word."""
    return next((int(each[1:]) for each in vocabulary().get(tokens_of(name), ()) if re.fullmatch(r"M\d+", each)), 0)
