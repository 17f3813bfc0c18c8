"""The evidence of one cell: its status, the written conditions that decided it, its statements, and what differs."""

from dataclasses import dataclass, replace

from bukhara.model.codes import IndicatorType, ItemKind, State, Status
from bukhara.model.difference import Difference
from bukhara.model.framework import Indicator, Item, Pillar
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement
from bukhara.model.text import Text
from bukhara.progress.status import IndicatorStatus, statuses
from bukhara.views import contested
from bukhara.views.grouped import figures_of
from bukhara.views.same_answers import newest_first
from bukhara.views.theme import StateOnTheme, side_of


@dataclass(frozen=True, slots=True)
class Reason:
    """The answer to one question of the item; `condition` is the written condition that it meets, None if none.

    `complete` is the condition for in place (or for an activity), where the answer does not meet it yet. `other` is the
    mark of a second coder where it differs and the state has not confirmed the one that was kept.
    """

    indicator: Indicator
    status: IndicatorStatus
    condition: Text | None
    complete: Text | None
    behind: tuple[Statement, ...]
    other: str = ""

    @property
    def met(self) -> bool:
        """Whether the condition for in place, or for an activity, is met."""
        return self.status.status in (Status.IN_PLACE, Status.CONTINUING)


@dataclass(frozen=True, slots=True)
class EvidenceCell:
    """A state (or the region) on an item; `statements` counts all that the record holds about it."""

    item: Item
    pillar: Pillar | None
    side: StateOnTheme
    reasons: tuple[Reason, ...]
    more: tuple[Statement, ...]
    figures: tuple[Observation, ...]
    differences: tuple[Difference, ...]

    @property
    def statements(self) -> int:
        """The number of statements of any body."""
        return len(self.side.own) + len(self.side.others)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the sources that decided the status, each once."""
        behind = (row.source_id for reason in self.reasons for row in reason.behind if row.source_id)
        return tuple(dict.fromkeys(behind))


def build(snapshot: Snapshot, code: str, item_id: str) -> EvidenceCell:
    """Return the evidence of a cell; raise KeyError for an unknown state or item."""
    framework = snapshot.framework
    item, country = framework.item(item_id), framework.country(code)
    status = next((s for s in statuses(snapshot) if (s.country, s.item) == (code, item_id)), None)
    side = side_of(snapshot, item, country, status)
    asked = status.indicators if status else ()
    others = {c.indicator.id: c.other for c in snapshot.once(contested.build).codings if c.country == code}
    reasons = tuple(
        replace(_reason(snapshot, item, each), other=others.get(each.indicator, ""))
        for each in asked
        if _deciding(item, each.indicator)
    )
    used = {row.evidence_id for reason in reasons for row in reason.behind}
    names = {indicator.id for indicator in item.indicators}
    return EvidenceCell(
        item=item,
        pillar=next((each for each in framework.pillars if each.id == item.pillar), None),
        side=side,
        reasons=reasons,
        more=tuple(row for row in side.own if row.evidence_id not in used),
        figures=tuple(o for i in item.indicators for o in figures_of(snapshot, i.id, code) if o.state is State.VALUE),
        differences=tuple(
            d for d in snapshot.differences if d.country == code and any(o.indicator in names for o in d.observations)
        ),
    )


def _deciding(item: Item, indicator_id: str) -> bool:
    """Return whether an indicator decides the status: the milestones of an item, or else its activities."""
    wanted = IndicatorType.MILESTONE if item.kind is ItemKind.MILESTONE else IndicatorType.ACTIVITY
    deciding = [each.id for each in item.milestones if each.type is wanted]
    return indicator_id in (deciding or [each.id for each in item.milestones])


def _reason(snapshot: Snapshot, item: Item, status: IndicatorStatus) -> Reason:
    indicator = next(each for each in item.indicators if each.id == status.indicator)
    written = indicator.conditions
    if written is None:
        return Reason(indicator, status, None, None, newest_first(snapshot, status.behind))
    met = {
        Status.IN_PLACE: written.in_place,
        Status.CONTINUING: written.in_place,
        Status.UNDER_WAY: written.partly,
        Status.NOT_ASKED: written.none if status.no_step else None,
    }.get(status.status)
    complete = None if met == written.in_place else written.in_place
    return Reason(indicator, status, met, complete, newest_first(snapshot, status.behind))
