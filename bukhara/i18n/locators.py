"""Locators of passages in a source, in words: "line 318" instead of the code "L318"."""

import re

from bukhara.i18n.words import Words
from bukhara.model.locators import LINE, lines_of, passages_of, read_on
from bukhara.model.messages import N_

NAMED = (N_("exercise table"), N_("exercise annex, p. {n}"), N_("exercise letter, p. {n}"))
"""Locators of the sources of the exercise, which are words already."""

_PAGE = re.compile(r"(?<=, p\. )\d+$")


def locator_text(locator: str, words: Words) -> str:
    """Return a locator in words, each passage once; an empty locator gives an empty string."""
    parts, numbers = passages_of(locator), lines_of(locator)
    if parts and len(numbers) == len(parts):
        lines = ", ".join(map(str, numbers))
        # The non-breaking space keeps the word and its first number on one line.
        return words.plural("line {lines}", "lines {lines}", len(parts), lines=lines).replace(" ", "\u00a0", 1)
    return ", ".join(_named(part, words) for part in parts)


def _named(part: str, words: Words) -> str:
    if day := read_on(part):
        return words("read on {day}", day=words.date(day))
    page = _PAGE.search(part)
    return words(_PAGE.sub("{n}", part), n=page[0]) if page else words(part)


def note_text(note: str) -> str:
    """Return an English note with the locators in it written as words."""
    return LINE.sub(r"line \1", note)
