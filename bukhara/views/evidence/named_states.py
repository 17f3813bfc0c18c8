"""The states that a query names among its other words, in any language."""

from bukhara.i18n.stems import wanted, words_in
from bukhara.i18n.word_index import SHORTEST, WordIndex
from bukhara.model.release import Snapshot


def names_of(snapshot: Snapshot, code: str) -> str:
    """Return every name of a state or region, in all languages, and its code."""
    place = snapshot.framework.place(code)
    texts = (text for name in (place.short, place.name) for _, text in name.by_language)
    return " ".join((code, *texts))


def states_in(snapshot: Snapshot, query: str) -> tuple[tuple[str, ...], str]:
    """Return the states that a query names beside other words or states, and the other words; else no state and all."""
    countries, index = snapshot.framework.countries, snapshot.once(_index)
    asked = [word for word in words_in(query) if wanted(word)]
    held = {word: set(index.find(word)) if len(word) >= SHORTEST else set() for word in asked}
    named = {number for found in held.values() if len(found) == 1 for number in found}
    rest = [word for word in asked if not named & held[word]]
    if not rest and len(named) < 2:
        return (), query
    return tuple(country.code for n, country in enumerate(countries) if n in named), " ".join(rest)


def _index(snapshot: Snapshot) -> WordIndex:
    return WordIndex.of((names_of(snapshot, country.code),) for country in snapshot.framework.countries)
