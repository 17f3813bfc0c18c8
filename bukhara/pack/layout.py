"""Where the blocks of a slide are, on a page of 960 x 540 points, and how large its letters are: in every format."""

from collections.abc import Iterable, Sequence

from bukhara.pack import figures, fit
from bukhara.pack.slides import Block, Plots, Points, Quotes, Slide, SlideKind, SlideStrip, TextTable

SIZES = (24.0, 22.0, 20.0, 18.0, 17.0, 16.0)
"""The sizes of letters that a slide may have, in points; the smallest is for three long points in one column."""
TITLES, STRIP_SIZES = (28.0, 26.0, 24.0), (14.0, 13.0, 12.0, 11.0, 10.0)
GUTTER, STRIP, HEADING, HEADER_ROW = 24.0, 52.0, 24.0, 34.0
LEFT, RIGHT = 540.0, fit.WIDTH - 540.0 - GUTTER
"""The widths of the columns of a slide about a state."""
SENTENCES = (22.0, 20.0, 18.0, 16.0)
MARKS, RULES = 352.0, fit.WIDTH - 352.0 - GUTTER
"""The widths of the columns of the slide on how to read the others."""
OPENING_WIDTH, OPENING_HEIGHT = fit.WIDTH - 150.0, 200.0
GUARD = 15.0
"""The size of the letters of the sentences below figures."""
CONCLUSIONS = (380.0, 340.0, 168.0)
"""The widths of the columns of the table of conclusions."""
_UNIT, _FIGURE_ROW, _SMALLER = 24.0, 4.0, 2.0

Column = tuple[Sequence[Block], float, float]


def title_size(title: str) -> float:
    """Return the size of the letters of a title: on one line if there is space, else on two."""
    return fit.on_one_line(TITLES, "", bold=title)


def strip_sizes(block: SlideStrip) -> tuple[float, float]:
    """Return the sizes of letters of the sentence about a state and of its marks, so that each is one line."""
    sentence = fit.on_one_line(SENTENCES, "", bold=block.sentence)
    return sentence, fit.on_one_line(STRIP_SIZES, "".join(f"{'●  ' * n}{n} {word}    " for _, word, n in block.counts))


def letters(slide: Slide) -> float:
    """Return the largest size of letters with which the lists and the table of words of a slide have space."""
    return next((size for size in SIZES if has_space(slide, size)), SIZES[-1])


def has_space(slide: Slide, size: float) -> bool:
    """Return whether the blocks of a slide fit with letters of a size."""
    if slide.kind is SlideKind.STATISTICS:
        return _statistics_height(slide, size) <= fit.HEIGHT
    return all(
        sum(_height(block, width, size) for block in blocks) <= space for blocks, width, space in _columns(slide)
    )


def _columns(slide: Slide) -> tuple[Column, ...]:
    """Return the columns of a slide: their blocks, width and height."""
    blocks = slide.blocks
    if slide.kind is SlideKind.COUNTRY:
        space = fit.HEIGHT - STRIP
        return ((blocks[1:2], LEFT, space), (blocks[2:], RIGHT, space))
    if slide.kind is SlideKind.GUIDE:
        return ((blocks[:1], MARKS, fit.HEIGHT), (blocks[1:], RULES, fit.HEIGHT))
    if slide.kind is SlideKind.TITLE:
        return ((blocks, OPENING_WIDTH, OPENING_HEIGHT),)
    return ((blocks, fit.WIDTH, fit.HEIGHT),)


def _height(block: Block, width: float, size: float) -> float:
    if isinstance(block, Points):
        lines = sum(fit.point_height(point, width, size) for point in block.points)
        empty = 0 if block.points else fit.text_lines(block.empty, width, size) * size * fit.LINE
        return (HEADING if block.heading else 0) + lines + empty
    if isinstance(block, Quotes):
        texts = [text for quote in block.quotes for text in ((quote.text, fit.CELL), (quote.body, fit.SMALL))]
        return HEADING + sum(fit.text_lines(text, width, each) * each * fit.LINE for text, each in texts)
    if isinstance(block, TextTable):
        sizes = (size,) * len(block.columns)
        return HEADER_ROW + sum(fit.row_height(row, CONCLUSIONS, sizes) for row in block.rows)
    return 0.0


def _statistics_height(slide: Slide, size: float) -> float:
    """Return how high a table of figures with the sentences below it is; charts have letters of their own."""
    rows = [row for block in slide.blocks if isinstance(block, Plots) for row in _table(block)]
    if not rows:
        return 0.0 if size <= fit.BODY else fit.HEIGHT + 1
    guard = [point.text for block in slide.blocks if isinstance(block, Points) for point in block.points]
    below = sum(fit.text_lines(text, fit.WIDTH, GUARD) * GUARD * fit.LINE for text in guard)
    return _UNIT + HEADER_ROW + figures_height(rows, size) + below


def _table(block: Plots) -> tuple[tuple[str, ...], ...]:
    return () if any(plot.marks for plot in block.plots) else figures.figure_rows(block)


def figures_height(rows: Iterable[tuple[str, ...]], size: float) -> float:
    """Return about how many points of height the rows of a table of figures take."""
    return sum(fit.row_height(row, figures.TABLE_WIDTHS, figure_sizes(size)) + _FIGURE_ROW for row in rows)


def figure_sizes(size: float) -> tuple[float, ...]:
    """Return the sizes of letters of the columns of a table of figures: periods and bodies are smaller."""
    return (size, size, size - _SMALLER, size - _SMALLER)
