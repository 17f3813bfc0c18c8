"""The board of a round: a line for each state in the fixed order, with its stage. For those who may see rounds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bukhara.model.asking import Round, RoundProgress
from bukhara.model.draft import Draft, DraftState
from bukhara.model.framework import Country, Framework, Item
from bukhara.model.round import Request


class Stage(StrEnum):
    """The last step of a state in a round."""

    NOT_SENT = "not_sent"
    SENT = "sent"
    DUE = "due"
    REMINDED = "reminded"
    RECEIVED = "received"
    CLEARED = "cleared"


@dataclass(frozen=True, slots=True)
class RoundLine:
    """One state. `by_draft`: nobody noted a day of receipt, so it is the day on which the workbook was uploaded."""

    country: Country
    asked: RoundProgress
    stage: Stage
    by_draft: bool = False


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
    came = _came_in(asking.round_id, every, drafts)
    wanted = asking.items or tuple(item.id for item in framework.items)
    return Board(
        round=asking,
        items=tuple(item for item in framework.items if item.id in wanted),
        lines=tuple(
            _line(c, mine.get(c.code, RoundProgress(round_id=asking.round_id, country=c.code)), came, on=on)
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


def _line(country: Country, asked: RoundProgress, came: Mapping[str, date], *, on: date) -> RoundLine:
    by_draft = asked.received is None and country.code in came
    seen = replace(asked, received=came[country.code]) if by_draft else asked
    return RoundLine(country, seen, stage_of(seen, on=on), by_draft)


def _came_in(round_id: str, noted: Sequence[RoundProgress], drafts: Sequence[Draft]) -> dict[str, date]:
    """Return, for each state, the day of its first draft that answers this round."""
    first: dict[str, date] = {}
    for draft in drafts:
        day = draft.created_at.date()
        sent = [(line.sent, line.round_id) for line in noted if line.country == draft.subject and line.sent]
        before = [each for each in sent if each[0] <= day]
        if draft.state is not DraftState.WITHDRAWN and before and max(before)[1] == round_id:
            first[draft.subject] = min(day, first.get(draft.subject, day))
    return first
