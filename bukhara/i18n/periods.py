"""The words for a period, the same on every page. A period is never shortened, rounded or extended."""

from datetime import date

from babel.dates import format_date, format_interval

from bukhara.i18n.words import Words
from bukhara.model.messages import N_
from bukhara.model.period import Period, PeriodType

LABELS = (
    N_("annually"),
    N_("every year"),
    N_("currently"),
    N_("in recent years"),
    N_("at the time of the conference"),
    N_("2022-2023"),
    N_("2019 or 2020"),
    N_("OSCE report of 2022"),
)
"""Translated labels of periods without dates; any other label is shown as the source prints it."""


def period_text(period: Period, label: str, words: Words) -> str:
    """Return a period in words: its dates if they are known, else its printed label."""
    if period.start is None and period.end is None:
        return words(label) if label else words("period not stated")
    if period.start is None:
        return words.until(period.end.isoformat()) if period.end else ""
    if period.end is None or period.is_open(label):
        return words.since(period.start.isoformat().removesuffix("-01-01"))
    return _closed(period, period.start, period.end, words)


def _closed(period: Period, start: date, end: date, words: Words) -> str:
    months = period.months
    if period.type is PeriodType.DAY:
        return words.date(start)
    if period.type is PeriodType.YEAR:
        return str(start.year)
    if period.type is PeriodType.HALF_YEAR:
        half = N_("first half of {year}") if start.month == 1 else N_("second half of {year}")
        return words(half, year=start.year)
    if months is None:
        return _days(start, end, words)
    if months % 12 == 0 and start.month == 1:
        years = words.plural("{n} year", "{n} years", months // 12)
        return f"{start.year}–{end.year} ({years})"
    return _months(start, end, months, words)


def _months(start: date, end: date, months: int, words: Words) -> str:
    if months == 1:
        return words.partial_date(f"{start.year:04d}-{start.month:02d}")
    if "MMMM" not in words.row.day:
        return f"{words.month_of(start)} – {words.month_of(end)}"
    span = str(format_interval(start, end, "yMMMM", locale=words.locale))
    span = span.replace("\u202fг.", "").replace("\u2009", " ")
    if start.year == end.year:
        return span
    return words("{span} ({n} months)", span=span, n=months)


def _days(start: date, end: date, words: Words) -> str:
    if start.year != end.year or "MMMM" not in words.row.day:
        return f"{words.date(start)} – {words.date(end)}"
    if start.month != end.month:
        return f"{format_date(start, 'd MMMM', locale=words.locale)} – {words.date(end)}"
    return f"{start.day}–{words.date(end)}"
