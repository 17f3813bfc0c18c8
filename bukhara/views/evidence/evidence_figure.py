"""The evidence of one figure: what it counts, who gave it, its series, and where sources differ about it."""

from dataclasses import dataclass

from bukhara.comparability.keys import key_of
from bukhara.model.difference import Difference
from bukhara.model.framework import Indicator
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.source import Source
from bukhara.progress.seen_content import figures_by_id
from bukhara.views.statements.grouped import figures_of


@dataclass(frozen=True, slots=True)
class EvidenceFigure:
    """A figure; `series` are figures of the same state, measure, body and breakdown that may share its axis."""

    figure: Observation
    measure: Indicator
    source: Source | None
    series: tuple[Observation, ...]
    differences: tuple[Difference, ...]


def build(snapshot: Snapshot, observation_id: str) -> EvidenceFigure:
    """Return the evidence of a figure; raise KeyError for an unknown id."""
    figure = snapshot.once(figures_by_id)[observation_id]
    same = (o for o in figures_of(snapshot, figure.indicator, figure.country) if o is not figure)
    return EvidenceFigure(
        figure=figure,
        measure=snapshot.framework.indicator(figure.indicator),
        source=snapshot.source(figure.source_id) if figure.source_id else None,
        series=tuple(o for o in same if _series(o) == _series(figure)),
        differences=tuple(
            d for d in snapshot.differences if any(o.observation_id == observation_id for o in d.observations)
        ),
    )


def _series(figure: Observation) -> tuple[object, ...]:
    return key_of(figure), figure.reporter, figure.partner, figure.kind_of_support
