"""Reads the words of a period: phrases of the vocabulary with their meanings, and the days that they name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bukhara.workbook.heading_vocabulary import LABEL_HEAD, longest_phrase, tokens_of, vocabulary
from bukhara.workbook.reading.heading_periods import Days, dates_of, period_of

FILLER, OFFENCE, ABROAD, NAMES = "filler", "offence", "abroad", "name_of_person"
YEARS = range(1990, 2101)
_SYMBOL = re.compile(r"[HQNGKCFTRy?]|M\d+|[ow#]\d+")
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})")
A_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class HeadingItem:
    """One phrase with its meanings; of a word that is not known there are none."""

    words: str
    meanings: tuple[str, ...]


def items_of(tokens: Sequence[str]) -> Iterator[HeadingItem]:
    """Yield the longest phrases of the vocabulary, and each word or number that is in none."""
    known, at = vocabulary(), 0
    while at < len(tokens):
        length = next(
            (n for n in range(min(longest_phrase(), len(tokens) - at), 0, -1) if tokens[at : at + n] in known), 0
        )
        phrase = tuple(tokens[at : at + (length or 1)])
        yield HeadingItem(" ".join(phrase), known.get(phrase) or _number(phrase[0]))
        at += length or 1


def _number(token: str) -> tuple[str, ...]:
    day = _DAY.fullmatch(token)
    if day:
        return (f"D{day[3] if len(day[3]) > 2 else f'20{day[3]}'}-{day[2]:>02}-{day[1]:>02}",)
    number = token.removesuffix("°")
    if not number.isdecimal():
        return ()
    if len(number) == 4 and int(number) in YEARS:
        return (f"Y{number}",)
    return (f"#{number}" if number == token else f"o{number}",)


def sign_of(item: HeadingItem) -> str:
    """Return the symbol of a word of a period, `-` for a dash, else an empty text."""
    first = item.meanings[0] if item.meanings else item.words if item.words == "-" else ""
    return first if first[:1] in ("Y", "D", "-") or _SYMBOL.fullmatch(first) else ""


def signs_of(items: Sequence[HeadingItem]) -> list[str]:
    """Return the symbols of a period in a heading; "year" beside a year and dashes beside other words are left out."""
    found = [sign_of(each) for each in items if each.meanings[:1] not in ((FILLER,), (OFFENCE,))]
    found = [each for n, each in enumerate(found) if not (each == "-" and found[n + 1 : n + 2] == ["y"])]
    # "ж" is a year beside one, and women elsewhere
    found = [
        each
        for n, each in enumerate(found)
        if each != "y" or not any(beside[:1] in ("Y", "D") for beside in found[max(n - 1, 0) : n + 2] if beside)
    ]
    kept = [
        sign
        for n, sign in enumerate(found)
        if sign and (sign != "-" or (0 < n < len(found) - 1 and found[n - 1] and found[n + 1]))
    ]
    return kept if any(sign != "-" for sign in kept) else []


def without_region(item: HeadingItem) -> HeadingItem:
    """Return a word that can be of a region where it is not: "г" is a year, "область" is not known."""
    return HeadingItem(
        item.words, tuple(each for each in item.meanings if not each.startswith(("region_", LABEL_HEAD)))
    )


def has_other_period(label: str, start: date | None, end: date | None) -> bool:
    """Return whether the words name other days than those given, or a year outside of them."""
    if not label or start is None or end is None or end < start:
        return False
    named = days_of(label)
    if named is not None:
        return named != (start, end)
    years = [int(year) for year in A_YEAR.findall(label)]
    return bool(years) and (max(years) < start.year or min(years) > end.year)


@lru_cache(4096)
def days_of(label: str) -> Days | None:
    """Return first and last day of a period in words; None if a word is not known, or names another country."""
    items = [without_region(each) for each in items_of(tokens_of(label))]
    if any(is_unknown(each) for each in items):
        return None
    period = period_of(signs) if (signs := signs_of(items)) else None
    return dates_of(period) if period else None


def is_unknown(item: HeadingItem) -> bool:
    """Return whether a phrase is not in the vocabulary, or names another country or a person."""
    return item.meanings in ((ABROAD,), (NAMES,)) or (not item.meanings and item.words not in ("-", ",", ";"))


def month_of(name: str) -> int:
    """Return the number of a month, or 0 for another word."""
    return next((int(each[1:]) for each in vocabulary().get(tokens_of(name), ()) if re.fullmatch(r"M\d+", each)), 0)
