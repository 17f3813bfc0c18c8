"""The conclusions of a conference: their words, who proposed them, lead, next step and date, and what came since."""

from dataclasses import dataclass

from bukhara.model.codes import Kind, Scope, State
from bukhara.model.framework import Item
from bukhara.model.locators import lines_of, passages_of
from bukhara.model.release import PublicReport, Snapshot
from bukhara.model.statement import Statement
from bukhara.model.text import Text
from bukhara.situation import on_file
from bukhara.situation.situation import Situation, situations
from bukhara.situation.statements import newest_first
from bukhara.situation.steps import announced

PREFIX = "AC-"
"""How the ids of items begin that are conclusions of the conference of Astana, before their number in the report."""


@dataclass(frozen=True, slots=True)
class Conclusion:
    """One conclusion with its quote.

    Attributes:
        number: its number in the report, such as 2.1.
        item: the monitored item.
        quote: the words of the report, at `line` of the source.
        proposals: what institutions and other sessions recommended about it, the conclusion itself left out.
        steps: statements that name a next step, its lead or its day.
        first_step: the written condition for the first step that counts.
        since: public reports after the conference.
        answers: the statuses of the states that answered about it.
    """

    number: str
    item: Item
    quote: str
    line: str
    source_id: str
    proposals: tuple[Statement, ...] = ()
    steps: tuple[Statement, ...] = ()
    first_step: Text | None = None
    since: tuple[PublicReport, ...] = ()
    answers: tuple[Situation, ...] = ()


def build(snapshot: Snapshot) -> tuple[Conclusion, ...]:
    """Return the conclusions in the order of the report."""
    found = [_of_item(snapshot, item) for item in snapshot.framework.items if item.id.startswith(PREFIX)]
    return tuple(sorted(found, key=lambda each: lines_of(each.line)))


def _of_item(snapshot: Snapshot, item: Item) -> Conclusion:
    about = [s for s in snapshot.statements if s.item == item.id and s.state is State.VALUE]
    recommended = [s for s in about if s.kind is Kind.RECOMMENDATION]
    conference = {s.body for s in recommended if item.line in passages_of(s.source_locator)}
    return Conclusion(
        number=item.id.removeprefix(PREFIX),
        item=item,
        quote=item.quote,
        line=item.line,
        source_id=next((s.source_id for s in recommended if s.body in conference), ""),
        proposals=newest_first(snapshot, (s for s in recommended if item.line not in passages_of(s.source_locator))),
        steps=newest_first(snapshot, announced(snapshot, about)),
        first_step=next((i.conditions.partly or i.conditions.in_place for i in item.milestones if i.conditions), None),
        since=on_file.build(snapshot, item=item.id).later,
        answers=tuple(
            s
            for s in situations(snapshot)
            if s.item == item.id and s.scope is Scope.COUNTRY and s.applies and s.answered
        ),
    )
