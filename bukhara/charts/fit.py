"""How much fits on a slide: lists and tables are divided so that letters stay large enough for the back row."""

from collections.abc import Sequence
from functools import cache
from typing import TypeVar

from bukhara.charts.svg.canvas import text_width

T = TypeVar("T")
BODY = 18.0
"""The size of text in points that is read from the back row."""
MOST_IN_NOTES = 150
"""The words of the notes of a slide of the talk."""
WIDTH, HEIGHT = 888.0, 372.0
"""The points that a slide has for its blocks, on a page of 960 x 540 points."""
LINE, GAP = 1.18, 6.0
_WIDE, _BOLD, _BETWEEN = 1.05, 1.16, 0.33
"""How much wider the letters of the widest font in use (DejaVu Sans, where Arial is missing) are than estimated."""


def text_lines(text: str, width: float, size: float = BODY, *, bold: str = "") -> int:
    """Return about how many lines a text takes, broken between its words; `bold` are bold words before it."""
    before = [word_width(word) * _BOLD for word in bold.split(" ")] if bold else []
    words = [*before, *(word_width(word) for word in text.split(" "))] if text else before
    lines, used, most = min(1, len(words)), 0.0, width / size
    for word in words:
        if used and used + word > most:
            lines, used = lines + 1, 0.0
        # a word that is wider than the line is broken
        lines, used = lines + int((used + word) // most), (used + word) % most + _BETWEEN
    return lines


def broken(text: str, width: float, size: float, *, is_bold: bool = False) -> tuple[str, ...]:
    """Return a text in lines that are at most so wide; a word that is wider has a line of its own."""
    lines, used, most = [""], 0.0, width / size / (_BOLD if is_bold else 1.0)
    for word in text.split(" "):
        wide = word_width(word)
        if used and used + wide > most:
            lines, used = [*lines, ""], 0.0
        lines[-1] += f" {word}" if lines[-1] else word
        used += wide + _BETWEEN
    return tuple(lines)


def on_one_line(sizes: Sequence[float], text: str, *, bold: str = "", width: float = WIDTH) -> float:
    """Return the largest size of letters with which a text has space on one line, else the smallest."""
    return next((size for size in sizes if text_lines(text, width, size, bold=bold) == 1), sizes[-1])


@cache
def word_width(word: str) -> float:
    """Return how wide a word is at most, in units of the size of its letters."""
    return text_width(word, _WIDE)


def groups(items: Sequence[T], most: int) -> list[tuple[T, ...]]:
    """Return items in as few groups of at most so many as possible, about equally large: the same in every language."""
    n = -(-len(items) // most)
    return [tuple(items[len(items) * k // n : len(items) * (k + 1) // n]) for k in range(n)]
