"""Linear pace of a measure towards a state's own target (method 4); not computed for direction `none`."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bukhara.model.framework import Method


class PaceCode(StrEnum):
    """The assessment of a measure; the reader's words are in the message catalogue."""

    ACHIEVED = "achieved"
    ON_PACE = "on_pace"
    BEHIND = "behind"
    WELL_BEHIND = "well_behind"
    NO_MOVEMENT = "no_movement"
    REVERSING = "reversing"
    OVERDUE = "overdue"
    MAINTAINED = "maintained"
    LOST = "lost"
    NOT_ASSESSABLE = "not_assessable"


class NoPace(StrEnum):
    """The reason why a measure cannot be assessed."""

    DIRECTION_NONE = "direction_none"
    NO_TARGET = "no_target"
    ONE_POINT = "one_point"
    NOT_LATER = "not_later"
    BREAK = "break"
    OTHER_CLASS = "other_class"


class Direction(StrEnum):
    """The direction that the plan aims for; counts of crimes, cases and victims have no direction."""

    UP = "up"
    DOWN = "down"
    BAND = "band"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A figure at a time in years, with its comparability key."""

    value: float
    time: float
    comparability: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """The target of a plan for a time in years: one value, or a band from `low` to `high`."""

    direction: Direction
    time: float
    low: float
    high: float

    @classmethod
    def at(cls, value: float, *, direction: Direction, time: float) -> "Target":
        """Return a target of one value."""
        return cls(direction=direction, time=time, low=value, high=value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """A, F and P (None if they have no meaning), q = clip(A, 0, 1), and the code with its reason."""

    code: PaceCode
    reason: NoPace | None = None
    attainment: float | None = None
    time_used: float | None = None
    pace: float | None = None
    q: float | None = None


def pace(
    baseline: Point | None,
    latest: Point | None,
    target: Target | None,
    *,
    method: Method,
    broken: bool = False,
) -> Pace:
    """Return P = A / F with A = (y1-y0)/(yT-y0), F = (t1-t0)/(T-t0); `broken` means a break in the series."""
    if target is None:
        return Pace(code=PaceCode.NOT_ASSESSABLE, reason=NoPace.NO_TARGET)
    if target.direction is Direction.NONE:
        return Pace(code=PaceCode.NOT_ASSESSABLE, reason=NoPace.DIRECTION_NONE)
    if baseline is None or latest is None:
        return Pace(code=PaceCode.NOT_ASSESSABLE, reason=NoPace.ONE_POINT)
    reason = _incomparable(baseline, latest, broken=broken)
    if reason is not None:
        return Pace(code=PaceCode.NOT_ASSESSABLE, reason=reason)
    return _assess(baseline, latest, target, method)


def years(day: date) -> float:
    """Return a day as years, such that the same day of two years differs by a whole number."""
    return day.year + (day.month - 1 + (day.day - 1) / 31) / 12


def short_of(value: float, target: Target) -> float:
    """Return the distance of a value from the target, 0 if it meets the target."""
    below, above = max(0.0, target.low - value), max(0.0, value - target.high)
    if target.direction is Direction.UP:
        return below
    return above if target.direction is Direction.DOWN else max(below, above)


def _incomparable(baseline: Point, latest: Point, *, broken: bool) -> NoPace | None:
    if latest.time <= baseline.time:
        return NoPace.NOT_LATER
    if broken:
        return NoPace.BREAK
    return NoPace.OTHER_CLASS if baseline.comparability != latest.comparability else None


def _assess(baseline: Point, latest: Point, target: Target, method: Method) -> Pace:
    before, now = short_of(baseline.value, target), short_of(latest.value, target)
    met = now <= method.tolerance
    if before <= method.tolerance:
        # Where the target was met at the start there is no distance to cover, so A and P have no meaning.
        return Pace(code=PaceCode.MAINTAINED if met else PaceCode.LOST)
    attained = _attainment(baseline, latest, target)
    span = target.time - baseline.time
    used = (latest.time - baseline.time) / span if span > 0 else None
    ratio = attained / used if used else None
    if met:
        code = PaceCode.ACHIEVED
    elif ratio is None or latest.time >= target.time:
        code = PaceCode.OVERDUE
    else:
        code = _code(ratio, method)
    q = min(1.0, max(0.0, attained))
    return Pace(code=code, attainment=attained, time_used=used, pace=ratio, q=q)


def _attainment(baseline: Point, latest: Point, target: Target) -> float:
    if target.direction is Direction.BAND:
        start = short_of(baseline.value, target)
        return (start - short_of(latest.value, target)) / start
    wanted = target.low if target.direction is Direction.UP else target.high
    return (latest.value - baseline.value) / (wanted - baseline.value)


def _code(ratio: float, method: Method) -> PaceCode:
    if ratio >= method.pace_on - method.tolerance:
        return PaceCode.ON_PACE
    if ratio >= method.pace_behind - method.tolerance:
        return PaceCode.BEHIND
    if abs(ratio) <= method.tolerance:
        return PaceCode.NO_MOVEMENT
    return PaceCode.WELL_BEHIND if ratio > 0 else PaceCode.REVERSING
