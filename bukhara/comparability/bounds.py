"""The numbers that a printed figure allows: exact, "more than", "about", a range. Nothing is estimated."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf
from typing import TYPE_CHECKING

from bukhara.model.codes import Qualifier, State

if TYPE_CHECKING:
    from bukhara.model.observation import Observation

Bounds = tuple[float, float]
ABOUT = 0.1
"""How far "about" reaches, as a share of the number printed."""


def bounds(figure: Observation) -> Bounds | None:
    """Return the lowest and highest number allowed; None for a gap and for a change without its base."""
    if figure.state is not State.VALUE or figure.qualifier is Qualifier.CHANGE_PERCENT:
        return None
    if figure.qualifier is Qualifier.RANGE:
        ends = (figure.value_low, figure.value_high)
        return None if ends == (None, None) else (ends[0] or 0.0, inf if ends[1] is None else ends[1])
    if figure.value is None:
        return None
    if figure.qualifier is Qualifier.ABOUT and figure.value_low is not None and figure.value_high is not None:
        # Rounded by the disclosure rule: the bounds are told, and nothing outside them is meant.
        return figure.value_low, figure.value_high
    if figure.qualifier is Qualifier.AT_LEAST:
        return figure.value, inf
    reach = abs(figure.value) * ABOUT if figure.qualifier is Qualifier.ABOUT else 0.0
    return figure.value - reach, figure.value + reach


def is_disjoint(one: Bounds, other: Bounds, *, tolerance: float = 1e-9) -> bool:
    """Return whether no number is allowed by both."""
    return one[0] > other[1] + tolerance or other[0] > one[1] + tolerance


def total(each: Iterable[Bounds]) -> Bounds:
    """Return the bounds of a sum."""
    rows = list(each)
    return sum(low for low, _ in rows), sum(high for _, high in rows)


def printed(figure: Observation) -> float:
    """Return the number printed; the upper end of a range."""
    value = figure.value if figure.value is not None else figure.value_high
    return float(value if value is not None else figure.value_low or 0.0)
