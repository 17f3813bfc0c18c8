"""The beginnings of words that a search compares, so that "жертвы" finds "жертв" and "victims" finds "victim"."""

from __future__ import annotations

import re

RUSSIAN = (
    *("иями", "ями", "ами", "иям", "иях", "ией", "ого", "его", "ому", "ему", "ыми", "ими"),
    *("ий", "ый", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ую", "юю", "ых", "их", "ым", "им", "ах", "ях", "ам", "ям"),
    *("ом", "ем", "ов", "ев", "ей", "ью", "ия", "ии", "ию", "а", "я", "о", "е", "ы", "и", "у", "ю", "й", "ь"),
)
ENGLISH = ("ing", "ies", "ed", "s")
SHORTEST = 3
"""A stem keeps so many letters."""
_PUNCTUATION = "\"'.,:;!?()[]«»“”„…"


def folded(text: str) -> str:
    """Return a text as it is compared: without regard to case and to the dots of "ё"."""
    return text.casefold().replace("ё", "е")


def stem(word: str) -> str:
    """Return a word without its ending, by the endings of its alphabet; one with a digit is a code and kept whole.

    Example:
        >>> stem("Жертвами"), stem("trafficked"), stem("BD-7")
        ('жертв', 'traffick', 'bd-7')
    """
    own = folded(word)
    if any(letter.isdigit() for letter in own):
        return own
    endings = RUSSIAN if re.search("[а-я]", own) else ENGLISH
    for ending in endings:
        if own.endswith(ending) and len(own) - len(ending) >= SHORTEST:
            return own[: -len(ending)]
    return own


def stems(text: str) -> tuple[str, ...]:
    """Return the stem of each word of a query."""
    return tuple(stem(word.strip(_PUNCTUATION) or word) for word in text.split())


def begins_word(stem_asked: str, text: str) -> bool:
    """Return whether a word of a folded text begins with a stem."""
    at = text.find(stem_asked)
    while at > 0 and text[at - 1].isalnum():
        at = text.find(stem_asked, at + 1)
    return at >= 0
