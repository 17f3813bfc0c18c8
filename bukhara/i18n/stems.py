"""The beginnings of words that a search compares, so that "жертвы" finds "жертв" and "victims" finds "victim"."""

import re

RUSSIAN = (
    *("иями", "ями", "ами", "иям", "иях", "ией", "ого", "его", "ому", "ему", "ыми", "ими"),
    *("ий", "ый", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ую", "юю", "ых", "их", "ым", "им", "ах", "ях", "ам", "ям"),
    *("ом", "ем", "ов", "ев", "ей", "ью", "ия", "ии", "ию", "а", "я", "о", "е", "ы", "и", "у", "ю", "й", "ь"),
)
ENGLISH = ("tions", "tion", "ing", "ies", "ed", "s")
SYNONYMS = (
    ("жертв", "пострадавш"),
    ("victim", "survivor"),
    ("законодательств", "закон"),
    ("legisla", "law"),
    ("репатриац", "возвращен"),
    ("дет", "несовершеннолетн"),
    ("children", "child", "minor"),
    ("hotline", "helpline"),
    ("осужденн", "осужд"),
    ("mechanism", "system"),
    ("механизм", "систем"),
    ("ngo", "civil"),
    ("нпо", "гражданск"),
    ("help", "assistance", "support"),
    ("помощ", "поддержк"),
    ("plan", "programme", "program"),
    ("план", "программ"),
    ("train", "capacity"),
    ("обучен", "квалификац", "подготовк"),
    ("court", "judicial", "judge"),
    ("суд", "судебн", "судь", "суде"),
    ("interior", "police"),
    ("мвд", "полици", "милици", "внутренн"),
)
"""Beginnings of words that the sources use for one thing."""
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


def alternatives(asked: str) -> tuple[str, ...]:
    """Return a stem with its synonyms."""
    return next((group for group in SYNONYMS if asked in group), (asked,))


def is_found(asked: tuple[str, ...], text: str) -> bool:
    """Return whether each stem, or a synonym of it, begins a word of a folded text."""
    return all(any(_begins_word(each, text) for each in alternatives(stem_asked)) for stem_asked in asked)


def _begins_word(start: str, text: str) -> bool:
    at = text.find(start)
    while at > 0 and text[at - 1].isalnum():
        at = text.find(start, at + 1)
    return at >= 0
