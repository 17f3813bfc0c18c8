"""Pairs of figures that differ between two sources or places; both are shown, neither is preferred."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bukhara.model.observation import Observation

_PLACE = re.compile(r"\bL\d+\b")
_SAYS_SO = re.compile(r"differ|расхожд|различ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Difference:
    """Two figures whose notes point at each other; order of the report."""

    one: Observation
    other: Observation


def differences(figures: Iterable[Observation]) -> tuple[Difference, ...]:
    """Return the pairs that the notes name: a place of the other is cited and a difference is said."""
    known = [figure for figure in figures if figure.value is not None]
    pairs = ((a, b) for n, a in enumerate(known) for b in known[n + 1 :])
    return tuple(Difference(a, b) for a, b in pairs if _differ(a, b))


def _differ(a: Observation, b: Observation) -> bool:
    if a.country != b.country or (a.unit == "percent") != (b.unit == "percent") or not _overlap(a, b):
        return False
    if not _SAYS_SO.search(a.note + b.note):
        return False
    if a.indicator == b.indicator:
        return _cites(a, b) or _cites(b, a)
    return _cites(a, b) and _cites(b, a)


def _cites(a: Observation, b: Observation) -> bool:
    places = set(_PLACE.findall(b.source_locator)) - set(_PLACE.findall(a.source_locator))
    return bool(places & set(_PLACE.findall(a.note)))


def _overlap(a: Observation, b: Observation) -> bool:
    if None in (a.period_start, a.period_end, b.period_start, b.period_end):
        return True
    return not (a.period_end < b.period_start or b.period_end < a.period_start)  # type: ignore[operator]
