"""The relation of the periods of two figures: the same, one within the other, apart, or unknown."""

import re
from datetime import date
from enum import StrEnum
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from bukhara.model.observation import Observation

Window = tuple[date, date]
NEARLY = 0.9
"""Periods with at least this share of common days count as the same (to 28 July, to 31 July)."""
_YEARS = re.compile(r"\b(?:19|20)\d{2}\b")
_EITHER = re.compile(r"\b(?:or|или)\b", re.IGNORECASE)
_ANNUAL = re.compile(r"annual|yearly|(?:every|each|per|a) year|ежегодн|в год", re.IGNORECASE)
_VAGUE = re.compile(r"recent|current|at present|so far|последн|настоящ", re.IGNORECASE)
_YEAR_DAYS = 366


class Relation(StrEnum):
    """The relation of a first period to a second one."""

    SAME = "same"
    WITHIN = "within"
    AROUND = "around"
    APART = "apart"
    UNKNOWN = "unknown"


class When(NamedTuple):
    """The time of a figure: the periods that it may be about; if it has no dates, its label in lower case."""

    windows: tuple[Window, ...]
    label: str

    @property
    def is_annual(self) -> bool:
        """Whether the figure has no dates and is about every year ("annually")."""
        return not self.windows and bool(_ANNUAL.search(self.label))


def when(figure: Observation) -> When:
    """Return the time of a figure."""
    found = windows(figure)
    return When(found, "" if found else figure.period_label.casefold())


def windows(figure: Observation) -> tuple[Window, ...]:
    """Return the periods that a figure may be about: one, two for "2019 or 2020", none without dates."""
    if figure.period_start is not None:
        return ((figure.period_start, figure.period_end or date.max),)
    years = [int(year) for year in _YEARS.findall(figure.period_label)]
    if not years:
        return ()
    if _EITHER.search(figure.period_label):
        return tuple((date(y, 1, 1), date(y, 12, 31)) for y in years)
    return ((date(min(years), 1, 1), date(max(years), 12, 31)),)


def relation(one: Observation, other: Observation) -> Relation:
    """Return the relation of the period of `one` to the period of `other`."""
    return relation_of(when(one), when(other))


@lru_cache(maxsize=1 << 14)
def relation_of(one: When, other: When) -> Relation:
    """Return the relation of the time `one` to the time `other`."""
    if one.windows and other.windows:
        found = {_of_windows(a, b) for a, b in product(one.windows, other.windows)}
        order = (Relation.SAME, Relation.WITHIN, Relation.AROUND, Relation.UNKNOWN, Relation.APART)
        return next(each for each in order if each in found)
    if not one.windows and not other.windows:
        return Relation.SAME if one.label == other.label else Relation.UNKNOWN
    if one.windows:
        return _to_annual(one.windows[0]) if other.is_annual else Relation.UNKNOWN
    return _REVERSED.get(found_ := relation_of(other, one), found_)


_REVERSED = {Relation.WITHIN: Relation.AROUND, Relation.AROUND: Relation.WITHIN}


def is_vague(figure: Observation) -> bool:
    """Return whether a figure is about recent times without dates ("in recent years")."""
    return not windows(figure) and bool(_VAGUE.search(figure.period_label))


def is_dated(figure: Observation) -> bool:
    """Return whether the period of a figure is known."""
    return bool(windows(figure))


def _to_annual(window: Window) -> Relation:
    days = _days(window)
    if days > _YEAR_DAYS:
        return Relation.UNKNOWN
    return Relation.SAME if days >= NEARLY * _YEAR_DAYS else Relation.WITHIN


def _of_windows(one: Window, other: Window) -> Relation:
    common = (max(one[0], other[0]), min(one[1], other[1]))
    if common[0] > common[1]:
        return Relation.APART
    longest = max(one[1], other[1]).toordinal() - min(one[0], other[0]).toordinal() + 1
    if _days(common) >= NEARLY * longest:
        return Relation.SAME
    if common == one:
        return Relation.WITHIN
    return Relation.AROUND if common == other else Relation.UNKNOWN


def _days(window: Window) -> int:
    return window[1].toordinal() - window[0].toordinal() + 1
