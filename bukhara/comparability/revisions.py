"""Revisions: how a newer edition of a data set differs from the edition before it, cell by cell."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from bukhara.comparability.editions import by_dataset
from bukhara.model.countries import country_rank
from bukhara.model.observation import Observation
from bukhara.model.revision import EditionRevisions, Revision
from bukhara.model.source import Source


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
    rows: dict[str, list[Observation]] = {}
    for figure in figures:
        rows.setdefault(figure.source_id, []).append(figure)
    return tuple(
        EditionRevisions(older, newer, revisions_between(rows.get(older.source_id, ()), rows.get(newer.source_id, ())))
        for editions in by_dataset(source for source in sources if source.date <= on).values()
        for older, newer in pairwise(editions)
    )
