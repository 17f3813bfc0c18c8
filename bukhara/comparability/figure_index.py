"""An index of figures by period and breakdown, so that a rule does not have to compare all pairs."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import chain, combinations, takewhile

from bukhara.comparability.bounds import bounds
from bukhara.comparability.concepts import limits
from bukhara.comparability.parts import Limits
from bukhara.comparability.periods import Relation, When, relation_of, when
from bukhara.model.observation import Observation

_OVERLAPPING = frozenset({Relation.SAME, Relation.WITHIN, Relation.AROUND})


class FigureIndex:
    """Figures with a number, found by the relation of their period to another one and by their limits.

    The limits of a figure are its breakdowns and its article of law.
    """

    def __init__(self, figures: Iterable[Observation]) -> None:
        self.figures = tuple(figures)
        self._order = {id(figure): n for n, figure in enumerate(self.figures)}
        self._groups: dict[When, dict[Limits, list[Observation]]] = defaultdict(dict)
        for figure in sorted(self.figures, key=high):
            self._groups[when(figure)].setdefault(limits(figure), []).append(figure)
        self._times = _overlapping(tuple(self._groups))

    def in_order(self, one: Observation, other: Observation) -> tuple[Observation, Observation]:
        """Return two figures in the order of the input."""
        return (one, other) if self._order[id(one)] < self._order[id(other)] else (other, one)

    def wholes(self, figure: Observation, *relations: Relation) -> Iterator[Observation]:
        """Yield the other figures with the same limits or fewer.

        The period of `figure` has one of `relations` to their period.
        """
        yield from self._others(figure, _subsets(limits(figure)), relations)

    def smaller_wholes(self, figure: Observation, *relations: Relation) -> Iterator[Observation]:
        """Yield the figures of `wholes` whose highest number is below the lowest number of `figure`."""
        least = low(figure)
        for group in self._found(figure, _subsets(limits(figure)), relations):
            yield from takewhile(lambda other: high(other) < least, group)

    def limited_like(
        self, other: Observation, *relations: Relation, at: Observation | None = None
    ) -> Iterator[Observation]:
        """Yield the other figures with the limits of `other`.

        The period of `at` (by default `other`) has one of `relations` to their period.
        """
        yield from self._others(at or other, (limits(other),), relations)

    def _others(
        self, figure: Observation, wanted: Iterable[Limits], relations: Sequence[Relation]
    ) -> Iterator[Observation]:
        for group in self._found(figure, wanted, relations):
            yield from (each for each in group if each is not figure)

    def _found(
        self, figure: Observation, wanted: Iterable[Limits], relations: Sequence[Relation]
    ) -> Iterator[list[Observation]]:
        for time, relation in self._times[when(figure)].items():
            if relation in relations:
                groups = self._groups[time]
                yield from (groups[each] for each in wanted if each in groups)


def low(figure: Observation) -> float:
    """Return the lowest number that a figure allows; minus infinity if it has no bounds."""
    found = bounds(figure)
    return found[0] if found else float("-inf")


def high(figure: Observation) -> float:
    """Return the highest number that a figure allows; infinity if it has no bounds."""
    found = bounds(figure)
    return found[1] if found else float("inf")


@lru_cache(maxsize=1 << 12)
def _subsets(whole: Limits) -> tuple[Limits, ...]:
    members = sorted(whole)
    chosen = chain.from_iterable(combinations(members, size) for size in range(len(members) + 1))
    return tuple(frozenset(each) for each in chosen)


def _overlapping(times: Sequence[When]) -> dict[When, dict[When, Relation]]:
    """Return for each time the times that are the same, include it or lie within it.

    Periods are swept in the order of their start.
    """
    found: dict[When, dict[When, Relation]] = {time: {time: Relation.SAME} for time in times}
    running: list[tuple[date, When]] = []
    for start, end, time in sorted((*window, each) for each in times for window in each.windows):
        running = [(until, other) for until, other in running if until >= start]
        _link(found, time, (other for _, other in running))
        running.append((end, time))
    for time in times:
        if time.is_annual:
            _link(found, time, (other for other in times if other.windows))
    return found


def _link(found: dict[When, dict[When, Relation]], time: When, others: Iterable[When]) -> None:
    for other in others:
        relation = relation_of(time, other)
        if relation in _OVERLAPPING and other != time:
            found[time][other] = relation
            found[other][time] = relation_of(other, time)
