"""What is shown of one count: nothing below the threshold, else a multiple of the base."""

import math
from dataclasses import dataclass, replace

from bukhara.model.codes import Qualifier, State
from bukhara.model.observation import Observation


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The disclosure rule in force: counts below `threshold` are withheld, others are rounded to `base`.

    With `guard` off every figure is shown as it is stored.
    """

    guard: bool = True
    threshold: int = 10
    base: int = 5


TENTH = 10
"""How far "about" in a source reaches, as a part of the number; the same as in `comparability`."""


def withheld(figure: Observation) -> Observation:
    """Return the row without its number and without the free text that may contain it."""
    return replace(with_number(figure, None, None, None, None), state=State.SUPPRESSED)


def without_place(figure: Observation) -> Observation:
    """Return a withheld figure without its place in the source and its article of law, which are free text, too."""
    return replace(figure, source_locator="", legal_article="").named(figure.observation_id)


def with_number(
    figure: Observation, value: float | None, low: float | None, high: float | None, qualifier: Qualifier | None
) -> Observation:
    """Return the row with another number, and without the free text that may contain the true one."""
    return replace(
        figure, value=value, value_low=low, value_high=high, qualifier=qualifier, quote="", note="", revision_reason=""
    )


def shown_count(figure: Observation, policy: Policy) -> Observation:
    """Return the value that may be shown for an unpublished count of persons by itself.

    Example: 12 becomes "about 10", between 10 and 12; 13 becomes "about 15", between 13 and 17; 9 is withheld.
    "More than 88" becomes "more than 85", a range of 11 to 22 one of 10 to 25.
    """
    is_range = figure.qualifier is Qualifier.RANGE or figure.value is None
    lowest = (figure.value_low or 0.0) if is_range else float(figure.value or 0.0)
    if lowest < policy.threshold:
        return withheld(figure)
    base, down = policy.base, float(lowest // policy.base * policy.base)
    if is_range:
        high = None if figure.value_high is None else float(math.ceil(figure.value_high / base) * base)
        return with_number(figure, None, down, high, Qualifier.RANGE)
    if figure.qualifier and figure.qualifier.is_open_ended:
        return with_number(figure, down, None, None, Qualifier.AT_LEAST)
    if figure.qualifier is Qualifier.ABOUT and figure.value_low is not None and lowest == down:
        # Rounded by this rule before.
        return with_number(figure, down, figure.value_low, figure.value_high, Qualifier.ABOUT)
    value = nearest(lowest, base)
    low, high = _bounds(value, policy, source_says_about=figure.qualifier is Qualifier.ABOUT)
    return with_number(figure, value, low, high, Qualifier.ABOUT)


def nearest(count: float, base: int) -> float:
    """Return the multiple of the base that is nearest to the count as a whole number."""
    return float((math.floor(count + 0.5) + base // 2) // base * base)


def _bounds(value: float, policy: Policy, *, source_says_about: bool) -> tuple[float, float]:
    """Return the smallest and largest whole number that is rounded to the value."""
    low, high = value - policy.base // 2, value + (policy.base - 1) // 2
    if source_says_about:
        # The source is no more exact than this, so the true count may also lie below the threshold.
        return min(low, value - value / TENTH), max(high, value + value / TENTH)
    return max(low, float(policy.threshold)), high
