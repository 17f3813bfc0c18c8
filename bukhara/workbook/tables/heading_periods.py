"""Reads the period in a heading, such as `Осуждено за 7 месяцев 2023 г.`; what can be read two ways is not read."""

import re
from datetime import date
from functools import lru_cache

from bukhara.workbook.reading.period_words import days_of, month_of

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD = re.compile(r"[^\s·,;:()«»\"]+")
_DAYS = re.compile(
    r"(?:с|from)?\s?(\d{1,2})\.(\d{1,2})\.(\d{4})\s?(?:г\.?|года)?\s?(?:по|до|to|-|–|—)\s?(\d{1,2})\.(\d{1,2})\.(\d{4})"
)
_LETTERS = re.compile(r"[^\W\d_]+")
# the words for a year in the languages of the region
_OTHER_YEARS = re.compile(r"-?\b(?:жыл\w*|йил\w*|yil\w*|ýyl\w*|сол\w*)\b\.?", re.IGNORECASE)
_PART = re.compile(
    r"полугод|п/г|кварт|кв\.|месяц|мес\b|мес\.|нараст|начал[ао] года|по состоянию|half|quarter|months?\b|cumul|as of"
    r"|\bна \d|\d{1,2}\.\d{1,2}\.\d{2,4}|жарты|ярим|yarim|нимсол|ярым|чорак|chorak|тоқсан|чейрек",
    re.IGNORECASE,
)
_CUMULATIVE = re.compile(r"нараст|начал[ао] года|cumul|year to date", re.IGNORECASE)
_AS_OF = re.compile(r"состояни|as (?:of|at)\b|\bна \d", re.IGNORECASE)
_LONGEST = 7


@lru_cache(4096)
def period_in(text: str) -> tuple[date, date] | None:
    """Return first and last day of the one period that a heading names, or None if it is not clear."""
    days = _DAYS.search(text)
    if days:
        return _from_to(days) if len(_YEAR.findall(text)) == 2 else None
    if _AS_OF.search(text):
        return None
    plain = _OTHER_YEARS.sub(" ", text)
    words = _WORD.findall(plain)
    best, rest = _longest(words)
    if best is None or any(_PART.search(word) or _is_month(word) for word in rest) or _YEAR.search(" ".join(rest)):
        return None
    # a month "from the beginning of the year" is more than the month
    if _CUMULATIVE.search(text) and best[0].month != 1:
        return None
    return best


def names_period(text: str) -> bool:
    """Return whether a heading has words of a period, clear or not."""
    return bool(_YEAR.search(text) or _PART.search(text) or any(map(_is_month, _LETTERS.findall(text))))


def _longest(words: list[str]) -> tuple[tuple[date, date] | None, list[str]]:
    """Return the period that most of the words name together, and the other words."""
    for length in range(min(len(words), _LONGEST), 0, -1):
        for first in range(len(words) - length + 1):
            last = first + length
            found = days_of(" ".join(words[first:last]))
            if found:
                rest = [word for word in (*words[:first], *words[last:]) if not _CUMULATIVE.search(word)]
                return found, rest
    return None, words


def _is_month(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and month_of(word) > 0


def _from_to(found: re.Match[str]) -> tuple[date, date] | None:
    first_day, first_month, first_year, day, month, year = map(int, found.groups())
    try:
        start, end = date(first_year, first_month, first_day), date(year, month, day)
    except ValueError:
        return None
    return (start, end) if start <= end else None
