"""Locators of passages in a source, in words: "line 318" instead of the code "L318"."""

import re
from datetime import date

from bukhara.i18n.words import Words
from bukhara.model.messages import N_

NAMED = (N_("exercise table"), N_("exercise annex, p. {n}"), N_("exercise letter, p. {n}"))
"""Locators of the sources of the exercise, which are words already."""

_LINE = re.compile(r"L(\d+)")
_ACCESSED = re.compile(r"accessed (\d{4}-\d{2}-\d{2})")
_PAGE = re.compile(r"(?<=, p\. )\d+$")


def locator_text(locator: str, words: Words) -> str:
    """Return a locator in words, each passage once; an empty locator gives an empty string."""
    parts = dict.fromkeys(part for part in locator.split(" | ") if part)
    found = [_LINE.fullmatch(part) for part in parts]
    if parts and all(found):
        lines = ", ".join(match[1] for match in found if match)
        # The non-breaking space keeps the word and its first number on one line.
        return words.plural("line {lines}", "lines {lines}", len(parts), lines=lines).replace(" ", "\u00a0", 1)
    return ", ".join(_named(part, words) for part in parts)


def lines_of(locator: str) -> tuple[int, ...]:
    """Return the numbers of the lines that a locator names; other places are left out."""
    found = (_LINE.fullmatch(part) for part in locator.split(" | "))
    return tuple(int(match[1]) for match in found if match)


def read_on(locator: str) -> date | None:
    """Return the day on which a page was read, if the locator of a row says it."""
    found = _ACCESSED.fullmatch(locator)
    return date.fromisoformat(found[1]) if found else None


def _named(part: str, words: Words) -> str:
    if day := read_on(part):
        return words("read on {day}", day=words.date(day))
    page = _PAGE.search(part)
    return words(_PAGE.sub("{n}", part), n=page[0]) if page else words(part)


def note_text(note: str) -> str:
    """Return an English note with the locators in it written as words."""
    return _LINE.sub(r"line \1", note)
