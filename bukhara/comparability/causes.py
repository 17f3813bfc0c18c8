"""The likely causes of a difference between two figures, or between a total and a sum."""

from bukhara.comparability.concepts import has_same_basket
from bukhara.comparability.periods import Relation, relation
from bukhara.model.difference import Cause
from bukhara.model.observation import Observation

SMALL = 0.1
"""A sum that differs from its total by at most this share is taken for a printing error."""


def causes(one: Observation, other: Observation) -> tuple[Cause, ...]:
    """Return the likely causes of two different values, the likeliest first; never empty."""
    same_source = one.source_id == other.source_id
    same_body = one.reporter == other.reporter
    possible = (
        (Cause.OTHER_UNIT, one.counting_unit != other.counting_unit),
        (Cause.OTHER_BASKET, not has_same_basket(one, other) or _is_defined_otherwise(one, other)),
        (Cause.OTHER_BODY, not same_body),
        (Cause.OTHER_PERIOD, relation(one, other) is not Relation.SAME or one.period != other.period),
        (Cause.REVISION, same_body and not same_source),
        (Cause.PRINTING_ERROR, same_body and same_source and one.source_locator == other.source_locator),
    )
    return tuple(cause for cause, is_so in possible if is_so) or (Cause.UNKNOWN,)


def _is_defined_otherwise(one: Observation, other: Observation) -> bool:
    """Return whether two figures of one basket may count other offences: by another article, or as UNODC asks."""
    return one.legal_article != other.legal_article or one.is_international != other.is_international


def causes_of_sum(total: float, added: float, *, by_class: bool = False) -> tuple[Cause, ...]:
    """Return the likely causes of a sum that differs from its total, the likeliest first.

    A wide class that exceeds the classes printed (`by_class`) may contain others, which are not named. A small
    difference may be a printing error.
    """
    is_small = abs(total - added) <= SMALL * max(abs(total), 1.0) + 1e-9
    possible = ((Cause.CLASSES_NOT_NAMED, by_class and total > added), (Cause.PRINTING_ERROR, is_small))
    return tuple(cause for cause, is_so in possible if is_so) or (Cause.UNKNOWN,)
