"""What is known of a theme in a state on the day of the page: the status as reported, and what stands beside it.

Pages, charts, slides and files read `Situation` and decide nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from bukhara.model.codes import Contest, Position, Scope
from bukhara.model.groups import group_by
from bukhara.model.partial_date import first_day, last_day
from bukhara.model.release import PublicReport, Snapshot
from bukhara.progress.answers import Answer, IndicatorStatus
from bukhara.progress.status import ItemStatus, statuses
from bukhara.situation import contested, on_file, replies

__all__ = ["Answer", "IndicatorStatus", "ItemStatus", "Situation", "situations"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation(ItemStatus):
    """The status of a state on an item, and what is known beside it.

    Attributes:
        acts: the acts on file that mark the cell, the weightiest first; they set no status.
        contests: why it is contested; empty if it is not.
        reply: the position of the state, if it replied to this status and not all statuses have one position.
    """

    acts: tuple[PublicReport, ...] = ()
    contests: tuple[Contest, ...] = ()
    reply: Position | None = None

    @property
    def named(self) -> list[PublicReport]:
        """Its acts on file, each once; what ended before the reported period began comes last."""
        return sorted(on_file.weightiest(self.acts), key=self._is_earlier)

    @property
    def has_earlier_acts_alone(self) -> bool:
        """Whether all its acts on file ended before the reported period began."""
        return bool(self.acts) and all(map(self._is_earlier, self.acts))

    def _is_earlier(self, report: PublicReport) -> bool:
        end = getattr(report.record, "valid_until", "")
        return bool(self.since and self.valid_until and end) and last_day(end) < first_day(self.since)

    @property
    def acts_after(self) -> tuple[PublicReport, ...]:
        """The acts on file from after the end of a reported period that is over."""
        return tuple(a for a in self.acts if self.period_ended and on_file.happened(a) > last_day(self.valid_until))


def situations(snapshot: Snapshot) -> tuple[Situation, ...]:
    """Return every item in framework order by every state in fixed order; region items once, as REG."""
    return snapshot.once(_situations)


def of_state(snapshot: Snapshot, code: str) -> Mapping[str, Situation]:
    """Return what is known of one state by the themes that it is asked about."""
    return {s.item: s for s in situations(snapshot) if s.country == code and s.scope is Scope.COUNTRY and s.applies}


def reported_by(snapshot: Snapshot, item: str) -> tuple[Situation, ...]:
    """Return the states that report a theme in place or continuing, in the fixed order."""
    return tuple(snapshot.once(_reported).get(item, ()))


def _reported(snapshot: Snapshot) -> Mapping[str, list[Situation]]:
    asked = (s for s in situations(snapshot) if s.scope is Scope.COUNTRY and s.applies)
    return group_by((s for s in asked if s.is_reported), lambda each: each.item)


def _situations(snapshot: Snapshot) -> tuple[Situation, ...]:
    return tuple(_beside(snapshot, each) for each in statuses(snapshot))


def _beside(snapshot: Snapshot, status: ItemStatus) -> Situation:
    cell = status.country, status.item
    return Situation(
        **{each.name: getattr(status, each.name) for each in fields(ItemStatus)},
        acts=tuple(snapshot.once(on_file.marking).get(cell, ())),
        contests=contested.reasons(snapshot, *cell),
        reply=replies.replied_cells(snapshot).get(cell),
    )
