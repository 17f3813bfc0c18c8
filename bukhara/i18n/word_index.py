"""An index of texts by the stems of their words, in which a search looks up a few words."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches

from bukhara.i18n.stems import forms_in, stem, wanted, words_in

Places = dict[int, int]
"""The numbers of texts with the distance of what is found in each."""
SHORTEST = 3
"""So many letters find the words that begin with them, if no word has them as its stem."""


@dataclass(slots=True)
class WordIndex:
    """The texts with each stem; a text has parts, and the number of the part is the distance of its words."""

    places: dict[str, Places] = field(default_factory=dict)
    forms: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, texts: Iterable[tuple[str, ...]]) -> "WordIndex":
        """Return the index of texts, numbered from 0; of each the parts that name it best are first."""
        index = cls()
        for number, parts in enumerate(texts):
            for distance, part in enumerate(parts):
                for form in forms_in(part):
                    own = stem(form)
                    index.places.setdefault(own, {}).setdefault(number, distance)
                    index.forms.setdefault(own, form)
        return index

    def find(self, query: str) -> Places:
        """Return the texts with every word of a query, or synonyms: with the greatest distance of the words."""
        return _in_all(
            _in_any(_in_all(map(self._with_stem, phrase)) for phrase in phrases) for phrases in wanted(query)
        )

    def near(self, query: str) -> tuple[str, ...]:
        """Return the first words of a query that are found, and words like the others."""
        found: list[str] = []
        for word in words_in(query)[:8]:
            close = get_close_matches(stem(word)[:40], self.places, 2, 0.75)
            found += [word] if self.find(word) else [self.forms[each] for each in close]
        return tuple(dict.fromkeys(found))

    def _with_stem(self, asked: str) -> Places:
        if asked in self.places or len(asked) < SHORTEST or asked.isdigit():
            return self.places.get(asked, {})
        return _in_any(places for each, places in self.places.items() if each.startswith(asked))


def _in_all(found: Iterable[Places]) -> Places:
    first, *others = [*found] or [{}]
    for other in others:
        first = {number: max(distance, other[number]) for number, distance in first.items() if number in other}
    return first


def _in_any(found: Iterable[Places]) -> Places:
    every: Places = {}
    for places in found:
        for number, distance in places.items():
            every[number] = min(distance, every.get(number, distance))
    return every
