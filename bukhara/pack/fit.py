"""How much fits on a slide: lists and tables are divided so that letters stay large enough for the back row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING, TypeVar

from bukhara.figures.svg.canvas import text_width

if TYPE_CHECKING:
    from bukhara.pack.slides import Point, Slide

T = TypeVar("T")
BODY, SMALL = 18.0, 14.0
"""The sizes of text in points: what is read from the back row, and sources."""
WIDTH, HEIGHT = 888.0, 372.0
"""The points that a slide has for its blocks, on a page of 960 x 540 points."""
LINE, GAP = 1.2, 8.0
_STEP = 6.0
THEME_COLUMN, CELL_PADDING, CELL = 290.0, 8.0, 16.0


def text_lines(text: str, width: float, size: float = BODY) -> int:
    """Return about how many lines a text takes; words are not broken, so that a line loses a part of its width."""
    return max(1, ceil(text_width(text, size) / (width * 0.97))) if text else 0


def shortened(point: Point, most: int) -> Point:
    """Return a point with at most so many characters of text, cut between words; the notes then have all of it."""
    if len(point.text) <= most:
        return point
    return replace(point, text=point.text[:most].rsplit(" ", 1)[0] + " …")


def in_full(point: Point, most: int) -> str:
    """Return the text that `shortened` cut, with what it is about; empty if nothing was cut."""
    return ": ".join(part for part in (point.about, point.text) if part) if len(point.text) > most else ""


def point_height(point: Point, width: float = WIDTH, size: float = BODY) -> float:
    """Return about how many points of height a point of a list takes, with its source below it."""
    text = f"{point.about}: {point.text}" if point.about else point.text
    below = text_lines(point.source, width - 24, SMALL) * SMALL * LINE
    return text_lines(text, width - 24, size) * size * LINE + below + GAP


def row_height(cells: Sequence[str], widths: Sequence[float], size: float = BODY) -> float:
    """Return about how many points of height a row of a table takes."""
    lines = (text_lines(text, width - CELL_PADDING, size) for text, width in zip(cells, widths, strict=True))
    return max(lines, default=1) * size * LINE + CELL_PADDING


def letters(heights: Callable[[float], float], space: float, smallest: float = CELL) -> float:
    """Return the largest size of letters, from that of the body down to `smallest`, with which a text fits."""
    sizes = (BODY, BODY - 1, smallest)
    return next((size for size in sizes if heights(size) <= space), smallest)


def divided(items: Iterable[T], height: Callable[[T], float], space: float = HEIGHT) -> list[tuple[T, ...]]:
    """Return items in groups that each fit into a height, in their order; one that is too high is alone.

    The groups are as few as possible and about equally high.
    """
    every = tuple(items)
    groups = filled(every, height, space)
    lower = space
    while lower > _STEP and len(even := filled(every, height, lower)) == len(groups):
        groups, lower = even, lower - _STEP
    return groups


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


def numbered(slides: Sequence[Slide]) -> tuple[Slide, ...]:
    """Return the slides of one subject; if there are several, their titles and ids have their number."""
    if len(slides) < 2:
        return tuple(slides)
    return tuple(
        replace(slide, id=f"{slide.id}-{n}", title=f"{slide.title} ({n}/{len(slides)})")
        for n, slide in enumerate(slides, start=1)
    )
