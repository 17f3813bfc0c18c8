"""The evidence of one cell or one figure: what decided it, what it counts, its series, and where sources differ."""

from dataclasses import dataclass

from bukhara.comparability.keys import key_of
from bukhara.model.codes import State
from bukhara.model.difference import Difference
from bukhara.model.framework import Indicator, Item
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.progress.seen_content import figures_by_id
from bukhara.situation import contested
from bukhara.situation.situation import mark_of, situations
from bukhara.situation.statements import figures_of, newest_first
from bukhara.views.themes.theme import StateOnTheme, side_of


@dataclass(frozen=True, slots=True)
class Reason:
    """The answer to one question of the item, and the statements behind it.

    `mark` shows the answer on the day of the page; `other` is that of a second coder where it differs and the state has
    not confirmed the one that was kept.
    """

    indicator: Indicator
    mark: str
    behind: tuple[Statement, ...]
    other: str


@dataclass(frozen=True, slots=True)
class EvidenceCell:
    """A state (or the region) on an item."""

    item: Item
    side: StateOnTheme
    reasons: tuple[Reason, ...]
    more: tuple[Statement, ...]
    figures: tuple[Observation, ...]
    differences: tuple[Difference, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that decided the status, each once."""
        behind = (row.source_id for reason in self.reasons for row in reason.behind if row.source_id)
        return tuple(dict.fromkeys(behind))


def build(snapshot: Snapshot, code: str, item_id: str) -> EvidenceCell:
    """Return the evidence of a cell; raise KeyError for an unknown state or item."""
    framework = snapshot.framework
    item, country = framework.item(item_id), framework.country(code)
    status = next((s for s in situations(snapshot) if (s.country, s.item) == (code, item_id)), None)
    side = side_of(snapshot, item, country, status)
    others = {c.indicator.id: c.other for c in contested.points(snapshot, code).codings}
    reasons = tuple(
        Reason(
            framework.indicator(answer.indicator),
            mark_of(snapshot, answer),
            newest_first(snapshot, answer.behind),
            others.get(answer.indicator, ""),
        )
        for answer in (status.deciding if status else ())
    )
    used = {row.evidence_id for reason in reasons for row in reason.behind}
    names = {indicator.id for indicator in item.indicators}
    return EvidenceCell(
        item=item,
        side=side,
        reasons=reasons,
        more=tuple(row for row in side.own if row.evidence_id not in used),
        figures=tuple(o for i in item.indicators for o in figures_of(snapshot, i.id, code) if o.state is State.VALUE),
        differences=tuple(
            d for d in snapshot.differences if d.country == code and any(o.indicator in names for o in d.observations)
        ),
    )


@dataclass(frozen=True, slots=True)
class EvidenceFigure:
    """A figure; `series` are figures of the same state, measure, body and breakdown that may share its axis."""

    figure: Observation
    measure: Indicator
    source: Source | None
    series: tuple[Observation, ...]
    differences: tuple[Difference, ...]


def evidence_of_figure(snapshot: Snapshot, observation_id: str) -> EvidenceFigure:
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
