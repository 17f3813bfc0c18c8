"""Coverage and bounds of one state in a round (method 3): C, S, Low, High. Never summed over states."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import fsum

from bukhara.model.codes import ItemKind, Scope, State
from bukhara.model.framework import Framework
from bukhara.model.method import Method
from bukhara.progress.readings import in_round
from bukhara.progress.status import ItemStatus

BANDS = (0.0, 0.5, 1.0)
ROUNDING = 1e-9
"""Shares that differ by less are equal: sums of weights are not exact."""


class Display(StrEnum):
    """How a mean level may be shown: never without its coverage."""

    BAR_WITH_BAND = "bar_with_band"
    BAR = "bar"
    LIST = "list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """An applicable item with its weight, its levels (0-1, None without an answer) and the `questions` behind them."""

    item: str
    weight: float
    level: float | None
    level_capped: float | None
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """C, S and S* (None without an answer), Low and High, all 0-1; `band` is the nearest level."""

    applicable: int
    answered: int
    coverage: float
    level: float | None
    level_capped: float | None
    low: float
    high: float
    display: Display
    band: float | None


def cover(scored: Sequence[Scored], method: Method) -> Coverage | None:
    """Return C = sum_r w / sum w, S, Low and High of the items; None without applicable items."""
    total = fsum(s.weight for s in scored)
    if total <= 0:
        return None
    answered = [s for s in scored if s.level is not None]
    weight, level = fsum(s.weight for s in answered), mean(scored)
    capped = fsum(s.weight * (s.level_capped or 0.0) for s in answered)
    shown = display(weight / total, len(scored), method)
    return Coverage(
        applicable=len(scored),
        answered=len(answered),
        coverage=weight / total,
        level=level,
        level_capped=capped / weight if weight > 0 else None,
        low=capped / total,
        # An unanswered item could be at its full weight.
        high=fsum(s.weight * (1.0 if s.level is None else s.level) for s in scored) / total,
        display=shown,
        band=nearest(level) if shown is Display.BAR_WITH_BAND and level is not None else None,
    )


def mean(scored: Sequence[Scored]) -> float | None:
    """Return the weighted mean level of the answered items, S = sum_r w*s / sum_r w, or None without an answer."""
    answered = [(s.weight, s.level) for s in scored if s.level is not None]
    weight = fsum(weight for weight, _ in answered)
    return fsum(weight * level for weight, level in answered) / weight if weight > 0 else None


def display(coverage: float, applicable: int, method: Method) -> Display:
    """Return how a mean with this coverage (0-1) over this number of items may be drawn."""
    if applicable < method.coverage.min_items or coverage < method.coverage.bar - ROUNDING:
        return Display.LIST
    return Display.BAR if coverage < method.coverage.band - ROUNDING else Display.BAR_WITH_BAND


def nearest(level: float) -> float:
    """Return the nearest of 0, 0.5 and 1; the lower one if two are equally near."""
    return min(BANDS, key=lambda band: (abs(band - level), band))


def scored_items(statuses: Iterable[ItemStatus], framework: Framework, country: str) -> tuple[Scored, ...]:
    """Return one state's applicable country items that can be completed."""
    return tuple(
        Scored(
            item=s.item,
            weight=framework.item(s.item).weight,
            level=s.level,
            level_capped=s.level_capped,
            questions=tuple(i.indicator for i in s.indicators if i.level is not None),
        )
        for s in statuses
        if s.country == country and _is_scorable(s)
    )


def country_coverage(
    statuses: Iterable[ItemStatus], framework: Framework, country: str, *, on: date
) -> Coverage | None:
    """Return one state's coverage on a day; None in a reading, and if no item applies."""
    if not in_round(framework, country, on):
        return None
    return cover(scored_items(statuses, framework, country), framework.method)


def _is_scorable(status: ItemStatus) -> bool:
    once = status.scope is Scope.COUNTRY and status.kind is ItemKind.MILESTONE
    return once and status.applies and status.state is not State.NOT_APPLICABLE
