"""Coverage and bounds of one state in a round (method 3): C, S, Low, High. Never summed over states."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from math import fsum

from bukhara.model.codes import ItemKind, Scope
from bukhara.model.framework import Framework
from bukhara.model.method import Method
from bukhara.progress.readings import in_round
from bukhara.progress.status import ItemStatus

BANDS = (0.0, 0.5, 1.0)
ROUNDING = 1e-9
"""Shares that differ by less are equal: sums of weights are not exact."""


class NoLevel(StrEnum):
    """Why a state in a round has no level: too few themes apply, or too few of them were answered."""

    FEW_THEMES = "few_themes"
    FEW_ANSWERS = "few_answers"


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
    """C, and where it is enough S, S*, Low and High, all 0-1; otherwise they are None, and `no_level` says why.

    Low and High are what open themes could make of S. `band` is the level nearest to S, where C is high.
    """

    applicable: int
    answered: int
    coverage: float
    no_level: NoLevel | None
    level: float | None = None
    level_capped: float | None = None
    low: float | None = None
    high: float | None = None
    band: float | None = None


def cover(scored: Sequence[Scored], method: Method) -> Coverage | None:
    """Return C = sum_r w / sum w and what it allows of S, S*, Low and High; None without applicable items."""
    total = fsum(s.weight for s in scored)
    if total <= 0:
        return None
    answered = [s for s in scored if s.level is not None]
    weight, level = fsum(s.weight for s in answered), mean(scored)
    share = weight / total
    missing = no_level(share, len(scored), method)
    covered = Coverage(applicable=len(scored), answered=len(answered), coverage=share, no_level=missing)
    if missing or level is None:
        return covered
    return replace(
        covered,
        level=level,
        level_capped=fsum(s.weight * (s.level_capped or 0.0) for s in answered) / weight,
        # An unanswered item could be at nothing, or at its full weight.
        low=fsum(s.weight * (s.level or 0.0) for s in scored) / total,
        high=fsum(s.weight * (1.0 if s.level is None else s.level) for s in scored) / total,
        band=None if share < method.coverage.band - ROUNDING else nearest(level),
    )


def mean(scored: Sequence[Scored]) -> float | None:
    """Return the weighted mean level of the answered items, S = sum_r w*s / sum_r w, or None without an answer."""
    answered = [(s.weight, s.level) for s in scored if s.level is not None]
    weight = fsum(weight for weight, _ in answered)
    return fsum(weight * level for weight, level in answered) / weight if weight > 0 else None


def no_level(coverage: float, applicable: int, method: Method) -> NoLevel | None:
    """Return why a coverage (0-1) over a number of items allows no level; None if it allows one."""
    if applicable < method.coverage.min_items:
        return NoLevel.FEW_THEMES
    return NoLevel.FEW_ANSWERS if coverage < method.coverage.bar - ROUNDING else None


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
        if s.country == country and s.scope is Scope.COUNTRY and s.kind is ItemKind.MILESTONE and s.is_asked
    )


def country_coverage(
    statuses: Iterable[ItemStatus], framework: Framework, country: str, *, on: date
) -> Coverage | None:
    """Return one state's coverage on a day; None in a reading, and if no item applies."""
    if not in_round(framework, country, on):
        return None
    return cover(scored_items(statuses, framework, country), framework.method)
