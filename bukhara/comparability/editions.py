"""Editions of a data set: which one holds on a day, and its differences with other sources.

Two editions of one data set are never compared by the rules of differences: a later one revises an earlier one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from bukhara.comparability.differences import differences
from bukhara.model.difference import Difference
from bukhara.model.observation import Observation
from bukhara.model.source import Source


def by_dataset(sources: Iterable[Source]) -> Mapping[str, tuple[Source, ...]]:
    """Return the editions of each data set, the oldest first."""
    found: dict[str, list[Source]] = defaultdict(list)
    for source in sorted(sources, key=lambda each: (each.date, each.source_id)):
        if source.dataset:
            found[source.dataset].append(source)
    return {name: tuple(editions) for name, editions in found.items()}


def superseded(sources: Iterable[Source], day: date) -> frozenset[str]:
    """Return the ids of the editions dated up to `day` that have a newer one dated up to that day."""
    known = by_dataset(source for source in sources if source.date <= day)
    return frozenset(source.source_id for editions in known.values() for source in editions[:-1])


def differences_by_edition(figures: Sequence[Observation], sources: Iterable[Source]) -> tuple[Difference, ...]:
    """Return the differences among figures of all days, each once.

    At most one edition of a data set is compared with the other sources at a time, and an edition never with itself:
    its cells overlap, so that its parts need not add up.
    """
    editions = by_dataset(sources)
    dataset_of = {source.source_id: name for name, each in editions.items() for source in each}
    present = {figure.source_id for figure in figures} & set(dataset_of)
    if not present:
        return differences(figures)
    days = sorted({source.date for each in editions.values() for source in each if source.source_id in present})
    found: dict[str, Difference] = {}
    for day in days:
        held = {each.source_id for name in editions for each in [s for s in editions[name] if s.date <= day][-1:]}
        compared = [figure for figure in figures if figure.source_id in held or figure.source_id not in dataset_of]
        for each in differences(compared):
            if {o.source_id for o in each.observations} - present:
                found.setdefault(each.group, each)
    order = {id(figure): n for n, figure in enumerate(figures)}
    return tuple(sorted(found.values(), key=lambda each: sorted(order[id(o)] for o in each.observations)))
