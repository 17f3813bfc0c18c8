"""What is known of a theme in a state on the day of the page: the status as reported, and what stands beside it.

Pages, charts, slides and files read `Situation` and decide nothing.
"""

from dataclasses import dataclass, fields

from bukhara.model.codes import Contest, Position
from bukhara.model.partial_date import last_day
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
    def acts_after(self) -> tuple[PublicReport, ...]:
        """The acts on file from after the end of a reported period that is over."""
        return tuple(a for a in self.acts if self.period_ended and on_file.happened(a) > last_day(self.valid_until))


def situations(snapshot: Snapshot) -> tuple[Situation, ...]:
    """Return every item in framework order by every state in fixed order; region items once, as REG."""
    return snapshot.once(_situations)


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
