"""What the framework and the Sources sheet allow in coded columns; built once for a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bukhara.workbook.values import folded

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

    from bukhara.model.framework import Framework, Indicator
    from bukhara.model.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookups:
    """Folded text to code for each coded column, and the records behind the ids."""

    languages: tuple[str, ...]
    countries: dict[str, str]
    items: dict[str, str]
    indicators: dict[str, str]
    sources: dict[str, str]
    source_of: dict[str, Source]
    indicator_of: dict[str, Indicator]
    bodies: frozenset[str]
    workbook_country: str = ""


def lookups_of(framework: Framework, sources: Iterable[Source], country: str = "") -> Lookups:
    """Return the lookups of a framework and the sources a workbook brings; `country` is the tracker's own."""
    source_of = {source.source_id: source for source in sources}
    indicator_of = {indicator.id: indicator for indicator in framework.indicators}
    return Lookups(
        languages=framework.languages,
        countries=_table(place.code for place in framework.countries + framework.regions),
        items=_table(item.id for item in framework.items),
        indicators=_table(indicator_of),
        sources=_table(source_of),
        source_of=source_of,
        indicator_of=indicator_of,
        bodies=frozenset(body.name for body in framework.bodies),
        workbook_country=country,
    )


def codes_of(codes: type[StrEnum]) -> dict[str, str]:
    """Return folded text to code for an enumeration."""
    return _table(code.value for code in codes)


def _table(codes: Iterable[str]) -> dict[str, str]:
    return {folded(code): code for code in codes}
