"""The likely causes of a difference between two figures. No misprint is guessed at."""

from bukhara.comparability.concepts import has_same_basket
from bukhara.comparability.periods import Relation, relation
from bukhara.model.difference import Cause
from bukhara.model.observation import Observation


def causes(one: Observation, other: Observation) -> tuple[Cause, ...]:
    """Return the likely causes of two different values, the likeliest first; never empty."""
    same_body = one.reporter == other.reporter
    possible = (
        (Cause.OTHER_UNIT, one.counting_unit != other.counting_unit),
        (Cause.OTHER_STAGE, one.stage != other.stage and one.counting_unit == other.counting_unit),
        (Cause.OTHER_BASKET, not has_same_basket(one, other) or _is_defined_otherwise(one, other)),
        (Cause.OTHER_BODY, not same_body),
        (Cause.OTHER_PERIOD, relation(one, other) is not Relation.SAME or one.period != other.period),
        (Cause.REVISION, same_body and one.source_id != other.source_id),
    )
    return tuple(cause for cause, is_so in possible if is_so) or (Cause.UNKNOWN,)


def _is_defined_otherwise(one: Observation, other: Observation) -> bool:
    """Return whether two figures of one basket may count other offences: by another article, or as UNODC asks."""
    return one.legal_article != other.legal_article or one.is_international != other.is_international
