"""The rows of a snapshot, grouped as pages need them, once for each snapshot."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from bukhara.model.codes import State
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
    found = defaultdict(list)
    for statement in snapshot.statements:
        found[statement.item, statement.country].append(statement)
    return dict(found)


def _by_country(snapshot: Snapshot) -> Mapping[str, list[Statement]]:
    found = defaultdict(list)
    for statement in snapshot.statements:
        found[statement.country].append(statement)
    return dict(found)


def _by_indicator(snapshot: Snapshot) -> Mapping[tuple[str, str], list[Observation]]:
    found = defaultdict(list)
    for figure in snapshot.observations:
        found[figure.indicator, figure.country].append(figure)
    return dict(found)


def _measured(snapshot: Snapshot) -> Mapping[str, frozenset[str]]:
    pairs = snapshot.once(_by_indicator).items()
    found = defaultdict(set)
    for (indicator, country), figures in pairs:
        if any(figure.state is State.VALUE for figure in figures):
            found[country].add(indicator)
    return {country: frozenset(indicators) for country, indicators in found.items()}
