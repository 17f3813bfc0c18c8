"""Differences between sources: the figures that differ, by how much, the likely causes and the decision on them."""

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bukhara.model.derived import Derived
from bukhara.model.messages import N_, Named
from bukhara.model.observation import Observation
from bukhara.model.round import Decision


class DifferenceKind(StrEnum):
    """The rule that found a difference."""

    TWO_VALUES = "two_values"
    PART_LARGER = "part_larger"
    PARTS_TOTAL = "parts_total"
    PERIODS_TOTAL = "periods_total"
    SHARES_TOTAL = "shares_total"
    TWO_LABELS = "two_labels"


class Cause(Named):
    """The likely causes of a difference, in the order in which they are listed."""

    OTHER_UNIT = "other_unit", N_("another counting unit")
    OTHER_STAGE = "other_stage", N_("another stage")
    OTHER_BASKET = "other_basket", N_("other offences, persons or places are counted")
    OTHER_BODY = "other_body", N_("another body")
    OTHER_PERIOD = "other_period", N_("another period")
    REVISION = "revision", N_("a later revision")
    CLASSES_NOT_NAMED = "classes_not_named", N_("other related offences, which are not named")
    UNKNOWN = "unknown", N_("not known")


class DifferenceStatus(Named):
    """Whether a difference is open, explained or decided."""

    OPEN = "open", N_("open")
    EXPLAINED = "explained", N_("explained")
    DECIDED = "decided", N_("decided")


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between the numbers of two or more figures.

    `first` is the figure or the total, `second` the other figure or the sum of the parts, as printed.
    The first `sides` members of `observations` make up the first number; the rest make up the second.
    `lapsed` is an earlier decision on the same figures that no longer applies, because their numbers have changed.
    """

    kind: DifferenceKind
    observations: tuple[Observation, ...]
    sides: int
    first: float
    second: float
    causes: tuple[Cause, ...]
    status: DifferenceStatus = DifferenceStatus.OPEN
    decided_by: str = ""
    decided_on: date | None = None
    reason: str = ""
    lapsed: Decision | None = None

    @property
    def group(self) -> str:
        """The stable id, made from the kind and the ids of the figures in any order."""
        ids = "|".join(sorted(o.observation_id for o in self.observations))
        return "d-" + hashlib.sha256(f"{self.kind}|{ids}".encode()).hexdigest()[:10]

    @property
    def country(self) -> str:
        """The code of the state or region that the figures are about."""
        return self.observations[0].country

    @property
    def cause(self) -> Cause:
        """The likeliest cause."""
        return self.causes[0]

    @property
    def ratio(self) -> float | None:
        """The larger number divided by the smaller one; None if the smaller one is zero."""
        small, large = sorted((self.first, self.second))
        return large / small if small > 0 else None

    @property
    def gap(self) -> float:
        """The absolute difference of the two numbers."""
        return abs(self.first - self.second)


@dataclass(frozen=True, slots=True)
class FoundDifferences(Derived):
    """The differences among `figures`, those of all days, without desk research and with it."""

    public: tuple[Difference, ...] = ()
    with_desk_research: tuple[Difference, ...] = ()
    figures: tuple[Observation, ...] = ()
