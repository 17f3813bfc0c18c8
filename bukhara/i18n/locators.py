"""Places in a source in words: "line 318" instead of the code "L318"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bukhara.i18n.codes import N_

if TYPE_CHECKING:
    from bukhara.i18n.words import Words

NAMED = (N_("exercise table"), N_("exercise annex, p. {n}"), N_("exercise letter, p. {n}"))
"""Places that the sources of the exercise give in words."""

_LINE = re.compile(r"L(\d+)")
_PAGE = re.compile(r"(?<=, p\. )\d+$")


def locator_text(locator: str, words: Words) -> str:
    """Return where something stands, each place once; empty where no place is given."""
    parts = dict.fromkeys(part for part in locator.split(" | ") if part)
    found = [_LINE.fullmatch(part) for part in parts]
    if parts and all(found):
        lines = ", ".join(match[1] for match in found if match)
        # The word stays with its first number at the end of a line.
        return words.plural("line {lines}", "lines {lines}", len(parts), lines=lines).replace(" ", "\u00a0", 1)
    return ", ".join(_named(part, words) for part in parts)


def _named(part: str, words: Words) -> str:
    page = _PAGE.search(part)
    return words(_PAGE.sub("{n}", part), n=page[0]) if page else words(part)


def note_text(note: str) -> str:
    """Return an English note with the lines that it names in words."""
    return _LINE.sub(r"line \1", note)
