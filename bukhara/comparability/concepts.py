"""What two figures must have in common to be about one thing; unit, basket and body are causes, not exemptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bukhara.comparability.parts import breakdowns
from bukhara.model.countries import REGION

if TYPE_CHECKING:
    from bukhara.model.observation import Observation

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
"""Counting units that are kinds of a wider one."""
OWN_WORK = frozenset(
    (
        "activity", "banner", "broadcast", "brochure", "event", "initiative", "media_article", "meeting",
        "periodical_article", "publication", "pupil", "web_article", "workshop",
    )
)  # fmt: skip
"""Units of what a body does itself: undated, two bodies may well have done different things."""
Limits = frozenset[tuple[str, str]]
_OFFENCES = ("CTX-registered-strict", "CTX-registered-related", "CTX-proceedings")
_ANYWHERE = ("", "not_stated")
_NATIONAL, _REGIONAL = "national", "regional"


def concept(figure: Observation) -> tuple[str, ...]:
    """Return what a figure is about: country, partner, measure, stage and unit, each with its near relations."""
    stage = STAGES.get(figure.stage, figure.stage)
    measure = RECORDED if figure.indicator in _OFFENCES and stage == RECORDED else figure.indicator
    unit = UNITS.get(figure.counting_unit, figure.counting_unit)
    return (figure.country, figure.partner, measure, stage, unit, figure.unit)


def is_wide_class(offence_class: str) -> bool:
    """Return whether a heading holds several classes of offences."""
    return not offence_class or "_and_" in offence_class


def has_basket_of(outer: Observation, inner: Observation) -> bool:
    """Return whether the basket of `outer` is that of `inner` or a wider one."""
    return _same_place(outer, inner) and _wide_enough(outer, inner)


def can_contain(outer: Observation, inner: Observation) -> bool:
    """Return whether `inner` cannot be more than `outer`: its basket is held, in the same place or a part of it."""
    scopes = (outer.territorial_scope, inner.territorial_scope)
    return (scopes == (_NATIONAL, _REGIONAL) or _same_place(outer, inner)) and _wide_enough(outer, inner)


def has_same_basket(one: Observation, other: Observation) -> bool:
    """Return whether two figures are limited in the same way."""
    return has_basket_of(one, other) and has_basket_of(other, one)


def has_rival_heading(one: Observation, other: Observation) -> bool:
    """Return whether two figures are limited alike but for two headings, neither of which holds the other."""
    classes = (one.offence_class, other.offence_class)
    is_alike = limits(one) == limits(other) and _same_place(one, other)
    return is_alike and all(classes) and all(map(is_wide_class, classes))


def is_class_named_in(narrow: Observation, heading: Observation) -> bool:
    """Return whether a heading adds to the class of the other figure: trafficking, trafficking and related crimes."""
    is_class = bool(narrow.offence_class) and heading.offence_class.startswith(f"{narrow.offence_class}_and_")
    is_alike = limits(narrow) == limits(heading)
    return is_class and is_alike and _same_place(narrow, heading)


def _heads(outer: str, inner: str) -> bool:
    if not outer:
        return True
    return is_wide_class(outer) and not is_wide_class(inner)


def limits(figure: Observation) -> Limits:
    """Return the breakdowns and the article of law that a figure is limited to, as (column, code)."""
    article = {("legal_article", figure.legal_article)} if figure.legal_article else frozenset()
    return breakdowns(figure) | article


def _wide_enough(outer: Observation, inner: Observation) -> bool:
    same_class = outer.offence_class == inner.offence_class
    is_held = same_class or _heads(outer.offence_class, inner.offence_class)
    return is_held and limits(outer) <= limits(inner)


def _same_place(one: Observation, other: Observation) -> bool:
    scopes = (one.territorial_scope, other.territorial_scope)
    if scopes == (_REGIONAL, _REGIONAL) and one.country != REGION:
        # The code does not say which part of the country: two bodies may speak of two.
        return one.reporter == other.reporter
    return scopes[0] == scopes[1] or any(scope in _ANYWHERE for scope in scopes)
