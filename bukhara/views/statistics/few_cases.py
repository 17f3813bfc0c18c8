"""Neighbouring figures of one kind with too few cases to read a change between them (method 4): words only."""

from dataclasses import dataclass
from itertools import pairwise

from bukhara.comparability.axis_groups import AxisGroup
from bukhara.comparability.keys import kind_of_period
from bukhara.comparability.rate import CLOSED, COUNT
from bukhara.model.codes import Qualifier, State
from bukhara.model.method import Method
from bukhara.model.observation import Observation
from bukhara.progress.noise import Exposure, chance


@dataclass(frozen=True, slots=True)
class FewCases:
    """The figures of one axis, and the neighbours with a difference no larger than chance alone would give."""

    axis_group: AxisGroup
    pairs: tuple[tuple[Observation, Observation], ...]


def few_cases(axis_groups: tuple[AxisGroup, ...], method: Method) -> tuple[FewCases, ...]:
    """Return the groups with such neighbours: exact counts over consecutive closed periods, with one key."""
    found = (FewCases(p, tuple(pair for pair in pairwise(p.observations) if _few(*pair, method))) for p in axis_groups)
    return tuple(few for few in found if few.pairs)


def _few(first: Observation, second: Observation, method: Method) -> bool:
    is_later = first.period_end and second.period_start and first.period_end < second.period_start
    if not (_exact(first) and _exact(second) and is_later):
        return False
    return chance(_exposure(first), _exposure(second)) > method.noise_p


def _exact(figure: Observation) -> bool:
    counted = figure.state is State.VALUE and figure.value is not None and figure.unit == COUNT
    exact = figure.qualifier in (None, Qualifier.EXACT)
    return counted and exact and bool(figure.period.months) and kind_of_period(figure) in CLOSED


def _exposure(figure: Observation) -> Exposure:
    return Exposure(events=int(figure.value or 0), months=float(figure.period.months or 0))
