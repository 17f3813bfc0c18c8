"""What the framework and the Sources sheet allow in coded columns; built once for a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bukhara.workbook.letters import folded

if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import StrEnum

    from bukhara.model.framework import Framework
    from bukhara.model.source import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """All that a workbook is judged by; plain texts, so that it can be handed to another process.

    `indicators` are pairs of indicator and item, the item empty for a measure; `headings` are pairs of a heading,
    as somebody writes it, and the key of its column.
    """

    languages: tuple[str, ...]
    places: tuple[str, ...]
    items: tuple[str, ...]
    indicators: tuple[tuple[str, str], ...]
    bodies: tuple[str, ...]
    headings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookups:
    """Folded text to code for each coded column, and what stands behind the ids."""

    languages: tuple[str, ...]
    headings: tuple[tuple[str, str], ...]
    countries: dict[str, str]
    items: dict[str, str]
    indicators: dict[str, str]
    sources: dict[str, str]
    source_of: dict[str, Source]
    item_of: dict[str, str]
    bodies: frozenset[str]
    workbook_country: str = ""


def vocabulary_of(framework: Framework, headings: Iterable[tuple[str, str]] = ()) -> Vocabulary:
    """Return what a framework allows; `headings` are further names of columns, by which a retyped form is read."""
    return Vocabulary(
        languages=framework.languages,
        places=tuple(place.code for place in framework.countries + framework.regions),
        items=tuple(item.id for item in framework.items),
        indicators=tuple((indicator.id, indicator.item) for indicator in framework.indicators),
        bodies=tuple(body.name for body in framework.bodies),
        headings=tuple(headings),
    )


def lookups_of(vocabulary: Vocabulary, sources: Iterable[Source], country: str = "") -> Lookups:
    """Return the lookups for the sources a workbook brings; `country` is the tracker's own."""
    source_of = {source.source_id: source for source in sources}
    return Lookups(
        languages=vocabulary.languages,
        headings=vocabulary.headings,
        countries=_table(vocabulary.places),
        items=_table(vocabulary.items),
        indicators=_table(indicator for indicator, _ in vocabulary.indicators),
        sources=_table(source_of),
        source_of=source_of,
        item_of=dict(vocabulary.indicators),
        bodies=frozenset(vocabulary.bodies),
        workbook_country=country,
    )


def codes_of(codes: type[StrEnum]) -> dict[str, str]:
    """Return folded text to code for an enumeration."""
    return _table(code.value for code in codes)


def _table(codes: Iterable[str]) -> dict[str, str]:
    return {folded(code): code for code in codes}
