"""The codes that the framework and the Sources sheet allow in each column; made once for a workbook."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property, lru_cache
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
from bukhara.workbook.reading.short_names import short_names

PLACES = names(Observation, Role.PLACE)
BODIES = tuple({*names(Statement, Role.BODY), *names(Observation, Role.BODY)})
_PARTS = re.compile(r", | or ")


@dataclass(frozen=True, kw_only=True)
class Lookups:
    """What a workbook is checked by: plain texts, so that it can be sent to another process, and tables made of them.

    `item_of` has the item of each indicator, empty for a measure; `unit_of` and `group_of` those of each measure;
    `bodies` the country of each institution; `named` are countries other than those that answer; `continuing` are the
    items without an end, `deciding` the indicators that decide a status; `retired` has the day from which an indicator
    is in the list no more; `reports` are the sources that were read at a conference; `headings` are pairs of a heading,
    as somebody writes it, and the key of its column; `names` are column, name and code of what the framework names in
    its languages.

    `sources` and `source_of` are those of the workbook; without `sources_read` its sheet of sources could not be used.
    """

    languages: tuple[str, ...]
    places: tuple[str, ...]
    item_ids: tuple[str, ...]
    item_of: dict[str, str]
    bodies: dict[str, str]
    unit_of: dict[str, str]
    group_of: dict[str, str]
    counted: tuple[str, ...]
    named: tuple[str, ...]
    continuing: tuple[str, ...]
    deciding: tuple[str, ...]
    retired: dict[str, str]
    reports: tuple[str, ...]
    exercise: bool
    headings: tuple[tuple[str, str], ...]
    names: tuple[tuple[str, str, str], ...]
    topic_codes: tuple[str, ...]
    sources: dict[str, str] = field(default_factory=dict)
    source_of: dict[str, Source] = field(default_factory=dict)
    sources_read: bool = True
    workbook_country: str = ""

    def cited(self, fields: Mapping[str, Any]) -> Source | None:
        """Return the source that a row cites; None if it cites none, or one that is not in the workbook."""
        return self.source_of.get(fields.get("source_id", ""))

    @cached_property
    def countries(self) -> dict[str, str]:
        """The country of each folded code."""
        return _table(self.places)

    @cached_property
    def items(self) -> dict[str, str]:
        """The item of each folded id."""
        return _table(self.item_ids)

    @cached_property
    def indicators(self) -> dict[str, str]:
        """The indicator of each folded id."""
        return _table(self.item_of)

    @cached_property
    def topics(self) -> dict[str, str]:
        """The topic of each folded code."""
        return _table(self.topic_codes)

    @cached_property
    def words(self) -> dict[str, dict[str, str]]:
        """The known words of the columns of free text; countries and units are those of the framework."""
        places = _table((*self.places, *self.named))
        counted = _table((*self.counted, *(each for text in self.counted for each in _PARTS.split(text))))
        further = {"territorial_scope": places, "citizenship": places, "counting_unit": counted}
        return {key: further.get(key, {}) | known for key, known in WORDS.items()}

    @cached_property
    def short_bodies(self) -> dict[str, str]:
        """Name of the one institution of the state that a short name fits, as `matched`: “МВД”, “Генпрокуратура”."""
        state = self.workbook_country
        named = [name for column, name, code in self.names if column == "country" and code == state]
        own = [name for column, name, code in self.names if column == "body" and self.bodies[code] == state]
        return _sole((short, name) for name in own for short in short_names(name, named))

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """The code of each label of a column, as `matched`; a name that fits two codes is left out."""
        return _labels(self.names, self.languages)


def lookups_of(framework: Framework, headings: Iterable[tuple[str, str]] = ()) -> Lookups:
    """Return the lookups of a framework; `headings` are further names of columns, for forms typed anew."""
    measures = [each for each in framework.indicators if each.type is IndicatorType.MEASURE]
    return Lookups(
        languages=framework.languages,
        places=tuple(place.code for place in framework.countries + framework.regions),
        item_ids=tuple(item.id for item in framework.items),
        item_of={indicator.id: indicator.item for indicator in framework.indicators},
        bodies={body.key: body.country for body in framework.bodies},
        unit_of={each.id: each.unit for each in measures},
        group_of={each.id: each.group for each in measures},
        counted=tuple(dict.fromkeys(each.counting_unit for each in measures if each.counting_unit)),
        named=tuple(place.code for place in framework.places),
        continuing=tuple(item.id for item in framework.items if item.kind is ItemKind.CONTINUING),
        deciding=tuple(each.id for item in framework.items for each in item.milestones),
        retired={
            each.id: str(item.retired_on) for item in framework.items for each in item.indicators if item.retired_on
        },
        reports=tuple(each.source_id for each in framework.readings if each.source_id),
        exercise=framework.exercise,
        headings=tuple(headings),
        names=tuple(
            (column, name, code)
            for column, code, text in named_in(framework)
            for name in dict.fromkeys(text.in_(each) for each in framework.languages)
        ),
        topic_codes=tuple(topic.code for topic in framework.topics),
    )


def named_in(framework: Framework) -> Iterator[tuple[str, str, Text]]:
    """Yield column, code and name of countries, items, indicators, topics and institutions; the short name is last."""
    states = framework.countries + framework.regions
    yield from (("country", each.code, text) for each in states for text in (each.name, each.short))
    yield from ((column, e.code, e.short) for column in PLACES for e in (*states, *framework.places))
    yield from (("item", each.id, each.name) for each in framework.items)
    yield from (("indicator", each.id, each.name) for each in framework.indicators)
    yield from (("topics", each.code, each.name) for each in framework.topics)
    yield from ((column, body.key, name) for column in BODIES for body in framework.bodies for name in body.names)


def with_sources(lookups: Lookups, sources: Iterable[Source], faulty: Iterable[str], *, read: bool) -> Lookups:
    """Return the lookups for a workbook; its `faulty` sources may be cited, because their error is found once."""
    source_of = {source.source_id: source for source in sources}
    return replace(lookups, sources=_table((*source_of, *faulty)), source_of=source_of, sources_read=read)


@lru_cache(4)
def _labels(names: tuple[tuple[str, str, str], ...], languages: tuple[str, ...]) -> dict[str, dict[str, str]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for column, name, code in names:
        found.setdefault(column, []).append((matched(name), code))
    named = {column: _sole(pairs) for column, pairs in found.items()}
    coded = {column: labels_of(column, languages) for column in LABELLED}
    return {column: named.get(column, {}) | coded.get(column, {}) for column in (*named, *coded)}


def _sole(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return name to code; a name that fits two codes is left out."""
    found: dict[str, set[str]] = {}
    for name, code in pairs:
        found.setdefault(name, set()).add(code)
    return {name: next(iter(codes)) for name, codes in found.items() if len(codes) == 1}


def codes_of(codes: type[StrEnum]) -> dict[str, str]:
    """Return folded text to code for an enumeration."""
    return _table(code.value for code in codes)


def _table(codes: Iterable[str]) -> dict[str, str]:
    return {folded(code): code for code in codes}
