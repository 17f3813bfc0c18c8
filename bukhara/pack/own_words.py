"""The organisers' own title and text of a slide. They are marked as theirs, because no source says them."""

import base64
import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bukhara.i18n.words import words_of
from bukhara.model.messages import N_
from bukhara.pack import layout
from bukhara.pack.slides import ANNEX, Points, Slide, SlidePoint

MOST, LONGEST_TITLE, LONGEST_TEXT = 8, 120, 300
"""So many slides have own words, of so many characters."""
TOO_MANY = N_("8 slides have your words, as many as can be kept. Please empty those of one slide first.")
BETWEEN = "|"
"""What is between the points of a text."""
_UNPACKED = 40_000
_LETTERS = b"-."


@dataclass(frozen=True, slots=True)
class OwnWords:
    """The title and text of a slide in one language; an empty one keeps what the record says."""

    slide: str
    language: str
    title: str = ""
    text: str = ""


def cleaned(text: str, longest: int) -> str:
    """Return a text on one line without characters that cannot be printed, cut at a length."""
    return " ".join("".join(each if each.isprintable() else " " for each in text).split())[:longest].strip()


def can_have_text(slide: Slide) -> bool:
    """Return whether the text of a slide can be replaced: it is one list, and no table or picture of the record."""
    return slide.kind not in ANNEX and len(slide.blocks) == 1 and isinstance(slide.blocks[0], Points)


def with_own_words(slide: Slide, every: Iterable[OwnWords]) -> Slide:
    """Return a slide with the words of the organisers for it, and with their mark if there are any."""
    own = next((each for each in every if (each.slide, each.language) == (slide.id, slide.language)), None)
    if own is None or slide.is_own:
        return slide
    words = words_of(slide.language)
    label = words("The organisers' words") + (f". {slide.label}" if slide.label else "")
    found = replace(slide, title=own.title or slide.title, label=label, is_own=True)
    if own.text and can_have_text(slide):
        lines = filter(None, (line.strip() for line in own.text.split(BETWEEN)))
        found = replace(found, blocks=(Points("", tuple(SlidePoint(text=line) for line in lines)),))
    return replace(found, letters=layout.letters(found))


def to_code(every: Iterable[OwnWords]) -> str:
    """Return own words as letters, digits, `-` and `.`; empty without any."""
    rows = [(each.slide, each.language, each.title, each.text) for each in every]
    packed = zlib.compress(json.dumps(rows, ensure_ascii=False).encode(), 9) if rows else b""
    return base64.b64encode(packed, _LETTERS).decode().rstrip("=")


def from_code(code: str) -> tuple[OwnWords, ...]:
    """Return the own words that a code has; nothing if it is not valid."""
    try:
        packed = base64.b64decode(code + "=" * (-len(code) % 4), _LETTERS, validate=True)
        rows = json.loads(zlib.decompressobj().decompress(packed, _UNPACKED)) if packed else []
        found = [OwnWords(*(cleaned(text, n) for text, n in zip(row, _LIMITS, strict=True))) for row in rows[:MOST]]
    except (ValueError, zlib.error, TypeError, AttributeError, RecursionError):
        return ()
    return tuple(each for each in found if each.title or each.text)


_LIMITS = (60, 10, LONGEST_TITLE, LONGEST_TEXT)
