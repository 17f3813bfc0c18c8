"""Differences between sources among the figures of a release or a preview, and those that a snapshot shows."""

from collections import defaultdict
from collections.abc import Iterable

from bukhara.comparability.editions import differences_by_edition
from bukhara.model.codes import SourceClass
from bukhara.model.difference import Difference, FoundDifferences
from bukhara.model.observation import Observation
from bukhara.model.source import Source


def find_differences(shown: tuple[Observation, ...], sources: Iterable[Source]) -> FoundDifferences:
    """Return the differences among shown figures, state after state, without and with desk research."""
    known, public, every = tuple(sources), list[Difference](), list[Difference]()
    unpublished = {source.source_id for source in known if source.source_class is SourceClass.DESK_RESEARCH}
    by_country: dict[str, list[Observation]] = defaultdict(list)
    for figure in shown:
        by_country[figure.country].append(figure)
    for figures in by_country.values():
        published = [figure for figure in figures if figure.source_id not in unpublished]
        found = differences_by_edition(published, known)
        public += found
        every += found if len(published) == len(figures) else differences_by_edition(figures, known)
    return FoundDifferences(tuple(public), tuple(every), shown)


def visible_differences(
    found: FoundDifferences, observations: Iterable[Observation], *, desk_research: bool
) -> tuple[Difference, ...]:
    """Return the differences with all figures in `observations`, in the order of their first figure."""
    order = {id(figure): n for n, figure in enumerate(observations)}
    chosen = found.with_desk_research if desk_research else found.public
    seen = [each for each in chosen if all(id(figure) in order for figure in each.observations)]
    return tuple(sorted(seen, key=lambda each: sorted(order[id(figure)] for figure in each.observations)))
