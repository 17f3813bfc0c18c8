"""The stems by which a search compares words, so that "жертвы" finds "жертв" and "policy" finds "policies"."""

import re
from functools import cache, lru_cache
from pathlib import Path

import snowballstemmer

from bukhara.model.languages import LANGUAGES

Phrase = tuple[str, ...]
"""The stems of words that together name one thing."""
_LINES = Path(__file__).with_name("search_words.txt").read_text(encoding="utf-8").splitlines()
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_NAMES = {each.name.lower(): {*each.letters} for each in LANGUAGES.values()}
_STEMMERS = [(_NAMES[name], snowballstemmer.stemmer(name)) for name in _NAMES if name in snowballstemmer.algorithms()]


def folded(text: str) -> str:
    """Return a text as it is compared: without regard to case and to the dots of "ё"."""
    return text.casefold().replace("ё", "е")


@lru_cache(100_000)
def stem(word: str) -> str:
    """Return the stem of a word by the rules of the first language with its letters; one with a digit is a code.

    Example:
        >>> stem("Жертвами"), stem("trafficked"), stem("BD-7")
        ('жертв', 'traffick', 'bd-7')
    """
    own = folded(word).replace("’", "'")
    stemmer = next((cut for letters, cut in _STEMMERS if letters.issuperset(re.findall(r"[^\W_]", own))), None)
    # of "органов" the first stem is "орган", of "орган" it is "орга"
    while stemmer and (shorter := stemmer.stemWord(own)) != own:
        own = shorter
    return own


def words_in(text: str) -> list[str]:
    """Return the words of a text as they are written; those with a hyphen or a full stop inside are one."""
    return _WORD.findall(text)


def forms_in(text: str) -> list[str]:
    """Return the words of a text, each once, and the parts of those with a hyphen or a full stop inside."""
    words = dict.fromkeys(words_in(text))
    return [*words, *(part for word in words if not word.isalnum() for part in re.split("[.-]", word))]


@cache
def stop_words() -> frozenset[str]:
    """Return the words of a query that no text needs to have."""
    return frozenset(_LINES[0].split())


@cache
def synonyms() -> dict[Phrase, tuple[Phrase, ...]]:
    """Return each phrase of `search_words.txt` with all phrases of its line: they name one thing in any language."""
    groups = [tuple(dict.fromkeys(map(_phrase, line.split(",")))) for line in _LINES[1:]]
    return {phrase: group for group in groups for phrase in group}


def wanted(query: str) -> tuple[tuple[Phrase, ...], ...]:
    """Return for each word or known phrase of a query the phrases of which a text has to have one."""
    asked, found, known = list(_phrase(query)), [], synonyms()
    while asked:
        phrase = next(each for n in (3, 2, 1) if (each := tuple(asked[:n])) in known or n == 1)
        found.append(known.get(phrase, (phrase,)))
        del asked[: len(phrase)]
    return tuple(found)


def _phrase(text: str) -> Phrase:
    return tuple(stem(word) for word in words_in(text) if folded(word) not in stop_words())
