"""The period that words of headings name, alone and together; a part of a year is never taken for the whole year."""

import re
from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

Days = tuple[date, date]
Months = tuple[int, int]
_FIRST, _LAST = (1, 12)
_HALF, _QUARTER = 6, 3
# words of a period as symbols: Y a year, D a day, M a month, H half, Q quarter, N months, G and K the genitive of
# quarter and half, # a number, w one in words, o an ordinal, F from, T to, C cumulative, ? "last year", R "the period"
_PIECES = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("days", r"(?:F )?D(\S+) (?:- |T )D(\S+) "),
        ("dates", r"(?:F )?[#o](\d+) M(\d+) (?:Y(\d+) )?(?:- |T )[#o](\d+) M(\d+) Y(\d+) "),
        ("years", r"(?:F (?=Y\d+ T ))?Y(\d+) (?:- |T )Y(\d+) "),
        ("year", r"Y(\d+) (?:- (?=[HQM]|[#o]\d+ (?:- )?[HQGK]))?"),
        ("quarters", r"[#o](\d+) - [#o](\d+) (?:- )?Q "),
        ("quarters", r"Q #(\d+) - (?:Q )?#(\d+) "),
        ("first_quarters", r"o1 [#w](\d+) G "),
        ("half", r"(?:[#o](\d+) (?:- )?H|(?:#1|o(\d+)) K) "),
        ("half", r"H (?:- )?[#o](\d+) "),
        ("quarter", r"(?:[#o](\d+) (?:- )?Q|(?:#1|o(\d+)) G) "),
        ("quarter", r"Q (?:- )?[#o](\d+) "),
        ("first", r"(?:o1 )?[#w](\d+) N (?:o1 )?"),
        ("months", r"(?:F )?(?:N )?M(\d+) (?:- |T )M(\d+) (?:N )?"),
        ("month", r"(?:N )?M(\d+) (?:N )?"),
        ("cumulative", r"C "),
        ("unclear", r"\? "),
    )
)


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """What words say of a period: years, months of a year, or days; `unclear` is a period without dates."""

    years: tuple[int, int] | None = None
    months: Months | None = None
    days: Days | None = None
    cumulative: bool = False
    unclear: bool = False

    @property
    def is_part(self) -> bool:
        """Whether the words name a part of a year, or days."""
        return self.months is not None or self.days is not None


def period_of(symbols: Sequence[str]) -> PeriodWords | None:
    """Return the period of the symbols of a heading; None if they are not one period."""
    rest = "".join(f"{each} " for each in symbols if each != "R") or "? "
    found: list[PeriodWords] = []
    while rest:
        pieces = ((kind, match) for kind, pattern in _PIECES if (match := pattern.match(rest)))
        kind, match = next(pieces, ("", None))
        piece = _piece(kind, match) if match else None
        if match is None or piece is None:
            return None
        found.append(piece)
        rest = rest[match.end() :]
    period = _same(found)
    # "the reporting period 2025" need not be the whole year
    is_open = "R" in symbols and period is not None and not period.is_part
    return replace(period, unclear=True) if period and is_open else period


def _piece(kind: str, match: re.Match[str]) -> PeriodWords | None:
    """Return what a piece says; None for a fifth quarter, or an end before its beginning."""
    if kind in ("cumulative", "unclear"):
        return PeriodWords(cumulative=kind == "cumulative", unclear=kind == "unclear")
    if kind in ("days", "dates"):
        days = _days(kind, match)
        return PeriodWords(days=days) if days else None
    numbers = [int(each) for each in match.groups() if each] or [1]
    first, last = numbers[0], numbers[-1]
    if kind in ("year", "years"):
        return PeriodWords(years=(first, last)) if first <= last else None
    length = _HALF if kind == "half" else _QUARTER if "quarter" in kind else 1
    months = (1, length * last) if kind.startswith("first") else (length * (first - 1) + 1, length * last)
    return PeriodWords(months=months) if _FIRST <= months[0] <= months[1] <= _LAST else None


def _days(kind: str, match: re.Match[str]) -> Days | None:
    try:
        if kind == "days":
            start, end = date.fromisoformat(match[1]), date.fromisoformat(match[2])
        else:
            start = date(int(match[3] or match[6]), int(match[2]), int(match[1]))
            end = date(int(match[6]), int(match[5]), int(match[4]))
    except ValueError:
        return None
    return (start, end) if start <= end else None


def _same(found: Iterable[PeriodWords]) -> PeriodWords | None:
    """Return the pieces of one heading as one period; None if they name two."""
    pieces = list(found)
    years, months = {each.years for each in pieces} - {None}, {each.months for each in pieces} - {None}
    days = {each.days for each in pieces} - {None}
    if max(len(years), len(months), len(days)) > 1 or (days and (years or months)):
        return None
    return PeriodWords(
        years=next(iter(years), None),
        months=next(iter(months), None),
        days=next(iter(days), None),
        cumulative=any(each.cumulative for each in pieces),
        unclear=any(each.unclear for each in pieces),
    )


def dates_of(period: PeriodWords) -> Days | None:
    """Return first and last day; None where a part of a year has no year, or several."""
    if period.unclear:
        return None
    if period.days:
        return period.days
    if period.years is None or (period.is_part and period.years[0] != period.years[1]):
        return None
    if period.cumulative and period.months is None:
        return None
    first, last = period.months or (_FIRST, _LAST)
    start = date(period.years[0], _FIRST if period.cumulative else first, 1)
    return start, date(period.years[1], last, monthrange(period.years[1], last)[1])
