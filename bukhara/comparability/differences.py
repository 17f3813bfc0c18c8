"""Differences between sources, found by rules over the figures alone. Notes are not read, and no list is kept by hand.

Every rule compares figures inside a group with equal fields only, so that n figures take about n log n steps.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bukhara.comparability.bounds import bounds
from bukhara.comparability.concepts import concept, limits
from bukhara.comparability.figure_index import FigureIndex
from bukhara.comparability.pair_rules import parts_larger, two_labels, two_values, vague_zeros
from bukhara.comparability.part_sums import part_sums, shares
from bukhara.comparability.parts import Limits
from bukhara.comparability.period_sums import period_sums
from bukhara.comparability.periods import when
from bukhara.model.difference import Difference, DifferenceKind, DifferenceStatus
from bukhara.model.groups import group_by
from bukhara.model.observation import Observation
from bukhara.model.round import Decision

RECENT_YEARS = 5
"""How far back a figure without dates is taken to speak, counted from the last year of its source."""


def differences(observations: Iterable[Observation]) -> tuple[Difference, ...]:
    """Return the differences among figures, each once, in the order of the first figure of each.

    Example: two bodies that report 110 and 77 cases of one year give one difference of kind `two_values`.
    """
    figures = [figure for figure in observations if bounds(figure) is not None]
    order = {figure.observation_id: n for n, figure in enumerate(figures)}
    found: dict[frozenset[str], Difference] = {}
    years = _last_years(figures)
    for each in _found(figures):
        if _is_of_its_time(each, years):
            found.setdefault(frozenset(o.observation_id for o in each.observations), each)
    once = without_repeats(tuple(found.values()))
    return tuple(sorted(once, key=lambda d: sorted(order[o.observation_id] for o in d.observations)))


def groups(found: Iterable[Difference]) -> Mapping[str, str]:
    """Return the ids of the differences of each observation id, joined with ` | `."""
    joined: dict[str, list[str]] = {}
    for difference in found:
        for o in difference.observations:
            joined.setdefault(o.observation_id, []).append(difference.group)
    return {name: " | ".join(dict.fromkeys(each)) for name, each in joined.items()}


def _found(figures: list[Observation]) -> Iterator[Difference]:
    for of_country in group_by(figures, lambda figure: (figure.country, figure.partner)).values():
        yield from part_sums(of_country)
        yield from shares(of_country)
    for of_concept in group_by(figures, concept).values():
        index = FigureIndex(of_concept)
        yield from period_sums(of_concept)
        yield from two_values(index)
        yield from parts_larger(index)
        yield from two_labels(index)
        yield from vague_zeros(index)


def _last_years(figures: Iterable[Observation]) -> Mapping[str, int]:
    """Return the last year that the figures of each source are about."""
    years: dict[str, int] = {}
    for figure in figures:
        if figure.period_end is not None:
            years[figure.source_id] = max(years.get(figure.source_id, 0), figure.period_end.year)
    return years


def _is_of_its_time(difference: Difference, years: Mapping[str, int]) -> bool:
    """Return whether no figure without dates ("in recent years") is compared with one of long before its source."""
    ends = [figure.period_end.year for figure in difference.observations if figure.period_end]
    spoken = [years.get(figure.source_id, 0) for figure in difference.observations if figure.period_start is None]
    return not ends or not spoken or max(spoken) - min(ends) <= RECENT_YEARS


def apply_decisions(found: Iterable[Difference], decisions: Iterable[Decision]) -> tuple[Difference, ...]:
    """Return the differences with the status, reason, body and day of their decisions; the others stay open.

    If the numbers have changed since, the decision is kept as `lapsed` and the difference stays open.
    """
    known = {decision.difference: decision for decision in decisions}
    return tuple(_decided(each, known[each.group]) if each.group in known else each for each in found)


def _decided(each: Difference, decision: Decision) -> Difference:
    if (each.first, each.second) != (decision.first_value, decision.second_value):
        return replace(each, lapsed=decision)
    return replace(
        each,
        status=DifferenceStatus(decision.status),
        decided_by=decision.decided_by,
        decided_on=decision.decided_on,
        reason=decision.reason,
    )


_OF_ACCOUNTS = (DifferenceKind.TWO_VALUES, DifferenceKind.PART_LARGER)


def without_repeats(found: Sequence[Difference]) -> list[Difference]:
    """Return the differences without those that another one makes already.

    Example: two bodies that differ about all persons prosecuted are not listed again for the men among them.
    """
    pairs = [each for each in found if each.kind in _OF_ACCOUNTS]
    alike = {key: [_limits(each) for each in held] for key, held in group_by(pairs, _accounts).items()}
    repeats = {id(each) for each in pairs if any(_is_wider(known, _limits(each)) for known in alike[_accounts(each)])}
    return [each for each in found if id(each) not in repeats]


def _is_wider(one: tuple[Limits, ...], other: tuple[Limits, ...]) -> bool:
    return one != other and all(wide <= narrow for wide, narrow in zip(one, other, strict=True))


def _accounts(pair: Difference) -> tuple[object, ...]:
    return tuple((concept(side), *_account(side)) for side in _in_order(pair))


def _limits(pair: Difference) -> tuple[Limits, ...]:
    return tuple(limits(side) for side in _in_order(pair))


def _in_order(pair: Difference) -> list[Observation]:
    return sorted(pair.observations, key=lambda side: (str(_account(side)), len(limits(side))))


def _account(figure: Observation) -> tuple[object, ...]:
    return (figure.reporter, figure.source_id, when(figure))
