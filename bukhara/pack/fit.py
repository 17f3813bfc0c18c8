"""How much fits on a slide: lists and tables are divided so that letters stay large enough for the back row."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TypeVar

from bukhara.charts.svg.canvas import text_width

T = TypeVar("T")
BODY, SMALL = 18.0, 14.0
"""The sizes of text in points: what is read from the back row, and sources."""
MOST_IN_NOTES = 150
"""The words of the notes of a slide of the talk."""
NAMED = 2
"""So many themes a line of the talk names, in every language the same; it says how many more there are."""
WIDTH, HEIGHT = 888.0, 372.0
"""The points that a slide has for its blocks, on a page of 960 x 540 points."""
LINE, GAP = 1.18, 6.0
_STEP = 6.0
_WIDE, _BOLD, _BETWEEN = 1.05, 1.16, 0.33
"""How much wider the letters of the widest font in use (DejaVu Sans, where Arial is missing) are than estimated."""
CELL_PADDING = 8.0


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


def row_height(cells: Sequence[str], widths: Sequence[float], sizes: Sequence[float] = ()) -> float:
    """Return about how many points of height a row of a table takes; `sizes` are those of the letters of each cell."""
    each = zip(cells, widths, sizes or (BODY,) * len(cells), strict=True)
    return max(text_lines(text, width - CELL_PADDING, size) * size * LINE for text, width, size in each) + CELL_PADDING


def _divided(heights: Sequence[float], space: float) -> list[tuple[int, ...]]:
    """Return the numbers of items in groups that each fit into a height; one that is too high is alone.

    The groups are as few as possible and about equally high.
    """
    items = range(len(heights))
    groups = filled(items, heights.__getitem__, space)
    lower = space
    while lower > _STEP and len(even := filled(items, heights.__getitem__, lower)) == len(groups):
        groups, lower = even, lower - _STEP
    return groups


@dataclass(slots=True)
class Division:
    """The heights of the items of every list of a pack, in the order of the lists, and how far a language has come.

    Slides in several languages alternate, so that a list has to be divided at the same places in all of them: by the
    language in which an item is highest. Each language goes through the lists once to give its heights.
    """

    heights: list[tuple[float, ...]] = field(default_factory=list)
    at: int = 0

    def divided(self, items: Iterable[T], height: Callable[[T], float], space: float) -> list[tuple[T, ...]]:
        """Return the next list in as few groups as possible, each of which fits into a height."""
        every = tuple(items)
        return [tuple(every[n] for n in group) for group in _divided(self._most(every, height), space)]

    def _most(self, every: tuple[T, ...], height: Callable[[T], float]) -> tuple[float, ...]:
        """Return the heights of the items of the next list in the language in which each is highest."""
        most = tuple(map(height, every))
        if self.at == len(self.heights):
            self.heights.append(most)
        elif len(self.heights[self.at]) == len(most):
            self.heights[self.at] = most = tuple(map(max, self.heights[self.at], most))
        self.at += 1
        return most


def filled(items: Iterable[T], height: Callable[[T], float], space: float) -> list[tuple[T, ...]]:
    """Return items in groups of which each but the last is as full as possible."""
    groups: list[list[T]] = []
    used = 0.0
    for item in items:
        needed = height(item)
        if not groups or used + needed > space:
            groups.append([])
            used = 0.0
        groups[-1].append(item)
        used += needed
    return [tuple(group) for group in groups]
