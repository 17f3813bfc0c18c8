"""Next steps that were announced: who leads them, when they fall due, and what became of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bukhara.model.codes import OWN_WORDS, SourceClass, State
from bukhara.model.countries import REGION
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement
from bukhara.situation.statements import statements_of


@dataclass(frozen=True, slots=True)
class Step:
    """A next step, and what became of it.

    `answer` is the first later answer of the state itself that says so, with the day of its source. Without one,
    `asked` is the first day on which the state was asked after the step fell due, None if nobody asked.
    """

    statement: Statement
    is_over: bool
    answer: Statement | None = None
    answered_on: date | None = None
    asked: date | None = None


def build(snapshot: Snapshot) -> tuple[Step, ...]:
    """Return the steps that have a day: states in fixed order, first what falls due, then by day."""
    codes = (*(country.code for country in snapshot.framework.countries), REGION)
    dated = (s for code in codes for s in announced(snapshot, statements_of(snapshot, code)) if s.due_date)
    found = [step_of(snapshot, each) for each in dated]
    found.sort(key=lambda s: (codes.index(s.statement.country), s.is_over, s.statement.due_date or date.max))
    return tuple(found)


def announced(snapshot: Snapshot, statements: Iterable[Statement]) -> list[Statement]:
    """Return the statements that name a next step, its lead or its day.

    What was said at a panel is left out where the state has announced a step of its own since.
    """
    rows = (s for s in statements if s.state is State.VALUE and (s.next_step or s.lead or s.due_date))
    return [s for s in rows if not (is_said(snapshot, s) and any(a.next_step for a in _answers(snapshot, s)))]


def is_said(snapshot: Snapshot, statement: Statement) -> bool:
    """Return whether something was said at a panel, and is in no document of the state."""
    return bool(statement.source_id) and snapshot.source(statement.source_id).source_class is SourceClass.PANEL


def unconfirmed(snapshot: Snapshot, country: str) -> tuple[Statement, ...]:
    """Return the steps of a state that were said at a panel, and that it has not answered."""
    return tuple(s for s in announced(snapshot, statements_of(snapshot, country)) if is_said(snapshot, s))


def step_of(snapshot: Snapshot, statement: Statement) -> Step:
    """Return the step that a statement announces, with what became of it."""
    is_over = statement.due_date is not None and statement.due_date < snapshot.calendar_day
    told = (s for s in _answers(snapshot, statement) if s.step_outcome)
    answer = min(told, key=lambda each: snapshot.source(each.source_id).date, default=None)
    if answer:
        return Step(statement, is_over, answer, snapshot.source(answer.source_id).date)
    return Step(statement, is_over, asked=_asked(snapshot, statement) if is_over else None)


def _answers(snapshot: Snapshot, statement: Statement) -> list[Statement]:
    """Return the answers of the state itself to the question of a statement, in other sources of its day or later."""
    since = snapshot.source(statement.source_id).date
    own = {s.source_id for s in snapshot.sources if s.source_class in OWN_WORDS and s.date >= since}
    rows = statements_of(snapshot, statement.country)
    return [s for s in rows if s.indicator == statement.indicator and s.source_id in own - {statement.source_id}]


def _asked(snapshot: Snapshot, statement: Statement) -> date | None:
    """Return the first day from the one of the step on which its state was asked about the theme."""
    code, item = statement.country, statement.item
    asked = {r.sent for r in snapshot.requests if r.country == code and item in (r.items.split() or [item])}
    asked |= {each.sent for each in snapshot.framework.readings if each.sent and each.is_about((code,))}
    return min((day for day in asked if statement.due_date and day >= statement.due_date), default=None)
