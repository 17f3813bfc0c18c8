"""A difference between sources: what differs, by how much, why perhaps, and whether somebody decided."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from bukhara.comparability.concepts import same_basket
from bukhara.comparability.times import Lie, lie

if TYPE_CHECKING:
    from datetime import date

    from bukhara.model.observation import Observation
    from bukhara.model.round import Decision

SMALL = 0.1
"""Share of a total up to which a sum that is off looks like a printing error."""


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


def causes(one: Observation, other: Observation) -> tuple[Cause, ...]:
    """Return what could explain two values, likeliest first; never empty."""
    same_source = one.source_id == other.source_id
    same_body = one.reporter == other.reporter
    told = (
        (Cause.OTHER_UNIT, one.counting_unit != other.counting_unit),
        (Cause.OTHER_BASKET, not same_basket(one, other) or one.legal_article != other.legal_article),
        (Cause.OTHER_BODY, not same_body),
        (Cause.OTHER_PERIOD, lie(one, other) is not Lie.SAME or one.period != other.period),
        (Cause.REVISION, same_body and not same_source),
        (Cause.PRINTING_ERROR, same_body and same_source and one.source_locator == other.source_locator),
    )
    return tuple(cause for cause, is_so in told if is_so) or (Cause.UNKNOWN,)


def causes_of_sum(total: float, added: float) -> tuple[Cause, ...]:
    """Return what could explain a sum that is off: little looks like a printing error."""
    is_small = abs(total - added) <= SMALL * max(abs(total), 1.0) + 1e-9
    return (Cause.PRINTING_ERROR,) if is_small else (Cause.UNKNOWN,)
