"""A difference between sources: which figures differ, by how much, the likely causes and the decision on it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from bukhara.model.observation import Observation
    from bukhara.model.round import Decision


class Kind(StrEnum):
    """Which rule found it."""

    TWO_VALUES = "two_values"
    PART_LARGER = "part_larger"
    PARTS_TOTAL = "parts_total"
    PERIODS_TOTAL = "periods_total"
    SHARES_TOTAL = "shares_total"
    ZERO_BESIDE = "zero_beside"
    TWO_LABELS = "two_labels"


class Cause(StrEnum):
    """Likely causes, in the order in which they are named."""

    OTHER_UNIT = "other_unit"
    OTHER_BASKET = "other_basket"
    OTHER_BODY = "other_body"
    OTHER_PERIOD = "other_period"
    REVISION = "revision"
    PRINTING_ERROR = "printing_error"
    UNKNOWN = "unknown"


class Standing(StrEnum):
    """Whether a difference is open."""

    OPEN = "open"
    EXPLAINED = "explained"
    DECIDED = "decided"


@dataclass(frozen=True, slots=True)
class Difference:
    """`first` is the figure or total, `second` the other figure or the sum of the parts, as printed.

    `sides` says how many of `observations` make up the first number; the rest make up the second.
    `lapsed` is a decision on the same figures when their numbers were others: it holds no longer.
    """

    kind: Kind
    observations: tuple[Observation, ...]
    sides: int
    first: float
    second: float
    causes: tuple[Cause, ...]
    status: Standing = Standing.OPEN
    decided_by: str = ""
    decided_on: date | None = None
    reason: str = ""
    lapsed: Decision | None = None

    @property
    def group(self) -> str:
        """Stable name: the same figures give the same one, whatever their order."""
        ids = "|".join(sorted(o.observation_id for o in self.observations))
        return "d-" + hashlib.sha256(f"{self.kind}|{ids}".encode()).hexdigest()[:10]

    @property
    def country(self) -> str:
        """The state or region that the figures are about."""
        return self.observations[0].country

    @property
    def cause(self) -> Cause:
        """The likeliest cause."""
        return self.causes[0]

    @property
    def ratio(self) -> float | None:
        """The larger number by the smaller; None where that is zero."""
        small, large = sorted((self.first, self.second))
        return large / small if small > 0 else None

    @property
    def gap(self) -> float:
        """How far the two numbers are apart."""
        return abs(self.first - self.second)


@dataclass(frozen=True, slots=True)
class FoundDifferences:
    """The differences among the figures of all days: those that are public by default, and with desk research."""

    public: tuple[Difference, ...] = ()
    with_desk_research: tuple[Difference, ...] = ()
