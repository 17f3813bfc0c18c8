"""How the periods of two figures lie: the same, one within the other, apart, or not known."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bukhara.model.observation import Observation

Window = tuple[date, date]
NEARLY = 0.9
"""Share of common days from which two stretches count as the same one (to 28 July, to 31 July)."""
_YEARS = re.compile(r"\b(?:19|20)\d{2}\b")
_EITHER = re.compile(r"\b(?:or|или)\b", re.IGNORECASE)
_ANNUAL = re.compile(r"annual|yearly|(?:every|each|per|a) year|ежегодн|в год", re.IGNORECASE)
_VAGUE = re.compile(r"recent|current|at present|so far|последн|настоящ", re.IGNORECASE)
_YEAR_DAYS = 366


class Lie(StrEnum):
    """How the first period lies to the second."""

    SAME = "same"
    WITHIN = "within"
    AROUND = "around"
    APART = "apart"
    UNKNOWN = "unknown"


def windows(figure: Observation) -> tuple[Window, ...]:
    """Return the stretches that a figure may be about: one, or each of "2019 or 2020"; none where undated."""
    if figure.period_start is not None:
        return ((figure.period_start, figure.period_end or date.max),)
    years = [int(year) for year in _YEARS.findall(figure.period_label)]
    if not years:
        return ()
    if _EITHER.search(figure.period_label):
        return tuple((date(y, 1, 1), date(y, 12, 31)) for y in years)
    return ((date(min(years), 1, 1), date(max(years), 12, 31)),)


def lie(one: Observation, other: Observation) -> Lie:
    """Return how the period of `one` lies to that of `other`."""
    mine, theirs = windows(one), windows(other)
    if mine and theirs:
        found = {_of_windows(a, b) for a, b in product(mine, theirs)}
        return next(each for each in (Lie.SAME, Lie.WITHIN, Lie.AROUND, Lie.UNKNOWN, Lie.APART) if each in found)
    if not mine and not theirs:
        return Lie.SAME if one.period_label.casefold() == other.period_label.casefold() else Lie.UNKNOWN
    if mine:
        return _to_annual(mine[0]) if _ANNUAL.search(other.period_label) else Lie.UNKNOWN
    return _turned(lie(other, one))


def vague(figure: Observation) -> bool:
    """Return whether a figure speaks of recent times without dates."""
    return not windows(figure) and bool(_VAGUE.search(figure.period_label))


def dated(figure: Observation) -> bool:
    """Return whether a figure is about a stretch that is known."""
    return bool(windows(figure))


def _to_annual(window: Window) -> Lie:
    days = _days(window)
    if days > _YEAR_DAYS:
        return Lie.UNKNOWN
    return Lie.SAME if days >= NEARLY * _YEAR_DAYS else Lie.WITHIN


def _turned(found: Lie) -> Lie:
    return {Lie.WITHIN: Lie.AROUND, Lie.AROUND: Lie.WITHIN}.get(found, found)


def _of_windows(one: Window, other: Window) -> Lie:
    common = (max(one[0], other[0]), min(one[1], other[1]))
    if common[0] > common[1]:
        return Lie.APART
    longest = max(one[1], other[1]).toordinal() - min(one[0], other[0]).toordinal() + 1
    if _days(common) >= NEARLY * longest:
        return Lie.SAME
    if common == one:
        return Lie.WITHIN
    return Lie.AROUND if common == other else Lie.UNKNOWN


def _days(window: Window) -> int:
    return window[1].toordinal() - window[0].toordinal() + 1
