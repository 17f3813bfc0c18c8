"""What a round has come to in one state, from the events that happened: its stage, and what still waits; pure."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import date

from bukhara.model.round import RoundEvent, RoundEventKind, RoundStage

_WITH_US = {RoundEventKind.RECEIVED, RoundEventKind.SUBMITTED, RoundEventKind.APPROVED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The days that were noted, the day on which the first answer came that still counts, and how much is answered.

    `given` of `of` questions are answered in what is public or with the secretariat; `is_complete`: the state said that
    this is all.
    """

    stage: RoundStage
    days: dict[str, date | None]
    came: date | None
    given: int
    of: int
    is_complete: bool

    @property
    def is_whole(self) -> bool:
        """Whether no more is expected of the state."""
        return self.is_complete or self.stage is RoundStage.CLEARED or self.given == self.of > 0

    @property
    def is_open(self) -> bool:
        """Whether the state was asked and more is expected of it."""
        return self.stage is not RoundStage.NOT_SENT and not self.is_whole


def course_of(
    events: Iterable[RoundEvent], *, on: date, asked: frozenset[str] = frozenset(), public: frozenset[str] = frozenset()
) -> Course:
    """Return what the events of one state in one round, oldest first, have come to on the day `on`.

    `asked` are the questions, `public` those of them that the record has an answer to.
    """
    days: dict[str, date | None] = {}
    newest: dict[int, RoundEvent] = {}
    first: dict[int, date] = {}
    answers: dict[int, str] = {}
    is_complete = False
    for event in (each for each in events if (each.day or each.at.date()) <= on):
        days |= event.days
        if event.draft_id:
            newest[event.draft_id] = event
            first.setdefault(event.draft_id, event.day or on)
            answers[event.draft_id] = event.answers or answers.get(event.draft_id, "")
        if event.kind in (RoundEventKind.COMPLETE, RoundEventKind.TAKEN_BACK):
            is_complete = event.kind is RoundEventKind.COMPLETE and event.day is not None
    kinds = {event.kind for event in newest.values()}
    with_us = {number for number, event in newest.items() if event.kind in _WITH_US}
    counting = with_us | {n for n, event in newest.items() if event.kind is RoundEventKind.PUBLISHED}
    given = asked & public.union(*(answers[number].split() for number in with_us))
    is_answered = is_complete or len(given) == len(asked) > 0
    return Course(
        stage=_stage(days, kinds, on=on, is_partly=bool(given), is_answered=is_answered),
        days=days,
        came=days.get("received") or min((first[number] for number in counting), default=None),
        given=len(given),
        of=len(asked),
        is_complete=is_complete,
    )


def _stage(
    days: dict[str, date | None], kinds: Set[RoundEventKind], *, on: date, is_partly: bool, is_answered: bool
) -> RoundStage:
    due = days.get("due")
    steps = (
        (RoundStage.NOT_SENT, not days.get("sent") and not days.get("cleared")),
        (RoundStage.CLEARED, days.get("cleared")),
        (RoundStage.RECEIVED, kinds & _WITH_US),
        (RoundStage.SENT_BACK, RoundEventKind.SENT_BACK in kinds),
        (RoundStage.PUBLISHED, is_answered),
        (RoundStage.RECEIVED, days.get("received")),
        (RoundStage.PARTLY, is_partly),
        (RoundStage.REMINDED, days.get("reminded")),
        (RoundStage.DUE, due and on > due),
    )
    return next((stage for stage, is_so in steps if is_so), RoundStage.SENT)
