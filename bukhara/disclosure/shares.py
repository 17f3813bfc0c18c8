"""Percentages, rates and changes of persons: withheld where a count could be worked out from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.disclosure.counts import FAMILY
from bukhara.disclosure.persons import is_broken_down

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bukhara.model.observation import Observation

PERCENT = "percent"


def gives_away(share: Observation, counts: Iterable[tuple[Observation, bool]], *, threshold: int) -> bool:
    """Return whether a derived figure must be withheld, given the counts of its family and which are withheld.

    It must where any of them is withheld, or where it makes a small group of a count of the same period.
    """
    beside = [(count, away) for count, away in counts if family(count) == family(share)]
    if any(away for _, away in beside):
        return True
    if share.unit != PERCENT or share.value is None or not is_broken_down(share):
        return False
    bases = [count.value for count, _ in beside if count.value is not None and count.period == share.period]
    return any(_is_small(base, share.value, threshold) for base in bases)


def family(figure: Observation) -> tuple[str, ...]:
    """Return what a derived figure has in common with the counts that it is made of, whatever their unit is called."""
    return tuple(str(getattr(figure, name)) for name in FAMILY if name != "counting_unit")


def _is_small(base: float, percent: float, threshold: int) -> bool:
    part = base * percent / 100
    return part < threshold or base - part < threshold
