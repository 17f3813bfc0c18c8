"""Differences between sources, found by rules over the figures alone; notes are not read, nothing is listed by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from bukhara.comparability import totals, two_values
from bukhara.comparability.bounds import bounds
from bukhara.comparability.concepts import concept
from bukhara.comparability.difference import Difference

if TYPE_CHECKING:
    from bukhara.model.observation import Observation


def differences(observations: Iterable[Observation]) -> tuple[Difference, ...]:
    """Return every difference once, in the order in which the first of its figures stands."""
    rows = [o for o in observations if bounds(o) is not None]
    place = {o.observation_id: n for n, o in enumerate(rows)}
    found: dict[frozenset[str], Difference] = {}
    for each in _found(rows):
        found.setdefault(frozenset(o.observation_id for o in each.observations), each)
    return tuple(sorted(found.values(), key=lambda d: min(place[o.observation_id] for o in d.observations)))


def groups(found: Iterable[Difference]) -> Mapping[str, str]:
    """Return the group of each observation id; a figure in several differences joins them with ` | `."""
    joined: dict[str, list[str]] = {}
    for difference in found:
        for o in difference.observations:
            joined.setdefault(o.observation_id, []).append(difference.group)
    return {name: " | ".join(dict.fromkeys(each)) for name, each in joined.items()}


def _found(rows: list[Observation]) -> Iterator[Difference]:
    together: dict[tuple[str, str], list[Observation]] = {}
    concepts: dict[tuple[str, ...], list[Observation]] = {}
    for o in rows:
        together.setdefault((o.country, o.partner), []).append(o)
        concepts.setdefault(concept(o), []).append(o)
    for of_state in together.values():
        yield from totals.parts_totals(of_state)
        yield from totals.shares(of_state)
        yield from two_values.zeros(of_state)
    for alike in concepts.values():
        yield from totals.periods(alike)
        yield from two_values.two_values(alike)
        yield from two_values.parts_larger(alike)
        yield from two_values.labels(alike)
        yield from two_values.vague_zeros(alike)
