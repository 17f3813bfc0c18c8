"""Nothing on a slide is outside of it, over another part or higher than its space, as measured with real letters."""

import io
from functools import cache
from importlib.resources import files
from itertools import combinations

import pytest
from PIL import ImageFont
from pptx import Presentation
from pptx.util import Emu

from bukhara.exports.packs.pptx.master import SOURCE
from bukhara.model.marks import MARKS
from tests.pack.conftest import CASES

FONTS = {False: "noto-sans-regular.ttf", True: "noto-sans-bold.ttf"}
WIDER, LINE = {False: 1.08, True: 1.135}, 1.165
"""DejaVu Sans, which LibreOffice takes where Arial is missing, against Noto Sans: width of letters, height of lines."""
WIDTHS = {each.character: 0.873 for each in MARKS.values()}
WIDTHS |= dict.fromkeys("◆◇►◄", 0.769) | dict.fromkeys("□■▨◩▣", 0.945)
"""The widths of marks in DejaVu Sans; Noto Sans has none of them."""
SPACE = {False: 0.318, True: 0.348}


@cache
def font(bold):
    return ImageFont.truetype(str(files("bukhara.exports").joinpath("fonts", FONTS[bold])), 100)


@cache
def width(word, bold):
    others = WIDTHS | dict.fromkeys(" \u00a0", SPACE[bold])
    letters = "".join(each for each in word if each not in others)
    return font(bold).getlength(letters) / 100 * WIDER[bold] + sum(others.get(each, 0) for each in word)


def lines(runs, space):
    """Return how many lines runs of (text, size, bold) take, and the size of the largest letters."""
    count, used, largest = 1, 0.0, 0.0
    for text, size, bold in runs:
        for n, word in enumerate(text.split(" ")):
            used += width(" ", bold) * size if n else 0
            wide = width(word, bold) * size
            if used and used + wide > space:
                count, used = count + 1, 0.0
            # a word that is wider than the line is broken
            count, used = count + int((used + wide) // space), (used + wide) % space
        largest = max(largest, size)
    return count, largest


def height(frame, space):
    """Return how high the text of a frame is in points."""
    total = 0.0
    for n, paragraph in enumerate(frame.paragraphs):
        count, size = lines(
            _runs(paragraph),
            space - Emu(int(paragraph._p.pPr.get("marL", 0)) if paragraph._p.pPr is not None else 0).pt,
        )
        before, after = (each.pt if each else 0 for each in (paragraph.space_before, paragraph.space_after))
        last = n == len(frame.paragraphs) - 1
        total += count * size * LINE + (before if n else 0) + (0 if last else after)
    return total


def _runs(paragraph):
    return [(run.text, run.font.size.pt, bool(run.font.bold)) for run in paragraph.runs if run.font.size]


def boxes(page):
    """Return name, left, top, right and bottom of what is on a slide; text ends where its last line ends."""
    found = []
    for shape in page.shapes:
        top, high = shape.top.pt, shape.height.pt
        if shape.has_text_frame:
            high = height(shape.text_frame, shape.width.pt)
            # the line with the source ends at the lower edge of its placeholder
            number = shape.placeholder_format.idx if shape.is_placeholder else None
            top += shape.height.pt - high if number == SOURCE else 0
        found.append((shape.name, shape.left.pt, top, shape.left.pt + shape.width.pt, top + high))
    return found


@pytest.mark.parametrize(("kind", "language"), CASES)
def test_every_part_of_a_slide_has_its_own_space(written, kind, language) -> None:
    deck = Presentation(io.BytesIO(written(kind, language, "pptx")))
    wide, high = deck.slide_width.pt, deck.slide_height.pt
    found = []
    for number, page in enumerate(deck.slides, start=1):
        parts = boxes(page)
        found += [
            (number, part) for part in parts if part[1] < 0 or part[2] < 0 or part[3] > wide + 1 or part[4] > high + 1
        ]
        # the sentence about a state and its marks are one line each, see `layout.strip_sizes`
        counts = [shape for shape in page.shapes if shape.name == "Counts"]
        found += [
            (number, paragraph.text)
            for shape in counts
            for paragraph in shape.text_frame.paragraphs
            if lines(_runs(paragraph), shape.width.pt)[0] > 1
        ]
        for one, other in combinations(parts, 2):
            over = min(one[3], other[3]) - max(one[1], other[1]), min(one[4], other[4]) - max(one[2], other[2])
            if over[0] > 1 and over[1] > 1:
                found.append((number, one, other))
    assert found == []
