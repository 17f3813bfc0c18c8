"""Levels of milestones and items in a round (method 2): s and s* capped by evidence. Never for a reading."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from bukhara.model.codes import EvidenceGrade, Status
from bukhara.model.method import Method

LEVEL_OF = {Status.IN_PLACE: 1.0, Status.UNDER_WAY: 0.5, Status.PLANNED: 0.0}
"""The level s of a milestone by the status that its written conditions give it; a challenge gives none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A level s, and the part of it that its evidence supports, s* = min(s, cap); both 0-1."""

    level: float
    capped: float


def capped(level: float, grade: EvidenceGrade, method: Method) -> float:
    """Return s* = min(s, cap(grade)), 0-1."""
    return min(level, method.cap(grade))


def milestone_level(answers: Sequence[tuple[float, EvidenceGrade]], method: Method) -> Level | None:
    """Return the highest s and the highest s* among the answers to one milestone, or None without answers."""
    if not answers:
        return None
    return Level(
        level=max(level for level, _ in answers), capped=max(capped(level, grade, method) for level, grade in answers)
    )


def item_level(milestones: Sequence[tuple[float, Level | None]]) -> Level | None:
    """Return the weighted mean of (weight, level) pairs, or None if any milestone has no level.

    A mean over some of the milestones would look like an answer to the whole item.
    """
    answered = [(weight, level) for weight, level in milestones if level is not None]
    total = fsum(weight for weight, _ in answered)
    if len(answered) < len(milestones) or total <= 0:
        return None
    return Level(
        level=fsum(weight * level.level for weight, level in answered) / total,
        capped=fsum(weight * level.capped for weight, level in answered) / total,
    )
