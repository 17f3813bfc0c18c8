"""Parts and wholes: figures that break down another figure."""

from collections.abc import Iterable
from functools import lru_cache

from bukhara.model.columns import values_of
from bukhara.model.groups import group_by
from bukhara.model.observation import BREAKDOWNS, WHAT, Observation

Limits = frozenset[tuple[str, str]]
"""The breakdowns that a figure is limited to, as (column, code)."""
_SAME = ("country", "indicator", *(name for name in WHAT if name not in ("legal_article", "territorial_scope")))


class Wholes:
    """Figures grouped by what they count, so that each part finds its whole at once.

    Example:
        >>> wholes = Wholes(figures)
        >>> [figure for figure in figures if not wholes.has_part(figure)]
    """

    def __init__(self, figures: Iterable[Observation]) -> None:
        self._alike = group_by(figures, _without_breakdown)
        self._limits = {key: {breakdowns(figure) for figure in alike} for key, alike in self._alike.items()}

    def has_part(self, figure: Observation) -> bool:
        """Return whether a figure is a part of one of these (16 cases related to minors, of 24)."""
        own = breakdowns(figure)
        return bool(own) and any(each < own for each in self._limits.get(_without_breakdown(figure), ()))

    def parts_of(self, whole: Observation) -> list[Observation]:
        """Return those of these figures that are parts of `whole`, in the order in which they were given."""
        own = breakdowns(whole)
        return [each for each in self._alike.get(_without_breakdown(whole), ()) if own < breakdowns(each)]


def breakdowns(figure: Observation) -> Limits:
    """Return the breakdowns that limit a figure, as (column, code)."""
    return _named(_codes(figure))


_codes = values_of(*BREAKDOWNS)


@lru_cache(maxsize=1 << 14)
def _named(codes: tuple[str, ...]) -> Limits:
    return frozenset((name, code) for name, code in zip(BREAKDOWNS, codes, strict=True) if code)


def _without_breakdown(figure: Observation) -> tuple[object, ...]:
    return (*(getattr(figure, name) for name in _SAME), figure.period, figure.state, bool(figure.reporter))
