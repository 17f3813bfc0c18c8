"""Bounds: the lowest and highest number that a printed figure allows. Nothing is estimated."""

from math import inf

from bukhara.model.codes import Qualifier, State
from bukhara.model.observation import Observation

Bounds = tuple[float, float]
ABOUT = 0.1
"""The half-width of "about", as a share of the printed number."""


def bounds(figure: Observation) -> Bounds | None:
    """Return the lowest and highest number that a figure allows.

    Missing figures, changes in per cent and mentions have no bounds (None).

    Example: "more than 200" gives (200, inf) and "about 100" gives (90, 110).
    """
    if figure.state is not State.VALUE or figure.qualifier is Qualifier.CHANGE_PERCENT or figure.is_mention:
        return None
    if figure.qualifier is Qualifier.RANGE:
        ends = (figure.value_low, figure.value_high)
        return None if ends == (None, None) else (ends[0] or 0.0, inf if ends[1] is None else ends[1])
    if figure.value is None:
        return None
    if figure.qualifier is Qualifier.ABOUT and figure.value_low is not None and figure.value_high is not None:
        # A figure rounded by the disclosure rule carries its own bounds.
        return figure.value_low, figure.value_high
    if figure.qualifier and figure.qualifier.is_open_ended:
        return figure.value, inf
    margin = abs(figure.value) * ABOUT if figure.qualifier is Qualifier.ABOUT else 0.0
    return figure.value - margin, figure.value + margin


def is_disjoint(one: Bounds, other: Bounds, *, tolerance: float = 1e-9) -> bool:
    """Return whether no number lies within both bounds."""
    return one[0] > other[1] + tolerance or other[0] > one[1] + tolerance


def printed_number(figure: Observation) -> float:
    """Return the printed number of a figure; of a range its upper end."""
    value = figure.value if figure.value is not None else figure.value_high
    return float(value if value is not None else figure.value_low or 0.0)
