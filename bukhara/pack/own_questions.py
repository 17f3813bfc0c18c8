"""The questions that organisers ask: some of those proposed, and their own. They are marked as theirs."""

import base64
import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bukhara.i18n.words import words_of
from bukhara.pack import layout
from bukhara.pack.slides import QUESTION_MINUTES, Points, Slide, SlideKind, SlidePoint

MOST, LONGEST = 8, 200
"""So many questions are kept, of so many characters."""
_UNPACKED = 20_000
_LETTERS = b"-."


@dataclass(frozen=True, slots=True)
class OwnQuestions:
    """The questions of the organisers in one language, in order; what they have not ticked is not among them."""

    language: str
    lines: tuple[str, ...]


def cleaned(text: str) -> tuple[str, ...]:
    """Return the questions of a text, a line each, without characters that cannot be printed, cut at a length."""
    lines = (" ".join("".join(c if c.isprintable() else " " for c in line).split()) for line in text.splitlines())
    return tuple(line[:LONGEST].strip() for line in lines if line)[:MOST]


def lines_of(slide: Slide) -> tuple[str, ...]:
    """Return the questions of a slide as lines."""
    points = (point for block in slide.blocks if isinstance(block, Points) for point in block.points)
    return tuple(": ".join(filter(None, (point.about, point.text))) for point in points)


def with_own_questions(slides: tuple[Slide, ...], every: Iterable[OwnQuestions]) -> tuple[Slide, ...]:
    """Return slides of one language with the organisers' questions."""
    own = next((each.lines for each in every if slides and each.language == slides[0].language), ())
    return tuple(_asking(slide, own) if own and slide.kind is SlideKind.QUESTIONS else slide for slide in slides)


def _asking(slide: Slide, lines: tuple[str, ...]) -> Slide:
    points, words = Points(tuple(SlidePoint(text=line) for line in lines)), words_of(slide.language)
    title = words.plural("{n} question to the panel", "{n} questions to the panel", len(lines))
    label = words("The organisers' words")
    found = replace(slide, title=title, blocks=(points,), label=label, minutes=QUESTION_MINUTES)
    return replace(found, letters=layout.letters(found))


def to_code(every: Iterable[OwnQuestions]) -> str:
    """Return questions as letters, digits, `-` and `.`; empty without any."""
    rows = [(each.language, *each.lines) for each in every]
    packed = zlib.compress(json.dumps(rows, ensure_ascii=False).encode(), 9) if rows else b""
    return base64.b64encode(packed, _LETTERS).decode().rstrip("=")


def from_code(code: str) -> tuple[OwnQuestions, ...]:
    """Return the questions that a code has; nothing if it is not valid."""
    try:
        packed = base64.b64decode(code + "=" * (-len(code) % 4), _LETTERS, validate=True)
        rows = json.loads(zlib.decompressobj().decompress(packed, _UNPACKED)) if packed else []
        found = [OwnQuestions(language[:10], cleaned("\n".join(lines))) for language, *lines in rows]
    except (ValueError, zlib.error, TypeError, AttributeError, RecursionError):
        return ()
    return tuple(each for each in found if each.lines)
