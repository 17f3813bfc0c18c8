"""Reads months and periods in words, as they are printed, and compares a period with its first and last day."""

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

_ENGLISH = "january february march april may june july august september october november december".split()  # noqa: SIM905
_RUSSIAN = "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь".split()  # noqa: SIM905
_ENDINGS = {"ь": ("я", "е"), "й": ("я", "е"), "т": ("та", "те")}
_SHORTEST_MONTH = 3
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SPAN = re.compile(r"((?:19|20)\d\d)\s?[-–—]\s?((?:19|20)\d\d)")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4, "перв": 1, "втор": 2, "трет": 3, "четв": 4}
_WHICH = (
    r"(?P<which>[1-4](?:st|nd|rd|th|-?[оеый]{1,2})?|i{1,3}|iv|first|second|third|fourth|(?:перв|втор|трет|четв)\w*)"
)
_PARTS = (
    (6, re.compile(rf"{_WHICH}\s(?:half(?:-year)?|half year|полугоди[ея]|п/г)")),
    (6, re.compile(r"(?:h|s)(?P<which>[12])")),
    (3, re.compile(rf"{_WHICH}\s(?:quarter|квартала?|кв\.?)")),
    (3, re.compile(r"q(?P<which>[1-4])")),
)
_MONTHS = re.compile(
    r"(?:the )?(?:first |первые |за )?(\d{1,2}|three|six|nine|шесть|девять|три)[ -](?:months?|месяц\w*|мес\.?)"
)
_COUNTS = {"three": 3, "six": 6, "nine": 9, "три": 3, "шесть": 6, "девять": 9}
_FROM_TO = re.compile(r"([a-zа-я]{3,9})\s?(?:-|–|—|to|по|до)\s?([a-zа-я]{3,9})")
_BESIDE = re.compile(r"(?<!/)\b(?:the|of|in|year|full|calendar|за|в|год[ау]?|гг?)\b\.?|[,()]")


def has_other_period(label: str, start: date | None, end: date | None) -> bool:
    """Return whether the words name other days than those given, or a year outside of them."""
    if not label or start is None or end is None or end < start:
        return False
    named = days_of(label)
    if named is not None:
        return named != (start, end)
    years = [int(year) for year in _YEAR.findall(label)]
    return bool(years) and (max(years) < start.year or min(years) > end.year)


@lru_cache(4096)
def days_of(label: str) -> tuple[date, date] | None:
    """Return first and last day of a period that is written in one of the usual ways."""
    text = label.casefold()
    span = _SPAN.fullmatch(" ".join(_BESIDE.sub(" ", text).split()))
    if span:
        return date(int(span.group(1)), 1, 1), date(int(span.group(2)), 12, 31)
    years = _YEAR.findall(text)
    if len(years) != 1:
        return None
    rest = " ".join(_BESIDE.sub(" ", _YEAR.sub(" ", text)).split()).strip(" -–.")
    months = _months(rest)
    if months is None:
        return None
    year, (first, last) = int(years[0]), months
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])


def _months(text: str) -> tuple[int, int] | None:
    if not text:
        return 1, 12
    for length, pattern in _PARTS:
        part = pattern.fullmatch(text)
        if part:
            last = length * _which(part.group("which"))
            return (last - length + 1, last) if last <= 12 else None
    counted = _MONTHS.fullmatch(text)
    if counted:
        last = _COUNTS.get(counted.group(1)) or int(counted.group(1))
        return (1, last) if 1 <= last <= 12 else None
    named = _FROM_TO.fullmatch(text)
    begun, ended = named.groups() if named else (text, text)
    ends = month_of(begun), month_of(ended)
    return ends if ends[0] and ends[0] <= ends[1] else None


def _which(text: str) -> int:
    return _ROMAN.get(text) or next((n for word, n in _ORDINAL.items() if text.startswith(word)), 0) or int(text[0])


def month_of(name: str) -> int:
    """Return the number of a month, or 0 for another word."""
    word = name.casefold()
    return next((number for number in range(1, 13) if _is_month(word, number)), 0)


def _is_month(word: str, number: int) -> bool:
    english, russian = _ENGLISH[number - 1], _RUSSIAN[number - 1]
    cases = {russian[:-1] + ending for ending in _ENDINGS[russian[-1]]}
    return len(word) >= _SHORTEST_MONTH and (english.startswith(word) or russian.startswith(word) or word in cases)
