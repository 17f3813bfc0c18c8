"""Derives from requests the questions without an answer and the rounds that are over; pure."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from bukhara.model.codes import UNCONFIRMED, IndicatorType, Kind, ReadingKind, SourceClass, State
from bukhara.model.framework import Framework, Reading
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.round import Request
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.workbook.questions import asked

# A text of others about a state is not an answer of that state.
_OF_OTHERS = UNCONFIRMED | {SourceClass.PARTNER, SourceClass.CIVIL_SOCIETY, SourceClass.INTERNATIONAL_STATISTICS}
NO_ANSWER = (State.NOT_ASKED, State.NOT_REPORTED)


class Answered(NamedTuple):
    """A state gave an answer about an indicator in a source of that day; `own` in an answer to a round.

    An older source that answers a request counts from the day of that request on.
    """

    country: str
    indicator: str
    day: date
    own: bool


def sources_of_states(sources: Iterable[Source], *, exercise: bool) -> tuple[Source, ...]:
    """Return the sources with which states answer: their submissions, in the exercise the invented ones too."""
    classes = {SourceClass.STATE_SUBMISSION} | ({SourceClass.EXERCISE} if exercise else set())
    return tuple(source for source in sources if source.source_class in classes)


def open_questions(snapshot: Snapshot) -> tuple[Statement, ...]:
    """Return a row for each indicator that a state was asked about and has not answered since that day."""
    asked = (row for each in sorted(snapshot.requests, key=_order) for row in _questions(each, snapshot.framework))
    answers = sorted(snapshot.once(_answers), key=lambda each: each.day)
    last = {(each.country, each.indicator): each.day for each in answers}
    waiting = {(s.country, s.indicator): s.asked_on for s in snapshot.statements if s.state is State.NOT_REPORTED}
    keyed = ((row, (row.country, row.indicator)) for row in asked)
    return tuple(row for row, key in keyed if not _since(row, last.get(key), waiting.get(key)))


def finished_rounds(snapshot: Snapshot) -> tuple[Reading, ...]:
    """Return the rounds that are over by the day of the snapshot, each on its last day, with the states that answered.

    Until then an answer is shown beside what the state reported before, on its own day.
    """
    answered: dict[str, set[str]] = {}
    for round_id, country in snapshot.once(answer_days):
        answered.setdefault(round_id, set()).add(country)
    ends = {round_id: last_day_of(round_id, snapshot.requests) for round_id in answered}
    return tuple(
        _reading(round_id, end, snapshot, answered[round_id])
        for round_id, end in sorted(ends.items())
        if end is not None and end <= snapshot.as_of
    )


def last_day_of(round_id: str, requests: Iterable[Request]) -> date | None:
    """Return the last day of answer of a round, or None without one."""
    ends = [request.due for request in requests if request.round_id == round_id]
    return max((end for end in ends if end), default=None) if all(ends) else None


def answer_days(snapshot: Snapshot) -> dict[tuple[str, str], date]:
    """Return the day of the last answer to each round by each state: (round id, country) -> day.

    An answer belongs to the round that its state was sent last.
    """
    days: dict[tuple[str, str], date] = {}
    for (country, day), request in snapshot.once(_answered_requests).items():
        key = request.round_id, country
        days[key] = max(day, days.get(key, day))
    return days


def questions_of(snapshot: Snapshot, round_id: str, country: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the questions of a round to a state, and those of them that it has answered."""
    mine = [r for r in snapshot.requests if (r.round_id, r.country) == (round_id, country)]
    asked = frozenset(row.indicator for request in mine for row in _questions(request, snapshot.framework))
    answered, answers = snapshot.once(_answered_requests), snapshot.once(_answers)
    days = {day for (code, day), r in answered.items() if (r.round_id, code) == (round_id, country)}
    given = {each.indicator for each in answers if each.own and each.country == country and each.day in days}
    return asked, asked & given


def answered_questions(snapshot: Snapshot, round_id: str, country: str) -> tuple[int, int]:
    """Return how many questions of a round a state answered, and how many it was asked."""
    asked, given = questions_of(snapshot, round_id, country)
    return len(given), len(asked)


def _answered_requests(snapshot: Snapshot) -> dict[tuple[str, date], Request]:
    """Return the request that the own answers of a state on a day belong to: the one that was sent last."""
    found: dict[tuple[str, date], Request] = {}
    days = {(each.country, each.day) for each in snapshot.once(_answers) if each.own}
    for request in sorted(snapshot.requests, key=_order):
        found |= {(code, day): request for code, day in days if code == request.country and request.sent <= day}
    return found


def _order(request: Request) -> tuple[date, str]:
    return request.sent, request.round_id


def _questions(request: Request, framework: Framework) -> list[Statement]:
    wanted = set(request.items.split()) or {item.id for item in framework.items}
    applying = {item.id for item in framework.items if item.id in wanted and item.applies_from <= request.sent}
    return [
        Statement(
            country=request.country,
            item=question.item,
            indicator=question.indicator,
            kind=_kind(framework.indicator(question.indicator).type),
            state=State.NOT_REPORTED,
            asked_on=request.sent,
            due_date=request.due,
        )
        for question in asked(framework, request.country)
        if question.item in applying
    ]


def _kind(asks_for: IndicatorType) -> Kind:
    return Kind.FIGURE if asks_for is IndicatorType.MEASURE else Kind.IMPLEMENTATION


def _answers(snapshot: Snapshot) -> set[Answered]:
    sources: Mapping[str, Source] = {s.source_id: s for s in snapshot.sources if s.source_class not in _OF_OTHERS}
    own = {source.source_id for source in sources_of_states(snapshot.sources, exercise=snapshot.framework.exercise)}
    rows: tuple[Statement | Observation, ...] = (*snapshot.statements, *snapshot.observations)
    answers = (row for row in rows if row.state not in NO_ANSWER and row.source_id in sources)
    answered = {(row.country, _question(row), row.source_id, row.asked_on or date.min) for row in answers}
    return {
        Answered(country, indicator, max(sources[source_id].date, asked_on), source_id in own)
        for country, indicator, source_id, asked_on in answered
    }


def _question(row: Statement | Observation) -> str:
    """Return the question that a row answers; a challenge alone answers none, so that the question stays open."""
    return "" if isinstance(row, Statement) and row.names_challenge_only else row.indicator


def _since(row: Statement, answered: date | None, recorded: date | None) -> bool:
    """Return whether the state has answered since it was asked, or the record has that question already."""
    assert row.asked_on is not None, "a question is asked on a day"
    return any(day is not None and day >= row.asked_on for day in (answered, recorded))


def _reading(round_id: str, day: date, snapshot: Snapshot, answered: Collection[str]) -> Reading:
    mine = [request for request in snapshot.requests if request.round_id == round_id]
    newest = max(mine, key=_order)
    return Reading(
        id=round_id,
        kind=ReadingKind.ROUND,
        date=day,
        title=newest.title,
        sent=min(request.sent for request in mine),
        due=max((request.due for request in mine if request.due), default=None),
        countries=tuple(each.code for each in snapshot.framework.countries if each.code in answered),
    )
