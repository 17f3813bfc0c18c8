"""Statements and figures as pages need them: grouped once, by whom, the newest first, the same answer once."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache

from bukhara.model.codes import BodyKind, State, Status
from bukhara.model.columns import Role, names, values_of
from bukhara.model.groups import group_by
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement
from bukhara.progress.answers import status_set_by
from bukhara.progress.records import records_of


def statements_about(snapshot: Snapshot, item: str, country: str) -> Sequence[Statement]:
    """Return the statements and unanswered requests about an item in a state or the region, as stored."""
    return snapshot.once(_by_item).get((item, country), ())


def statements_of(snapshot: Snapshot, country: str) -> Sequence[Statement]:
    """Return every statement about a state or the region, as stored."""
    return snapshot.once(_by_country).get(country, ())


def figures_of(snapshot: Snapshot, indicator: str, country: str) -> Sequence[Observation]:
    """Return the figures and gaps of an indicator in a state or the region, as stored."""
    return snapshot.once(_by_indicator).get((indicator, country), ())


def measured(snapshot: Snapshot, country: str) -> frozenset[str]:
    """Return the indicators with a value for a state or the region."""
    return snapshot.once(_measured).get(country, frozenset())


def by_state(snapshot: Snapshot, statement: Statement) -> bool:
    """Return whether a state body made the statement; a body that is not listed counts as one."""
    body = snapshot.framework.body(statement.body)
    return body is None or body.kind is BodyKind.STATE


def status_said(statement: Statement) -> Status:
    """Return the status that a statement says, also by its level; `not_asked` if it says none."""
    return status_set_by(statement, levels=True)


def is_beside(snapshot: Snapshot, statement: Statement) -> bool:
    """Return whether a statement of a state body is about something else than its theme, as its reading says."""
    cell = (statement.source_id, statement.country, statement.item)
    return cell in snapshot.once(_beside) and by_state(snapshot, statement)


def mentions(snapshot: Snapshot, country: str, item: str) -> list[Statement]:
    """Return what bodies of a state reported about a theme itself, in sources that may set a status."""
    records, day = records_of(snapshot), snapshot.newest_source
    spoken = (s for s in statements_about(snapshot, item, country) if s.state is State.VALUE and records.decides(s))
    return [s for s in spoken if records.dated(s) <= day and by_state(snapshot, s) and not is_beside(snapshot, s)]


def _beside(snapshot: Snapshot) -> frozenset[tuple[str, str, str]]:
    readings = snapshot.framework.readings
    return frozenset((each.source_id, cell.country, cell.item) for each in readings for cell in each.beside)


def _by_item(snapshot: Snapshot) -> Mapping[tuple[str, str], list[Statement]]:
    return group_by(snapshot.statements, lambda statement: (statement.item, statement.country))


def _by_country(snapshot: Snapshot) -> Mapping[str, list[Statement]]:
    return group_by(snapshot.statements, lambda statement: statement.country)


def _by_indicator(snapshot: Snapshot) -> Mapping[tuple[str, str], list[Observation]]:
    return group_by(snapshot.observations, lambda figure: (figure.indicator, figure.country))


def _measured(snapshot: Snapshot) -> Mapping[str, frozenset[str]]:
    values = (figure for figure in snapshot.observations if figure.state is State.VALUE)
    by_country = group_by(values, lambda figure: figure.country)
    return {country: frozenset(figure.indicator for figure in figures) for country, figures in by_country.items()}


_same = values_of(*(name for name in names(Statement, Role.SUBJECT, Role.ANSWER) if name != "statement"))


def newest_first(snapshot: Snapshot, statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return statements by the day of their source, newest first; an answer given again only as its newest row.

    Example:
        "A law is planned" of 2025 and 2026 is one row of 2026; `answer_days` has both days.
    """
    dated = [(_day(snapshot, each), each) for each in statements]
    # a stable sort: what one source says stays in the order of that source
    newest = sorted((pair for pair in dated if _is_last(snapshot, *pair)), key=lambda pair: pair[0], reverse=True)
    return tuple(statement for _, statement in newest)


def answer_days(snapshot: Snapshot, statement: Statement) -> tuple[date, ...]:
    """Return the days on which the same answer was given, newest first; empty for a row without a source."""
    days = {_day(snapshot, each) for each in _given(snapshot, statement)} - {date.min}
    return tuple(sorted(days, reverse=True))


def shown_for(snapshot: Snapshot, statement: Statement) -> str:
    """Return the id of the statement that is shown for this one: the newest with the same answer."""
    if _is_last(snapshot, _day(snapshot, statement), statement):
        return statement.evidence_id
    return max(_given(snapshot, statement), key=lambda each: _day(snapshot, each)).evidence_id


def _is_last(snapshot: Snapshot, day: date, statement: Statement) -> bool:
    days = answer_days(snapshot, statement)
    return not days or days[0] == day


def _given(snapshot: Snapshot, statement: Statement) -> Sequence[Statement]:
    return snapshot.once(_by_answer).get(_answer(statement), ())


def _by_answer(snapshot: Snapshot) -> Mapping[tuple[object, ...], list[Statement]]:
    return group_by(snapshot.statements, _answer)


def _day(snapshot: Snapshot, statement: Statement) -> date:
    return snapshot.once(_source_days).get(statement.source_id, date.min)


def _source_days(snapshot: Snapshot) -> Mapping[str, date]:
    return {source.source_id: source.date for source in snapshot.sources}


def _answer(statement: Statement) -> tuple[object, ...]:
    return (*_same(statement), _folded(statement.statement), _folded(statement.next_step))


@lru_cache(maxsize=10_000)
def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
