"""Differences that repeat another one: the same two accounts again, for fewer persons or beside their victims."""

from collections.abc import Sequence

from bukhara.comparability.concepts import concept, limits
from bukhara.comparability.parts import Limits
from bukhara.comparability.periods import when
from bukhara.model.difference import Difference, DifferenceKind
from bukhara.model.groups import group_by
from bukhara.model.observation import Observation

_OF_ACCOUNTS = (DifferenceKind.TWO_VALUES, DifferenceKind.PART_LARGER)


def without_repeats(found: Sequence[Difference]) -> list[Difference]:
    """Return the differences without those that another one makes already.

    Example: two bodies that differ about all persons prosecuted are not listed again for the men among them. A zero
    that differs from the cases of a body is not listed again beside the victims that this body names.
    """
    pairs = [each for each in found if each.kind in _OF_ACCOUNTS]
    alike = {key: [_limits(each) for each in held] for key, held in group_by(pairs, _accounts).items()}
    zeros = {(each.observations[0].observation_id, each.observations[1].reporter) for each in pairs if each.first == 0}

    def is_repeat(each: Difference) -> bool:
        if each.kind is DifferenceKind.ZERO_BESIDE:
            zero, victims = each.observations
            return (zero.observation_id, victims.reporter) in zeros
        return each.kind in _OF_ACCOUNTS and any(_is_wider(known, _limits(each)) for known in alike[_accounts(each)])

    return [each for each in found if not is_repeat(each)]


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
