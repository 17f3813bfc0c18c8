"""Series: the figures of one state that a chart joins over time, and why a new figure is not one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bukhara.comparability.keys import kind_of_period, length
from bukhara.model.observation import BREAKDOWNS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bukhara.model.observation import Observation

COLUMNS = (
    *("unit", "counting_unit", "stage", "offence_class", "legal_article", "identifying_body", "territorial_scope"),
    "reporter",
)
"""The columns that must be equal in a series, besides its breakdowns and the kind and length of its periods."""
PERIOD = "period_end"
"""The column named where the kinds or lengths of the periods differ."""


@dataclass(frozen=True, slots=True)
class SeriesFit:
    """How a new figure fits the accepted ones: the newest figure of the nearest series, and where it differs from it.

    Without `nearest` it is the first of its kind; without `columns` it joins the series.
    """

    nearest: Observation | None = None
    columns: tuple[str, ...] = ()

    @property
    def correctable(self) -> tuple[str, ...]:
        """The columns that can be taken over from the series; the days of a period cannot."""
        return tuple(column for column in self.columns if column != PERIOD)


def fit(figure: Observation, accepted: Iterable[Observation]) -> SeriesFit:
    """Return how a figure fits the accepted figures of its state and measure.

    A part is compared with the series of the same part, and a part that is new with the series of its whole.
    """
    rows = tuple(accepted)
    same_part = tuple(row for row in rows if _part(row) == _part(figure))
    candidates = same_part or tuple(row for row in rows if not any(_part(row)))
    found = [SeriesFit(row, _differing(figure, row)) for row in candidates]
    return min(found, key=_distance, default=SeriesFit())


def _distance(found: SeriesFit) -> tuple[int, int]:
    assert found.nearest is not None, "a distance is one to another figure"
    return len(found.columns), -_end(found.nearest).toordinal()


def _differing(figure: Observation, other: Observation) -> tuple[str, ...]:
    columns = tuple(name for name in COLUMNS if getattr(figure, name) != getattr(other, name))
    same_period = (kind_of_period(figure), length(figure)) == (kind_of_period(other), length(other))
    return columns if same_period else (*columns, PERIOD)


def _part(figure: Observation) -> tuple[str, ...]:
    return tuple(getattr(figure, name) for name in BREAKDOWNS)


def _end(figure: Observation) -> date:
    return figure.period_end or figure.period_start or date.min
