"""The codes that the framework and the Sources sheet allow in each column; made once for a workbook."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from bukhara.model.codes import IndicatorType, ItemKind
from bukhara.model.columns import Role, names
from bukhara.model.framework import Framework
from bukhara.model.observation import Observation
from bukhara.model.source import Source
from bukhara.model.statement import Statement
from bukhara.model.text import Text
from bukhara.workbook.labels import LABELLED, WORDS, labels_of
from bukhara.workbook.letters import folded, matched

PLACES = names(Observation, Role.PLACE)
BODIES = tuple({*names(Statement, Role.BODY), *names(Observation, Role.BODY)})
_PARTS = re.compile(r", | or ")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The data by which a workbook is checked; plain texts, so that it can be sent to another process.

    `indicators` are pairs of indicator and item, the item empty for a measure; `measures` are indicator, unit and
    group; `bodies` are pairs of institution and country; `named` are countries other than those that answer;
    `continuing` are the items without an end, `deciding` the indicators that decide a status; `retired` are pairs of
    an indicator and the day from which it is in the list no more; `reports` are the sources that were read at a
    conference; `headings` are pairs of a heading, as somebody writes it, and the key of its column; `names` are column,
    name and code of what the framework names in its languages.
    """

    languages: tuple[str, ...]
    places: tuple[str, ...]
    items: tuple[str, ...]
    indicators: tuple[tuple[str, str], ...]
    bodies: tuple[tuple[str, str], ...]
    measures: tuple[tuple[str, str, str], ...] = ()
    counted: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    continuing: tuple[str, ...] = ()
    deciding: tuple[str, ...] = ()
    retired: tuple[tuple[str, str], ...] = ()
    reports: tuple[str, ...] = ()
    exercise: bool = False
    headings: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, str, str], ...] = ()
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookups:
    """Folded text to code for each coded column, and what belongs to an id; all but the sources is of the vocabulary.

    `sources` and `source_of` are those of the workbook; without `sources_read` its sheet of sources could not be used.
    """

    vocabulary: Vocabulary
    countries: dict[str, str]
    items: dict[str, str]
    indicators: dict[str, str]
    topics: dict[str, str]
    words: dict[str, dict[str, str]]
    labels: dict[str, dict[str, str]]
    item_of: dict[str, str]
    bodies: dict[str, str]
    unit_of: dict[str, str]
    group_of: dict[str, str]
    retired: dict[str, str]
    sources: dict[str, str] = field(default_factory=dict)
    source_of: dict[str, Source] = field(default_factory=dict)
    sources_read: bool = True
    workbook_country: str = ""

    def cited(self, fields: Mapping[str, Any]) -> Source | None:
        """Return the source that a row cites; None if it cites none, or one that is not in the workbook."""
        return self.source_of.get(fields.get("source_id", ""))


def vocabulary_of(framework: Framework, headings: Iterable[tuple[str, str]] = ()) -> Vocabulary:
    """Return the vocabulary of a framework; `headings` are further names of columns, for forms typed anew."""
    measures = [each for each in framework.indicators if each.type is IndicatorType.MEASURE]
    return Vocabulary(
        languages=framework.languages,
        places=tuple(place.code for place in framework.countries + framework.regions),
        items=tuple(item.id for item in framework.items),
        indicators=tuple((indicator.id, indicator.item) for indicator in framework.indicators),
        bodies=tuple((body.key, body.country) for body in framework.bodies),
        measures=tuple((each.id, each.unit, each.group) for each in measures),
        counted=tuple(dict.fromkeys(each.counting_unit for each in measures if each.counting_unit)),
        named=tuple(place.code for place in framework.places),
        continuing=tuple(item.id for item in framework.items if item.kind is ItemKind.CONTINUING),
        deciding=tuple(each.id for item in framework.items for each in item.milestones),
        retired=tuple(
            (i.id, str(item.retired_on)) for item in framework.items for i in item.indicators if item.retired_on
        ),
        reports=tuple(each.source_id for each in framework.readings if each.source_id),
        exercise=framework.exercise,
        headings=tuple(headings),
        names=tuple(
            (column, name, code)
            for column, code, text in named_in(framework)
            for name in dict.fromkeys(text.in_(each) for each in framework.languages)
        ),
        topics=tuple(topic.code for topic in framework.topics),
    )


def named_in(framework: Framework) -> Iterator[tuple[str, str, Text]]:
    """Yield column, code and name of countries, items, indicators, topics and institutions; the short name is last."""
    states = framework.countries + framework.regions
    yield from (("country", each.code, text) for each in states for text in (each.name, each.short))
    yield from ((column, e.code, e.short) for column in PLACES for e in (*states, *framework.places))
    yield from (("item", each.id, each.name) for each in framework.items)
    yield from (("indicator", each.id, each.name) for each in framework.indicators)
    yield from (("topics", each.code, each.name) for each in framework.topics)
    yield from ((column, body.key, body.name) for column in BODIES for body in framework.bodies)


def lookups_of(vocabulary: Vocabulary) -> Lookups:
    """Return the lookups of a vocabulary, without the sources of a workbook."""
    return Lookups(
        vocabulary=vocabulary,
        countries=_table(vocabulary.places),
        items=_table(vocabulary.items),
        indicators=_table(indicator for indicator, _ in vocabulary.indicators),
        topics=_table(vocabulary.topics),
        words=_words(vocabulary),
        labels=_labels(vocabulary),
        item_of=dict(vocabulary.indicators),
        bodies=dict(vocabulary.bodies),
        unit_of={indicator: unit for indicator, unit, _ in vocabulary.measures},
        group_of={indicator: group for indicator, _, group in vocabulary.measures},
        retired=dict(vocabulary.retired),
    )


def with_sources(lookups: Lookups, sources: Iterable[Source], faulty: Iterable[str], *, read: bool) -> Lookups:
    """Return the lookups for a workbook; its `faulty` sources may be cited, because their error is found once."""
    source_of = {source.source_id: source for source in sources}
    return replace(lookups, sources=_table((*source_of, *faulty)), source_of=source_of, sources_read=read)


def _words(vocabulary: Vocabulary) -> dict[str, dict[str, str]]:
    """Return the known words of the columns of free text; countries and units are those of the framework."""
    places = _table((*vocabulary.places, *vocabulary.named))
    counted = _table((*vocabulary.counted, *(each for text in vocabulary.counted for each in _PARTS.split(text))))
    further = {"territorial_scope": places, "citizenship": places, "counting_unit": counted}
    return {key: further.get(key, {}) | known for key, known in WORDS.items()}


def _labels(vocabulary: Vocabulary) -> dict[str, dict[str, str]]:
    """Return matched label to code for each column; a name that fits two codes is left out."""
    found: dict[str, dict[str, set[str]]] = {}
    for column, name, code in vocabulary.names:
        found.setdefault(column, {}).setdefault(matched(name), set()).add(code)
    named = {
        column: {name: next(iter(codes)) for name, codes in names.items() if len(codes) == 1}
        for column, names in found.items()
    }
    coded = {column: labels_of(column, vocabulary.languages) for column in LABELLED}
    return {column: named.get(column, {}) | coded.get(column, {}) for column in (*named, *coded)}


def codes_of(codes: type[StrEnum]) -> dict[str, str]:
    """Return folded text to code for an enumeration."""
    return _table(code.value for code in codes)


def _table(codes: Iterable[str]) -> dict[str, str]:
    return {folded(code): code for code in codes}
