"""The board of a round: a line for each state in the fixed order, with its stage. For those who may see rounds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from bukhara.model.draft import Draft, DraftState
from bukhara.model.framework import Country, Framework, Item
from bukhara.model.round import Request, Round, RoundProgress


class Stage(StrEnum):
    """The last step of a state in a round."""

    NOT_SENT = "not_sent"
    SENT = "sent"
    DUE = "due"
    REMINDED = "reminded"
    RECEIVED = "received"
    CLEARED = "cleared"


class RoundStep(StrEnum):
    """The stages of a round that have a length, and the publication after them."""

    ANSWERS = "answers"
    QUESTIONS = "questions"
    LAST_WORD = "last_word"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class StepDay:
    """A stage of a round in one state: the day of its end, or of the publication, and whether it is the present one."""

    step: RoundStep
    day: date
    is_now: bool


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One state. `by_draft`: nobody noted a day of receipt, so it is the day on which the workbook was uploaded.

    `steps` are the stages with their days, where the round has lengths and the state was asked.
    """

    country: Country
    asked: RoundProgress
    stage: Stage
    by_draft: bool = False
    steps: tuple[StepDay, ...] = ()


@dataclass(frozen=True, slots=True)
class Board:
    """One round, the items that it asks for, and a line for each state in the fixed order."""

    round: Round
    items: tuple[Item, ...]
    lines: tuple[RoundLine, ...]

    def count(self, *stages: Stage) -> int:
        """Return the number of states at one of these stages."""
        return sum(line.stage in stages for line in self.lines)


def build(
    asking: Round, noted: Iterable[RoundProgress], drafts: Sequence[Draft], framework: Framework, *, on: date
) -> Board:
    """Return the board of a round as of the day `on`.

    `noted` has the notes of every round, because a draft answers the request that was sent last.
    """
    every = tuple(noted)
    mine = {line.country: line for line in every if line.round_id == asking.round_id}
    answers = _answers(asking.round_id, every, drafts)
    wanted = asking.items or tuple(item.id for item in framework.items)
    return Board(
        round=asking,
        items=tuple(item for item in framework.items if item.id in wanted),
        lines=tuple(
            _line(
                asking,
                c,
                mine.get(c.code, RoundProgress(round_id=asking.round_id, country=c.code)),
                answers[c.code],
                on,
            )
            for c in framework.countries
        ),
    )


def asked_last(requests: Iterable[Request], country: str) -> Request | None:
    """Return the newest request to a state, or None if no request was sent to it."""
    return max((each for each in requests if each.country == country), key=lambda each: each.sent, default=None)


def stage_of(asked: RoundProgress, *, on: date) -> Stage:
    """Return the newest stage on the day `on`; a passed due date is a stage only if no reminder was sent."""
    if asked.cleared:
        return Stage.CLEARED
    if asked.received:
        return Stage.RECEIVED
    if not asked.sent:
        return Stage.NOT_SENT
    if asked.reminded:
        return Stage.REMINDED
    return Stage.DUE if asked.due and on > asked.due else Stage.SENT


def steps_of(asking: Round, asked: RoundProgress, answers: Sequence[Draft] = (), *, on: date) -> tuple[StepDay, ...]:
    """Return the stages of a round in one state with their days; none without lengths, before it is asked, or after.

    Questions begin when the answers are there, the last word when the days for questions are over; the publication
    when all `answers` are published, or the state has cleared them.
    """
    days = asking.days
    if asking.closed or not (asked.due and days.questions + days.last_word):
        return ()
    questions = asked.due + timedelta(days=days.questions)
    end = questions + timedelta(days=days.last_word)
    now = RoundStep.ANSWERS
    if asked.cleared or (answers and all(each.state is DraftState.PUBLISHED for each in answers)):
        now = RoundStep.PUBLICATION
    elif asked.received:
        now = RoundStep.QUESTIONS if on <= questions else RoundStep.LAST_WORD
    ends = zip(RoundStep, (asked.due, questions, end, end), strict=True)
    return tuple(StepDay(step, day, step is now) for step, day in ends)


def _line(asking: Round, country: Country, asked: RoundProgress, answers: Sequence[Draft], on: date) -> RoundLine:
    by_draft = asked.received is None and bool(answers)
    seen = replace(asked, received=min(each.created_at.date() for each in answers)) if by_draft else asked
    return RoundLine(country, seen, stage_of(seen, on=on), by_draft, steps_of(asking, seen, answers, on=on))


def _answers(round_id: str, noted: Sequence[RoundProgress], drafts: Sequence[Draft]) -> Mapping[str, list[Draft]]:
    """Return the drafts of each state that answer this round."""
    found: Mapping[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        day = draft.created_at.date()
        sent = [(line.sent, line.round_id) for line in noted if line.country == draft.subject and line.sent]
        before = [each for each in sent if each[0] <= day]
        if draft.state is not DraftState.WITHDRAWN and before and max(before)[1] == round_id:
            found[draft.subject].append(draft)
    return found
