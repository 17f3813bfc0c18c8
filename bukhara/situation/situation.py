"""What is known of a theme in a state on the day of the page: the status as reported, and what stands beside it.

Pages, charts, slides and files read `Situation` and decide nothing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date

from bukhara.model.codes import Contest, Position, Scope, State, Status
from bukhara.model.groups import group_by
from bukhara.model.marks import LAST_REPORTED, MENTIONED
from bukhara.model.partial_date import last_day
from bukhara.model.release import PublicReport, Snapshot
from bukhara.model.statement import Statement
from bukhara.progress.answers import IndicatorStatus
from bukhara.progress.records import records_of
from bukhara.progress.status import ItemStatus, item_status, statuses, statuses_of
from bukhara.situation import contested, on_file, replies
from bukhara.situation.statements import mentions

__all__ = ["IndicatorStatus", "Situation", "situations"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation(ItemStatus):
    """The status of a state on an item, and what is known beside it on the day of the page.

    Attributes:
        period_ended: it is in place or going on as reported, and its period is over.
        last_reported: the year of an annual item has ended.
        mentioned: there is no status and nobody asked, but the state's own bodies reported something about the theme.
        asked_on: the day of the newest unanswered request.
        answer_due: its last day, None afterwards; what was known stays until then.
        overdue: the day of the newest request that was not answered in time; a later request does not hide it.
        acts: the acts on file that mark the cell, the weightiest first; they set no status.
        contests: why it is contested; empty if it is not.
        day: the calendar day of the page, by which periods are judged.
        reply: the position of the state, if it replied to this status and not all statuses have one position.
    """

    period_ended: bool = False
    last_reported: bool = False
    mentioned: bool = False
    asked_on: date | None = None
    answer_due: date | None = None
    overdue: date | None = None
    acts: tuple[PublicReport, ...] = ()
    contests: tuple[Contest, ...] = ()
    day: date = field(default=date.max, compare=False)
    reply: Position | None = None

    @property
    def mark(self) -> str:
        """The mark that shows it: that of an answer, else `last_reported` or `mentioned`."""
        if self.last_reported or self.mentioned:
            return LAST_REPORTED if self.last_reported else MENTIONED
        return State.NOT_ASKED.value if self.is_awaited else super(Situation, self).mark

    @property
    def is_awaited(self) -> bool:
        """Whether nothing is known but that it was asked, and the last day for an answer has not passed."""
        return self.state is State.NOT_REPORTED and bool(self.answer_due) and not self.overdue

    @property
    def is_over(self) -> bool:
        """Whether it was reported in place for a period that is over."""
        return self.applies and self.is_in_place and self.period_ended

    @property
    def is_example(self) -> bool:
        """Whether it is in place or going on, as it was reported, for a period that is not over."""
        return self.is_reported and not self.period_ended

    @property
    def named(self) -> list[PublicReport]:
        """Its acts on file, each once; those whose own period is over come last."""
        return sorted(on_file.weightiest(self.acts), key=self.is_earlier)

    def is_earlier(self, report: PublicReport) -> bool:
        """Return whether the own period of an act on file is over, whatever was reported."""
        end = getattr(report.record, "valid_until", "")
        return bool(end) and last_day(end) < self.day

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
    return tuple(
        replace(
            judged(snapshot, each),
            acts=tuple(snapshot.once(on_file.marking).get(cell, ())),
            contests=contested.reasons(snapshot, *cell),
            reply=replies.replied_cells(snapshot).get(cell),
        )
        for each in statuses(snapshot)
        if (cell := (each.country, each.item))
    )


def judged_of(snapshot: Snapshot, country: str) -> tuple[Situation, ...]:
    """Return the items that one state, or the region, is asked about, without what stands beside their statuses."""
    return tuple(judged(snapshot, each) for each in statuses_of(snapshot, country))


def situation_of(snapshot: Snapshot, country: str, item: str) -> Situation:
    """Return one of them."""
    framework = snapshot.framework
    return judged(snapshot, item_status(framework.item(item), country, records_of(snapshot, country), framework.method))


def judged(snapshot: Snapshot, status: ItemStatus) -> Situation:
    """Return a status on the day of the page, without what stands beside it."""
    today, found = snapshot.calendar_day, {each.name: getattr(status, each.name) for each in fields(ItemStatus)}
    asked, late = _requests(snapshot, status.indicators)
    is_silent = status.state is State.NOT_ASKED or (status.state is State.NOT_REPORTED and not late)
    spoken = mentions(snapshot, status.country, status.item) if is_silent and status.scope is Scope.COUNTRY else []
    found["source_date"] = status.source_date or max((snapshot.source(s.source_id).date for s in spoken), default=None)
    end = status.valid_until if status.is_reported and not status.ended else ""
    return Situation(
        **found,
        day=today,
        period_ended=bool(end) and last_day(end) < today,
        last_reported=status.status in (Status.IN_PLACE, Status.NOT_ASKED)
        and _newest_year(snapshot, status) < today.year,
        mentioned=bool(spoken),
        asked_on=max((s.asked_on for s in (*asked, *late) if s.asked_on), default=None),
        answer_due=max((s.due_date for s in asked if s.due_date), default=None),
        overdue=max((s.asked_on for s in late if s.asked_on), default=None),
    )


def mark_of(snapshot: Snapshot, answer: IndicatorStatus) -> str:
    """Return the mark of the answer to one question; what is asked is no gap before the last day for an answer."""
    is_awaited = answer.state is State.NOT_REPORTED and not _requests(snapshot, (answer,))[1]
    return State.NOT_ASKED.value if is_awaited else answer.mark


def _requests(snapshot: Snapshot, answers: Iterable[IndicatorStatus]) -> tuple[list[Statement], list[Statement]]:
    """Return the unanswered requests whose last day for an answer has not passed, and all others."""
    open_ = (each for each in answers if each.state is State.NOT_REPORTED)
    asked = [s for each in open_ for s in each.statements if s.state is State.NOT_REPORTED]
    in_time = [s for s in asked if s.due_date and s.due_date >= snapshot.calendar_day]
    return in_time, [s for s in asked if s not in in_time]


def _newest_year(snapshot: Snapshot, status: ItemStatus) -> int:
    """Return the first year of what was reported of an annual item; a late one without such a report."""
    is_annual = snapshot.framework.indicator
    held = [a for a in status.indicators if (a.ended or a.is_in_place) and is_annual(a.indicator).annual]
    years = (last_day(each.since).year if each.since else each.source_date.year for each in held if each.source_date)
    return min(years, default=date.max.year)
