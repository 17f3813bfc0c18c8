"""Concepts and baskets of figures: two figures of one concept are compared, whatever their body and exact unit.

The basket of a figure is the set of cases or persons that it counts: class of offences, breakdowns, territory.
"""

from functools import lru_cache

from bukhara.comparability.parts import Limits, breakdowns
from bukhara.model.columns import values_of
from bukhara.model.countries import REGION
from bukhara.model.observation import WHAT, Observation

RECORDED, IDENTIFIED = "recorded", "identified"
STAGES = {
    **dict.fromkeys(("registered", "detected", "investigated", "initiated"), RECORDED),
    **dict.fromkeys(("identified", "rescued"), IDENTIFIED),
}
UNITS = {
    **dict.fromkeys(("case", "offence", "crime"), "case"),
    **dict.fromkeys(("group", "network"), "group"),
    **dict.fromkeys(("victim", "person", "beneficiary", "migrant"), "person"),
}
KINDS_OF = {
    "publication": ("media_article", "periodical_article", "web_article", "broadcast", "press_article"),
    "instrument": ("treaty", "agreement", "memorandum"),
}
"""For a general counting unit the more special units that it includes."""
OWN_WORK = frozenset(
    (
        "activity", "banner", "broadcast", "brochure", "event", "initiative", "media_article", "meeting",
        "periodical_article", "publication", "pupil", "web_article", "workshop",
    )
)  # fmt: skip
"""Counting units of the work of a body itself: without a date, two bodies may have counted different work."""
_OFFENCES = ("CTX-registered-strict", "CTX-registered-related", "CTX-proceedings", "CTX-unodc-offences")
_SAME_MEASURE = {
    "CTX-unodc-victims": "CTX-victims",
    **dict.fromkeys(("CTX-unodc-contact", "CTX-unodc-prosecuted", "CTX-unodc-convicted"), "CTX-prosecuted"),
}
"""Measures of UNODC -> the measure of the other sources that counts the same thing."""
_UNSTATED_SCOPES = ("", "not_stated")
_NATIONAL, _REGIONAL = "national", "regional"


# a basket is compared by its own rules; what else a figure counts is equal in one concept
_BASKET = ("offence_class", "legal_article", "identifying_body", "territorial_scope")
_others = values_of(*(name for name in WHAT if name not in ("stage", "counting_unit", "unit", *_BASKET)))


def concept(figure: Observation) -> tuple[str, ...]:
    """Return the concept of a figure: its country, partner, measure, stage and units; close stages and units are one.

    Example: registered and investigated cases of trafficking in one country have the same concept.
    """
    unit = UNITS.get(figure.counting_unit, figure.counting_unit)
    stage = STAGES.get(figure.stage, figure.stage)
    return (figure.country, figure.partner, measure_of(figure), stage, unit, figure.unit, *_others(figure))


def measure_of(figure: Observation) -> str:
    """Return the measure of a figure; recorded offences are one measure, and those of UNODC are that of the others."""
    measure = _SAME_MEASURE.get(figure.indicator, figure.indicator)
    is_recorded = STAGES.get(figure.stage, figure.stage) == RECORDED
    return RECORDED if measure in _OFFENCES and is_recorded else measure


def is_wide_class(offence_class: str) -> bool:
    """Return whether a class covers several classes of offences, or is not stated."""
    return not offence_class or "_and_" in offence_class


def has_basket_of(outer: Observation, inner: Observation) -> bool:
    """Return whether the basket of `outer` is the same as that of `inner`, or a wider one that includes it."""
    return _has_same_territory(outer, inner) and _is_wide_enough(outer, inner)


def can_contain(outer: Observation, inner: Observation) -> bool:
    """Return whether `inner` is included in `outer`, so that it cannot be a larger number."""
    scopes = (outer.territorial_scope, inner.territorial_scope)
    return (scopes == (_NATIONAL, _REGIONAL) or _has_same_territory(outer, inner)) and _is_wide_enough(outer, inner)


def has_same_basket(one: Observation, other: Observation) -> bool:
    """Return whether two figures have the same basket."""
    return has_basket_of(one, other) and has_basket_of(other, one)


def has_rival_heading(one: Observation, other: Observation) -> bool:
    """Return whether two figures differ only in wide classes of offences, neither of which includes the other."""
    classes = (one.offence_class, other.offence_class)
    is_alike = limits(one) == limits(other) and _has_same_territory(one, other)
    return is_alike and all(classes) and all(map(is_wide_class, classes))


def is_class_named_in(narrow: Observation, heading: Observation) -> bool:
    """Return whether the class of `heading` is the class of `narrow` and more (trafficking_and_related)."""
    is_class = bool(narrow.offence_class) and heading.offence_class.startswith(f"{narrow.offence_class}_and_")
    is_alike = limits(narrow) == limits(heading)
    return is_class and is_alike and _has_same_territory(narrow, heading)


def _includes_class(outer: str, inner: str) -> bool:
    if not outer:
        return True
    return is_wide_class(outer) and not is_wide_class(inner)


def limits(figure: Observation) -> Limits:
    """Return the breakdowns and the article of law that a figure is limited to, as (column, code)."""
    return _with_article(breakdowns(figure), figure.legal_article)


@lru_cache(maxsize=1 << 14)
def _with_article(broken_down: Limits, article: str) -> Limits:
    return broken_down | {("legal_article", article)} if article else broken_down


def _is_wide_enough(outer: Observation, inner: Observation) -> bool:
    same_class = outer.offence_class == inner.offence_class
    includes_class = same_class or _includes_class(outer.offence_class, inner.offence_class)
    return includes_class and limits(outer) <= limits(inner)


def _has_same_territory(one: Observation, other: Observation) -> bool:
    scopes = (one.territorial_scope, other.territorial_scope)
    if scopes == (_REGIONAL, _REGIONAL) and one.country != REGION:
        # The code does not name the part of the country, and two bodies may mean different parts.
        return one.reporter == other.reporter
    return scopes[0] == scopes[1] or any(scope in _UNSTATED_SCOPES for scope in scopes)
