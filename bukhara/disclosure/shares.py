"""Percentages, rates and changes of persons: withheld where a count could be worked out from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.disclosure.counts import DIMENSIONS, FAMILY, span_of
from bukhara.disclosure.persons import is_broken_down
from bukhara.model.codes import Qualifier

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bukhara.model.observation import Observation

PERCENT = "percent"
RATES = ("rate", "per_100000")


def gives_away(share: Observation, counts: Iterable[tuple[Observation, bool]], *, threshold: int) -> bool:
    """Return whether a derived figure must be withheld, given the counts of its family and which are withheld.

    It must where any of them is withheld, or where it makes a small group of a count: a share of one of the same
    period, a change of one of another period, a rate where that count is not told. It does not matter who published
    the count.
    """
    beside = [(count, away) for count, away in counts if family(count) == family(share)]
    if any(away for _, away in beside):
        return True
    if share.value is None:
        return False
    known = [count for count, _ in beside if count.value is not None]
    if share.qualifier is Qualifier.CHANGE_PERCENT:
        return any(_changed(base, share.value) < threshold for base in _same_group(share, known))
    if share.unit in RATES:
        # The number of residents is known: a rate is a count, and says no more only where that count is shown.
        return not any(span_of(c) == span_of(share) and _codes(c) == _codes(share) for c in known)
    if share.unit != PERCENT or not is_broken_down(share):
        return False
    return any(_is_small(base, share.value, threshold) for base in _bases(share, known))


def family(figure: Observation) -> tuple[str, ...]:
    """Return what a derived figure has in common with the counts that it is made of, whatever their unit is called."""
    return tuple(str(getattr(figure, name)) for name in FAMILY if name != "counting_unit")


def _bases(share: Observation, known: list[Observation]) -> Iterator[float]:
    """Give the counts of the period of a share, and what the undivided ones within it add up to."""
    span, when = span_of(share)
    yield from (float(c.value or 0) for c in known if span_of(c) == (span, when))
    inside = [c for c in known if (own := span_of(c)[0]) and span and span != own and _covers(span, own)]
    whole = [float(c.value or 0) for c in inside if not is_broken_down(c)]
    if whole:
        yield sum(whole)


def _same_group(share: Observation, known: list[Observation]) -> Iterator[float]:
    yield from (float(c.value or 0) for c in known if _codes(c) == _codes(share))


def _codes(figure: Observation) -> list[str]:
    return [getattr(figure, name) for name in DIMENSIONS]


def _covers(whole: tuple[int, int], part: tuple[int, int]) -> bool:
    return whole[0] <= part[0] and part[1] <= whole[1]


def _changed(base: float, percent: float) -> float:
    return base * (1 + percent / 100)


def _is_small(base: float, percent: float, threshold: int) -> bool:
    part = base * percent / 100
    return part < threshold or base - part < threshold
