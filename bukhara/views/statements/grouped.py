"""The rows of a snapshot, grouped as pages need them, once for each snapshot."""

from collections.abc import Mapping, Sequence

from bukhara.model.codes import State
from bukhara.model.groups import group_by
from bukhara.model.observation import Observation
from bukhara.model.release import Snapshot
from bukhara.model.statement import Statement


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
