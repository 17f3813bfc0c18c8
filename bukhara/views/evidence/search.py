"""Search over the names of the record in every language: countries, themes, topics, measures, partners, sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from bukhara.i18n.languages import translated_languages
from bukhara.i18n.record_texts import plain_title
from bukhara.i18n.word_index import WordIndex
from bukhara.i18n.words import words_of
from bukhara.model.codes import IndicatorType
from bukhara.model.release import Snapshot
from bukhara.model.text import Text
from bukhara.views.evidence.named_states import names_of, states_in
from bukhara.views.statistics import statistics
from bukhara.views.themes import partners

GROUPS = ("country", "theme", "topic", "measure", "partner", "source")


@dataclass(frozen=True, slots=True)
class Name:
    """Something that has a page: its group, code and name, and what else finds it."""

    group: str
    code: str
    name: Text
    more: str = ""


def names(snapshot: Snapshot) -> tuple[Name, ...]:
    """Return every name that the search knows, in the order of groups and in fixed order within them."""
    return snapshot.once(_names)


def find(snapshot: Snapshot, q: str) -> dict[str, tuple[Name, ...]]:
    """Return by group the names that hold every word of `q`, in any language, those found by their own name first."""
    states, rest = states_in(snapshot, q)
    known, index = names(snapshot), snapshot.once(_index)
    found = index.find(rest) or (index.find(q) if rest else {})
    found |= {n: 0 for n, each in enumerate(known) if each.code in states}
    closest = [known[n] for n in sorted(found, key=lambda n: (found[n], n))]
    return {group: held for group in GROUPS if (held := tuple(each for each in closest if each.group == group))}


def _index(snapshot: Snapshot) -> WordIndex:
    return WordIndex.of((f"{name.code} {_texts(name.name)}", name.more) for name in names(snapshot))


def _names(snapshot: Snapshot) -> tuple[Name, ...]:
    return tuple(_each_name(snapshot))


def _each_name(snapshot: Snapshot) -> Iterator[Name]:
    framework, held = snapshot.framework, set(statistics.topics(snapshot))
    for country in framework.countries:
        yield Name("country", country.code, country.short, names_of(snapshot, country.code))
    for item in framework.items:
        yield Name("theme", item.id, item.name, " ".join(_texts(each.name) for each in item.indicators))
    for topic in framework.topics:
        yield Name("topic", topic.code, topic.name)
    for indicator in framework.indicators:
        if indicator.type is IndicatorType.MEASURE and indicator.id in held:
            yield Name("measure", indicator.id, indicator.name)
    for name in partners.names(snapshot):
        body = framework.body(name)
        yield Name("partner", name, body.name if body else Text((("en", name),)))
    for source in snapshot.sources:
        titles = tuple((each, plain_title(source, words_of(each))) for each in translated_languages())
        yield Name("source", source.source_id, Text(titles), source.body)


def _texts(text: Text) -> str:
    return " ".join(each for _, each in text.by_language)
