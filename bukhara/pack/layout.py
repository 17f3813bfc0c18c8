"""Where the blocks of a slide are, on a page of 960 x 540 points, and how large its letters are: in every format."""

from collections.abc import Iterable

from bukhara.charts import fit
from bukhara.pack import figures
from bukhara.pack.slides import ANNEX, Block, Plots, Points, Slide, SlideKind

SIZES = (28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 17.0, 16.0)
"""The sizes of letters that a slide may have, in points; the smallest is for three long points in one column."""
LARGEST_OF_ANNEX = 24.0
GAPS = (24.0, 18.0, 12.0, fit.GAP)
"""The heights between the points of a list that has a slide alone."""
TITLES, ABOVE = (28.0, 26.0, 24.0, 22.0), (16.0, 14.0, 12.0)
HEADER_ROW = 34.0
OPENING_WIDTH, OPENING_HEIGHT = fit.WIDTH - 150.0, 200.0
HEADER = 13.0
"""The size of the letters of the first row of a table."""
GUARD = 15.0
"""The size of the letters of the sentences below figures."""
_UNIT, _FIGURE_ROW, _SMALLER = 24.0, 4.0, 2.0


def title_size(title: str) -> float:
    """Return the size of the letters of a title: on one line if there is space, else on two."""
    return fit.on_one_line(TITLES, "", bold=title)


def above(slide: Slide) -> tuple[str, str, float]:
    """Return the line above a title: subject, label and the size of its letters, so that it is one line.

    In the talk the subject gives way: the label must be read with the slide, and the title says what it is about.
    """
    is_talk = slide.kind not in ANNEX
    about, sizes = slide.about, ABOVE[:1] if is_talk else ABOVE
    if is_talk and slide.label and fit.text_lines(about, fit.WIDTH, ABOVE[0], bold=slide.label) > 1:
        about, sizes = "", ABOVE
    return about, slide.label, fit.on_one_line(sizes, about, bold=slide.label)


def letters(slide: Slide) -> float:
    """Return the largest size of letters with which the lists of a slide have space."""
    sizes = [size for size in SIZES if size <= LARGEST_OF_ANNEX or slide.kind not in ANNEX]
    return next((size for size in sizes if has_space(slide, size)), SIZES[-1])


def gap(slide: Slide) -> float:
    """Return the height between the points of a slide: those of a short list in the talk use all of it."""
    (first, *others) = slide.blocks
    if slide.kind in ANNEX or slide.kind is SlideKind.TITLE or others or not isinstance(first, Points):
        return fit.GAP
    free = fit.HEIGHT - _height([first], fit.WIDTH, slide.letters)
    return next((each for each in GAPS if (each - fit.GAP) * len(first.points) <= free), fit.GAP)


def has_space(slide: Slide, size: float) -> bool:
    """Return whether the blocks of a slide fit with letters of a size."""
    if slide.kind is SlideKind.STATISTICS:
        return _statistics_height(slide, size) <= fit.HEIGHT
    is_title = slide.kind is SlideKind.TITLE
    width, space = (OPENING_WIDTH, OPENING_HEIGHT) if is_title else (fit.WIDTH, fit.HEIGHT)
    return _height(slide.blocks, width, size) <= space


def _height(blocks: Iterable[Block], width: float, size: float) -> float:
    points = (point for block in blocks if isinstance(block, Points) for point in block.points)
    named = ((point.text, f"{point.about}:" if point.about else "") for point in points)
    return sum(fit.text_lines(text, width, size, bold=about) * size * fit.LINE + fit.GAP for text, about in named)


def _statistics_height(slide: Slide, size: float) -> float:
    """Return how high a table of figures with the sentences below it is; charts have letters of their own."""
    tables = (b for b in slide.blocks if isinstance(b, Plots) and not any(plot.marks for plot in b.plots))
    rows = [row for block in tables for row in figures.figure_rows(block)]
    if not rows:
        return 0.0 if size <= fit.BODY else fit.HEIGHT + 1
    guard = [point.text for block in slide.blocks if isinstance(block, Points) for point in block.points]
    below = sum(fit.text_lines(text, fit.WIDTH, GUARD) * GUARD * fit.LINE for text in guard)
    high = (fit.row_height(row, figures.TABLE_WIDTHS, figure_sizes(size)) + _FIGURE_ROW for row in rows)
    return _UNIT + HEADER_ROW + sum(high) + below


def figure_sizes(size: float) -> tuple[float, ...]:
    """Return the sizes of letters of the columns of a table of figures: the figures are largest."""
    return (size - _SMALLER, size, size - _SMALLER, size - _SMALLER)
