"""Where the blocks of a slide are, on a page of 960 x 540 points, and how large its letters are: in every format."""

from collections.abc import Iterable

from bukhara.charts import fit
from bukhara.pack.slides import ANNEX, Block, Points, Slide, SlideKind

SIZES = (28.0, 26.0, 24.0, 22.0, 20.0, 18.0, 17.0, 16.0)
"""The sizes of letters that a slide may have, in points; the smallest is for three long points in one column."""
LARGEST_OF_ANNEX = 22.0
GAPS = (30.0, 24.0, 18.0, 12.0, fit.GAP)
"""The heights between the points of a list that has a slide alone."""
TITLES, ABOVE = (28.0, 26.0, 24.0), (16.0, 14.0, 12.0)
OPENING_WIDTH, OPENING_HEIGHT = fit.WIDTH - 150.0, 230.0
GUARD = 15.0
"""The size of the letters of the sentences below figures."""


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
    """Return the largest size of letters with which the lists of a slide have space; those of its title are larger."""
    most = LARGEST_OF_ANNEX if slide.kind in ANNEX else title_size(slide.title) - 1
    most = SIZES[0] if slide.kind is SlideKind.TITLE else most
    sizes = [size for size in SIZES if size <= most]
    return next((size for size in sizes if has_space(slide, size)), SIZES[-1])


def gap(slide: Slide) -> float:
    """Return the height between the points of a slide: those of a short list in the talk use all of it."""
    (first, *others) = slide.blocks
    if slide.kind in ANNEX or others or not isinstance(first, Points):
        return fit.GAP
    width, space = _space(slide)
    free = space - _height([first], width, slide.letters)
    return next((each for each in GAPS if (each - fit.GAP) * len(first.points) <= free), fit.GAP)


def has_space(slide: Slide, size: float) -> bool:
    """Return whether the blocks of a slide fit with letters of a size."""
    if slide.kind in (SlideKind.STATISTICS, SlideKind.FIGURES):  # charts and what is below them have their own sizes
        return size <= fit.BODY
    width, space = _space(slide)
    return _height(slide.blocks, width, size) <= space


def _space(slide: Slide) -> tuple[float, float]:
    return (OPENING_WIDTH, OPENING_HEIGHT) if slide.kind is SlideKind.TITLE else (fit.WIDTH, fit.HEIGHT)


def _height(blocks: Iterable[Block], width: float, size: float) -> float:
    points = (point for block in blocks if isinstance(block, Points) for point in block.points)
    named = ((point.text, f"{point.about}:" if point.about else "") for point in points)
    return sum(fit.text_lines(text, width, size, bold=about) * size * fit.LINE + fit.GAP for text, about in named)
