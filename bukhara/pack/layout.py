"""Where the blocks of a slide are, on a page of 960 x 540 points, and how large its letters are: in every format."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bukhara.pack import figures, fit
from bukhara.pack.slides import ANNEX, Block, Plots, Points, Slide, SlideKind
from bukhara.pack.tables import MatrixRow, SlideChanges, SlideMatrix, TextTable

SIZES = (28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 17.0, 16.0)
"""The sizes of letters that a slide may have, in points; the smallest is for three long points in one column."""
LARGEST_OF_TABLES = 24.0
"""The largest letters of a table: its cells have half of a line."""
GAPS = (24.0, 18.0, 12.0, fit.GAP)
"""The heights between the points of a list that has a slide alone."""
TITLES, ABOVE = (28.0, 26.0, 24.0, 22.0), (16.0, 14.0, 12.0)
HEADER_ROW = 34.0
OPENING_WIDTH, OPENING_HEIGHT = fit.WIDTH - 150.0, 200.0
HEADERS = (16.0, 13.0)
"""The sizes of the letters of the first row of a table, in the talk and in the annex."""
GUARD = 15.0
"""The size of the letters of the sentences below figures."""
PAIRS = (150.0, 311.0, 116.0, 311.0)
"""The widths of the columns of the table of pairs: state, one figure, dots, another figure."""
WHOLE, OF_ALL, CHANGED = (136.0, 172.0), 50.0, 250.0
"""The widths of the columns of pillar and theme, of the number of states, and of a changed theme."""
MATRIX_LETTERS, LOWEST_ROW, HIGHEST_ROW, MATRIX_EDGE = 14.0, 16.9, 44.0, 2.0
"""The letters of the whole, the heights of rows and the margin of a cell."""
CHANGE_SIZES = (22.0, 20.0, 18.0, 16.0, MATRIX_LETTERS)
"""The sizes of the letters of changed themes and of their marks."""
CHANGE_LINE = fit.BODY * fit.LINE + 4.0
"""The height of the key of changed themes, and of each line below it."""
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


def header_size(slide: Slide) -> float:
    """Return the size of the letters of the first row of a table."""
    return HEADERS[slide.kind in ANNEX]


def letters(slide: Slide) -> float:
    """Return the largest size of letters with which the lists and the table of words of a slide have space."""
    has_table = any(isinstance(block, TextTable) for block in slide.blocks)
    sizes = [size for size in SIZES if size <= LARGEST_OF_TABLES or not (has_table or slide.kind in ANNEX)]
    return next((size for size in sizes if has_space(slide, size)), SIZES[-1])


def gap(slide: Slide) -> float:
    """Return the height between the points of a slide: those of a short list in the talk use all of it."""
    (first, *others) = slide.blocks
    if slide.kind in ANNEX or slide.kind is SlideKind.TITLE or others or not isinstance(first, Points):
        return fit.GAP
    free = fit.HEIGHT - _height(first, fit.WIDTH, slide.letters)
    return next((each for each in GAPS if (each - fit.GAP) * len(first.points) <= free), fit.GAP)


def has_space(slide: Slide, size: float) -> bool:
    """Return whether the blocks of a slide fit with letters of a size."""
    if slide.kind is SlideKind.STATISTICS:
        return _statistics_height(slide, size) <= fit.HEIGHT
    is_title = slide.kind is SlideKind.TITLE
    width, space = (OPENING_WIDTH, OPENING_HEIGHT) if is_title else (fit.WIDTH, fit.HEIGHT)
    return sum(_height(block, width, size) for block in slide.blocks) <= space


def _height(block: Block, width: float, size: float) -> float:
    if isinstance(block, Points):
        return sum(fit.point_height(point, width, size) for point in block.points)
    if isinstance(block, TextTable):
        sizes = (size,) * len(block.columns)
        return HEADER_ROW + sum(fit.row_height(row, block.widths, sizes) for row in block.rows)
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
    """Return the sizes of letters of the columns of a table of figures: the figures are largest."""
    return (size - _SMALLER, size, size - _SMALLER, size - _SMALLER)


@dataclass(frozen=True, slots=True)
class MatrixGrid:
    """The widths of the columns of a matrix, the heights of its first row and of others, and the size of letters."""

    widths: tuple[float, ...]
    header: float
    row: float
    letters: float


def matrix_grid(block: SlideMatrix) -> MatrixGrid:
    """Return where the cells of the whole are."""
    each = (fit.WIDTH - sum(WHOLE) - OF_ALL) / len(block.columns)
    header = _header_height(block.columns, each, MATRIX_LETTERS)
    row = min(HIGHEST_ROW, (fit.HEIGHT - header - LOWEST_ROW) / len(block.rows))
    return MatrixGrid((*WHOLE, *(each for _ in block.columns), OF_ALL), header, row, MATRIX_LETTERS)


def change_grid(block: SlideChanges) -> MatrixGrid:
    """Return where the cells of changed themes are, with letters as large as have space."""
    each = (fit.WIDTH - CHANGED) / len(block.columns)
    row = min(HIGHEST_ROW, change_space(block.columns, block.last) / len(block.rows))
    fitting = (size for size in CHANGE_SIZES if size * fit.LINE + 2 * MATRIX_EDGE <= row)
    names = max((row.short for row in block.rows), key=fit.word_width)
    letters = fit.on_one_line((*fitting, MATRIX_LETTERS), names, width=CHANGED - 2 * MATRIX_EDGE)
    widths = (CHANGED, *(each for _ in block.columns))
    return MatrixGrid(widths, _header_height(block.columns, each, HEADERS[0]), row, letters)


def change_space(columns: Sequence[str], last: str) -> float:
    """Return the height that the rows of changed themes have between the names of states, the key and the last line."""
    header = _header_height(columns, (fit.WIDTH - CHANGED) / len(columns), HEADERS[0])
    return fit.HEIGHT - header - (1 + fit.text_lines(last, fit.WIDTH)) * CHANGE_LINE


def _header_height(columns: Sequence[str], width: float, size: float) -> float:
    lines = max(fit.text_lines(name, width - 2 * MATRIX_EDGE, size) for name in columns)
    return lines * size * fit.LINE + MATRIX_EDGE


def theme_height(row: MatrixRow) -> float:
    """Return the height of a row of the whole at least: a theme without a short name can need several lines."""
    return fit.text_lines(row.short, WHOLE[1] - 2 * MATRIX_EDGE, MATRIX_LETTERS) * LOWEST_ROW
