"""Search over the names of the record in both languages: countries, themes, topics, measures, partners, sources."""

from collections.abc import Iterator
from dataclasses import dataclass

from bukhara.i18n.record_texts import plain_title
from bukhara.i18n.stems import folded, is_found, stems
from bukhara.i18n.words import words_of
from bukhara.model.codes import IndicatorType
from bukhara.model.release import Snapshot
from bukhara.model.text import Text
from bukhara.views.statistics import statistics
from bukhara.views.themes import partners

SHORTEST_NAME = 2
"""A word of more letters can name a state."""
GROUPS = ("country", "theme", "topic", "measure", "partner", "source")
ALIASES = {"KGZ": "Kyrgyzstan Киргизия", "TKM": "Turkmenia Туркмения"}
"""Other names by which readers look for a state."""


@dataclass(frozen=True, slots=True)
class Name:
    """Something that has a page: its group, code and name, and what else finds it."""

    group: str
    code: str
    name: Text
    more: str = ""


@dataclass(frozen=True, slots=True)
class FoundNames:
    """The names of one group that a query finds, in fixed order; those found by their own name are first."""

    group: str
    names: tuple[Name, ...]


def names(snapshot: Snapshot) -> tuple[Name, ...]:
    """Return every name that the search knows, in the order of groups and in fixed order within them."""
    return snapshot.once(_names)


def find(snapshot: Snapshot, q: str) -> tuple[FoundNames, ...]:
    """Return the names of which each word of `q` begins a word, in any language; nothing for an empty query."""
    asked = stems(q)
    found: dict[str, list[tuple[bool, Name]]] = {group: [] for group in GROUPS}
    for name, own, every in snapshot.once(_texts):
        if asked and is_found(asked, every):
            found[name.group].append((not is_found(asked, own), name))
    return tuple(
        FoundNames(group, tuple(name for _, name in sorted(held, key=lambda pair: pair[0])))
        for group, held in found.items()
        if held
    )


def state_in(snapshot: Snapshot, q: str) -> tuple[str, str]:
    """Return the code of a state that a query of several words names, and the other words; two empty texts if none."""
    asked = q.split()
    states = [(name.code, every) for name, _, every in snapshot.once(_texts) if name.group == "country"]
    for word in asked if len(asked) > 1 else ():
        named = [code for code, every in states if len(word) > SHORTEST_NAME and is_found(stems(word), every)]
        if len(named) == 1:
            return named[0], " ".join(other for other in asked if other != word)
    return "", ""


def _texts(snapshot: Snapshot) -> tuple[tuple[Name, str, str], ...]:
    """Return each name with its own words, and with all words that find it."""
    return tuple((name, folded(own := _own(name)), folded(f"{own} {name.more}")) for name in names(snapshot))


def _own(name: Name) -> str:
    return " ".join((name.code, *(text for _, text in name.name.by_language)))


def _names(snapshot: Snapshot) -> tuple[Name, ...]:
    return tuple(_each_name(snapshot))


def _each_name(snapshot: Snapshot) -> Iterator[Name]:
    framework, held = snapshot.framework, set(statistics.topics(snapshot))
    for country in framework.countries:
        yield Name("country", country.code, country.short, f"{_both(country.name)} {ALIASES.get(country.code, '')}")
    for item in framework.items:
        yield Name("theme", item.id, item.name, " ".join(_both(each.name) for each in item.indicators))
    for topic in framework.topics:
        yield Name("topic", topic.code, topic.name)
    for indicator in framework.indicators:
        if indicator.type is IndicatorType.MEASURE and indicator.id in held:
            yield Name("measure", indicator.id, indicator.name)
    for name in partners.names(snapshot):
        body = framework.body(name)
        yield Name("partner", name, body.name if body else Text((("en", name),)))
    for source in snapshot.sources:
        in_both = tuple((language, plain_title(source, words_of(language))) for language in ("en", "ru"))
        yield Name("source", source.source_id, Text(in_both), source.body)


def _both(text: Text) -> str:
    return " ".join(each for _, each in text.by_language)
