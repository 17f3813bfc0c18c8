"""Editions of a data set: which one holds on a day, its differences with other sources, and what it revises.

Two editions of one data set are never compared by the rules of differences: a later one revises an earlier one.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import pairwise

from bukhara.comparability.differences import differences
from bukhara.comparability.part_sums import disagreeing
from bukhara.model.countries import country_rank
from bukhara.model.difference import Difference
from bukhara.model.groups import group_by
from bukhara.model.observation import Observation
from bukhara.model.revision import EditionRevisions, Revision
from bukhara.model.source import Source


def by_dataset(sources: Iterable[Source]) -> Mapping[str, tuple[Source, ...]]:
    """Return the editions of each data set, the oldest first."""
    dated = sorted((source for source in sources if source.dataset), key=lambda each: (each.date, each.source_id))
    return {name: tuple(editions) for name, editions in group_by(dated, lambda each: each.dataset).items()}


def superseded(sources: Iterable[Source], day: date) -> frozenset[str]:
    """Return the ids of the editions dated up to `day` that have a newer one dated up to that day."""
    known = by_dataset(source for source in sources if source.date <= day)
    return frozenset(source.source_id for editions in known.values() for source in editions[:-1])


def differences_by_edition(figures: Sequence[Observation], sources: Iterable[Source]) -> tuple[Difference, ...]:
    """Return the differences among figures of all days, each once.

    At most one edition of a data set is compared with the other sources at a time, and an edition never with itself:
    its parts that do not agree are marked, and no other source is held against them.
    """
    editions = by_dataset(sources)
    dataset_of = {source.source_id: name for name, each in editions.items() for source in each}
    present = {figure.source_id for figure in figures} & set(dataset_of)
    if not present:
        return differences(figures)
    disagree = disagreeing(figure for figure in figures if figure.source_id in dataset_of)
    days = sorted({source.date for each in editions.values() for source in each if source.source_id in present})
    found: dict[str, Difference] = {}
    for day in days:
        held = {each.source_id for name in editions for each in [s for s in editions[name] if s.date <= day][-1:]}
        compared = [figure for figure in figures if figure.source_id in held or figure.source_id not in dataset_of]
        for each in differences(figure for figure in compared if figure.observation_id not in disagree):
            if {o.source_id for o in each.observations} - present:
                found.setdefault(each.group, each)
    order = {id(figure): n for n, figure in enumerate(figures)}
    return tuple(sorted(found.values(), key=lambda each: sorted(order[id(o)] for o in each.observations)))


def revisions_between(older: Iterable[Observation], newer: Iterable[Observation]) -> tuple[Revision, ...]:
    """Return the cells that differ, states in fixed order, otherwise as the newer edition has them.

    A cell is known by its state and by the words that the publisher printed beside it, which are its locator.
    """
    before = {(o.country, o.source_locator): o for o in older}
    after = {(o.country, o.source_locator): o for o in newer}
    found = [Revision(before.get(key), figure) for key, figure in after.items()]
    found = [each for each in found if each.before is None or each.before.quote != each.figure.quote]
    found += [Revision(figure, None) for key, figure in before.items() if key not in after]
    return tuple(sorted(found, key=lambda each: country_rank(each.figure.country)))


def edition_revisions(
    figures: Sequence[Observation], sources: Iterable[Source], on: date
) -> tuple[EditionRevisions, ...]:
    """Return the revisions of each edition dated up to `on` but the first of its data set, the oldest first."""
    rows = group_by(figures, lambda figure: figure.source_id)
    return tuple(
        EditionRevisions(older, newer, revisions_between(rows.get(older.source_id, ()), rows.get(newer.source_id, ())))
        for editions in by_dataset(source for source in sources if source.date <= on).values()
        for older, newer in pairwise(editions)
    )
