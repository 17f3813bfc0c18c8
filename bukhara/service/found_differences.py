"""Differences between sources of a release or a preview: read from the store, or computed for changed countries."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from bukhara.model.difference import Difference, FoundDifferences
from bukhara.model.observation import Observation
from bukhara.store import Store, StoredContents
from bukhara.store.kept_differences import by_country, find


def differences_of_release(store: Store, shown: StoredContents) -> FoundDifferences:
    """Return the differences of a release between its figures as they are shown.

    They are computed only for a country with a withdrawn figure, or without stored differences under the present policy
    and rules.
    """
    kept = store.differences(shown.release.number, shown.observations)
    gone = {each.row_id for each in shown.withdrawn}
    withdrawn = {each.country for each in shown.observations if gone and each.observation_id in gone}
    figures = by_country(shown.observations)
    return _joined(
        (country not in withdrawn and kept.get(country)) or find(rows, shown.sources)
        for country, rows in figures.items()
    )


def differences_of_preview(after: StoredContents, newest: StoredContents, known: FoundDifferences) -> FoundDifferences:
    """Return the differences of `after`; for a country with unchanged figures, those in `known` are used."""
    held, figures = by_country(newest.observations), by_country(after.observations)
    is_same_sources = set(after.sources) >= set(newest.sources)
    return _joined(
        _moved(known, held[country], rows)
        if is_same_sources and held.get(country) == rows
        else find(rows, after.sources)
        for country, rows in figures.items()
    )


def visible_differences(
    found: FoundDifferences, observations: Iterable[Observation], *, desk_research: bool
) -> tuple[Difference, ...]:
    """Return the differences with all figures in `observations`, in the order of their first figure."""
    order = {id(figure): n for n, figure in enumerate(observations)}
    chosen = found.with_desk_research if desk_research else found.public
    seen = [each for each in chosen if all(id(figure) in order for figure in each.observations)]
    return tuple(sorted(seen, key=lambda each: sorted(order[id(figure)] for figure in each.observations)))


def _joined(parts: Iterable[FoundDifferences]) -> FoundDifferences:
    every = tuple(parts)
    return FoundDifferences(
        tuple(each for part in every for each in part.public),
        tuple(each for part in every for each in part.with_desk_research),
        tuple(each for part in every for each in part.figures),
    )


def _moved(
    known: FoundDifferences, before: tuple[Observation, ...], after: tuple[Observation, ...]
) -> FoundDifferences:
    """Return the known differences between figures of `before`, with the equal figures of `after` instead."""
    new = {id(old): figure for old, figure in zip(before, after, strict=True)}
    return FoundDifferences(_over(known.public, new), _over(known.with_desk_research, new), after)


def _over(found: Iterable[Difference], new: Mapping[int, Observation]) -> tuple[Difference, ...]:
    own = (each for each in found if id(each.observations[0]) in new)
    return tuple(replace(each, observations=tuple(new[id(o)] for o in each.observations)) for each in own)
