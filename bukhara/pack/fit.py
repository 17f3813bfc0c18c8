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
THEME_COLUMN, CELL_PADDING = 348.0, 8.0


def text_lines(text: str, width: float, size: float = BODY) -> int:
    """Return about how many lines a text takes; words are not broken, so that a line loses a part of its width."""
    return max(1, ceil(text_width(text, size) / (width * 0.97))) if text else 0


def point_height(point: Point, width: float = WIDTH, size: float = BODY) -> float:
    """Return about how many points of height a point of a list takes, with its source on a line of its own."""
    text = f"{point.about}: {point.text}" if point.about else point.text
    return text_lines(text, width - 24, size) * size * LINE + (SMALL * LINE if point.source else 0) + GAP


def row_height(cells: Sequence[str], widths: Sequence[float], size: float = BODY) -> float:
    """Return about how many points of height a row of a table takes."""
    lines = (text_lines(text, width - CELL_PADDING, size) for text, width in zip(cells, widths, strict=True))
    return max(lines, default=1) * size * LINE + CELL_PADDING


def divided(items: Iterable[T], height: Callable[[T], float], space: float = HEIGHT) -> list[tuple[T, ...]]:
    """Return items in groups that each fit into a height, in their order; one that is too high is alone."""
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
