"""The questions that a state, or the region, is asked; the caller decides which of them a workbook contains."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bukhara.model.codes import IndicatorType, ItemKind, Kind, Scope
from bukhara.model.framework import Framework, Indicator, Item

LEFT_OPEN = ("identifying_body", "reporter")
"""What a question for the next figure of a series leaves to the state that answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One prepared row: the country asked, item and indicator, and the kind of the answer.

    `asked_on` is the day of the request, None before it was sent.
    """

    country: str
    item: str
    indicator: str
    kind: Kind | None = None
    asked_on: date | None = None


def asked(framework: Framework, country: str) -> tuple[Question, ...]:
    """Return a question for each indicator that a country, or the region, is asked about."""
    regional = country in {place.code for place in framework.regions}
    return tuple(
        Question(country=country, item=item.id, indicator=indicator.id, kind=_KINDS.get(indicator.type))
        for item in framework.items
        for indicator in _asked(item, regional=regional)
    )


# a fact may be given in words or in numbers: the answer chooses
_KINDS = {
    IndicatorType.MILESTONE: Kind.IMPLEMENTATION,
    IndicatorType.ACTIVITY: Kind.IMPLEMENTATION,
    IndicatorType.MEASURE: Kind.FIGURE,
}


def _asked(item: Item, *, regional: bool) -> Sequence[Indicator]:
    if item.kind is ItemKind.CONTEXT:
        return ()
    if (item.scope is Scope.REGION) == regional:
        return item.indicators
    # a country's part in a regional item is a fact
    return () if regional else [each for each in item.indicators if each.type is IndicatorType.FACT]
