"""Parts and wholes: figures that break down another figure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from bukhara.model.observation import BREAKDOWNS

if TYPE_CHECKING:
    from bukhara.model.observation import Observation

_SAME = ("country", "indicator", "unit", "counting_unit", "stage", "offence_class", "identifying_body")


def is_part(figure: Observation, others: Iterable[Observation]) -> bool:
    """Return whether a figure is a part of one of the others (16 cases related to minors, of 24)."""
    own, limited_to = _without_breakdown(figure), breakdowns(figure)
    return any(breakdowns(o) < limited_to and _without_breakdown(o) == own for o in others)


def breakdowns(figure: Observation) -> frozenset[tuple[str, str]]:
    """Return the breakdowns that limit a figure, as (column, code)."""
    return frozenset((name, getattr(figure, name)) for name in BREAKDOWNS if getattr(figure, name))


def _without_breakdown(figure: Observation) -> tuple[object, ...]:
    return (*(getattr(figure, name) for name in _SAME), figure.period, figure.state, bool(figure.reporter))
