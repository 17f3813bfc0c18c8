"""The board of a round: a line for each state in the fixed order, with its stage. For those who may see rounds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bukhara.model.framework import Country, Framework, Item
from bukhara.model.round import Request, Round, RoundEvent, RoundProgress, RoundStage, RoundStep
from bukhara.views.rounds.course import Course, course_of


@dataclass(frozen=True, slots=True)
class StepDay:
    """A stage of a round in one state: the day of its end, or of the publication, and whether it is the present one."""

    step: RoundStep
    day: date
    is_now: bool


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One state. `by_draft`: nobody noted a day of receipt, so it is the day on which an answer came in.

    `steps` are the stages with their days, where the round has lengths and the state was asked; `events` is what
    happened, oldest first.
    """

    country: Country
    asked: RoundProgress
    course: Course
    by_draft: bool = False
    steps: tuple[StepDay, ...] = ()
    events: tuple[RoundEvent, ...] = ()

    @property
    def stage(self) -> RoundStage:
        """The last step of the state."""
        return self.course.stage


@dataclass(frozen=True, slots=True)
class Board:
    """One round, the items that it asks for, and a line for each state in the fixed order."""

    round: Round
    items: tuple[Item, ...]
    lines: tuple[RoundLine, ...]


def build(
    asking: Round,
    noted: Iterable[RoundProgress],
    events: Iterable[RoundEvent],
    framework: Framework,
    *,
    on: date,
    answers: Mapping[str, tuple[frozenset[str], frozenset[str]]],
) -> Board:
    """Return the board of a round as of the day `on`.

    `answers` has for each state the questions that it was asked and those of them with a public answer.
    """
    mine = {line.country: line for line in noted}
    happened: Mapping[str, list[RoundEvent]] = defaultdict(list)
    for event in events:
        happened[event.country].append(event)
    wanted = asking.items or tuple(item.id for item in framework.items)

    def line(country: Country) -> RoundLine:
        asked = mine.get(country.code, RoundProgress(round_id=asking.round_id, country=country.code))
        questions, public = answers.get(country.code, (frozenset[str](), frozenset[str]()))
        course = course_of(happened[country.code], on=on, asked=questions, public=public)
        by_draft = asked.received is None and course.came is not None
        seen = replace(asked, received=course.came) if by_draft else asked
        return RoundLine(
            country, seen, course, by_draft, steps_of(asking, seen, course, on=on), tuple(happened[country.code])
        )

    return Board(
        round=asking,
        items=tuple(item for item in framework.items if item.id in wanted),
        lines=tuple(map(line, framework.countries)),
    )


def asked_last(requests: Iterable[Request], country: str) -> Request | None:
    """Return the newest request to a state, or None if no request was sent to it."""
    return max((each for each in requests if each.country == country), key=lambda each: each.sent, default=None)


def steps_of(asking: Round, asked: RoundProgress, course: Course, *, on: date) -> tuple[StepDay, ...]:
    """Return the stages of a round in one state with their days; none without lengths, before it is asked, or after.

    The present one is that of the day, except that answers are awaited until some are there, and that nothing is
    awaited once all of them are public or cleared.
    """
    end = asking.publication_day(asked.due)
    if asking.closed or not (asked.sent and asked.due and end):
        return ()
    questions = asked.due + timedelta(days=asking.days.questions)
    if course.stage in (RoundStage.PUBLISHED, RoundStage.CLEARED):
        now = RoundStep.PUBLICATION
    elif course.came is None or (on <= asked.due and not course.is_whole):
        now = RoundStep.ANSWERS
    else:
        now = RoundStep.QUESTIONS if on <= questions else RoundStep.LAST_WORD if on <= end else RoundStep.PUBLICATION
    ends = zip(RoundStep, (asked.due, questions, end, end), strict=True)
    return tuple(StepDay(step, day, step is now) for step, day in ends)
