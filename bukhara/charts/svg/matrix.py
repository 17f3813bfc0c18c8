"""A matrix of words as SVG, for files: a box for each mark below the names of the columns, a line between rows."""

from typing import Any

from bukhara.charts.chart import CellMark, CellMatrix, Drawing
from bukhara.charts.palette import CLEAR, INK, NEUTRAL, SOFT, tint
from bukhara.charts.svg.canvas import LINE_HEIGHT, Canvas, Point, element, in_lines, linked, text_width
from bukhara.model.marks import MARKS

# pixels: letters, around the words of a box, and between boxes; the names of rows are so many columns wide
LETTERS, AROUND, BETWEEN, NAMES = 13, 8, 4, 1.5
BOLD = 1.1
# words are broken into lines for the first of these widths that fills the space of a picture: then letters are largest.
# In the last one they have 11 of the 1080 pixels: a matrix that does not fit into it makes its picture higher
WIDTHS = range(840, 2120, 40)
_TINT, _STATUS_TINT = 0.35, 0.25


def draw(matrix: CellMatrix, space: tuple[float, float]) -> Drawing:
    """Draw a matrix for a place of this width and height."""
    longest = max(text_width(word, LETTERS * BOLD) for name in matrix.columns for word in name.split()) + BETWEEN
    for width in WIDTHS:
        column = width / (NAMES + len(matrix.columns))
        parts, height = _drawn(matrix, width, column)
        if height <= space[1] / space[0] * width and column > longest:
            break
    size = {"width": width, "height": round(height), "viewBox": f"0 0 {width} {round(height)}"}
    whole = element("svg", "".join(parts), xmlns="http://www.w3.org/2000/svg", **size, font_family="Noto Sans")
    swatches = (
        element("rect", x=1, y=1, width=18, height=10, **_look(CellMark("", group=g), matrix)) for g in matrix.groups
    )
    return Drawing(whole, (0, 0, 0, 0), tuple(zip(swatches, matrix.groups, strict=True)))


def _drawn(matrix: CellMatrix, width: float, column: float) -> tuple[list[str], float]:
    """Return the elements and the height of a matrix."""
    canvas, names = Canvas("matrix", (1, 1)), NAMES * column
    heads = [_wrapped(name, column / BOLD) for name in matrix.columns]
    top = max(map(_height, heads)) + BETWEEN
    for n, name in enumerate(heads):
        place = names + (n + 0.5) * column, top - BETWEEN
        canvas.parts.append(canvas.text(name, *place, anchor="middle", base="bottom", size=LETTERS, bold=True))
    for row in matrix.rows:
        canvas.parts.append(canvas.line((0, top), (width, top), {"stroke": SOFT, "opacity": 0.4}))
        name = _wrapped(row.name, names - AROUND) if row.cells else f"<b>{row.name}</b>"
        low = top + _height(name) + 2 * BETWEEN
        for n, cell in enumerate(row.cells):
            low = max(low, _cell(canvas, cell, (names + n * column, top + BETWEEN), column - BETWEEN, matrix))
        canvas.parts.append(canvas.text(name, 0, (top + low) / 2, base="middle", size=LETTERS))
        top = low
    return canvas.parts, top


def _cell(canvas: Canvas, cell: tuple[CellMark, ...], corner: Point, width: float, matrix: CellMatrix) -> float:
    """Draw the marks of a cell below one another, and return where the cell ends."""
    left, top = corner
    for mark in cell:
        text = _wrapped(mark.text, width - AROUND)
        low = top + _height(text)
        place = left + width / 2, (top + low) / 2
        words = canvas.text(text, *place, anchor="middle", base="middle", size=LETTERS)
        box = canvas.box(corner, (left + width, low), _look(mark, matrix)) if mark.href else ""
        canvas.parts.append(linked(box + words, mark.title, mark.href))
        top = low + BETWEEN
        corner = left, top
    return top


def _look(mark: CellMark, matrix: CellMatrix) -> dict[str, Any]:
    known = MARKS[mark.status] if mark.status else None
    fill = tint(NEUTRAL, _TINT) if matrix.groups and mark.group == matrix.groups[0] else CLEAR
    if known and known.is_status:
        fill = tint(known.light, _STATUS_TINT)
    edge = INK if mark.is_changed else known.light if known else NEUTRAL
    return {"fill": "none" if fill == CLEAR else fill, "stroke": edge, "stroke_width": 3 if mark.is_changed else 1}


def _height(text: str) -> float:
    return (text.count("<br>") + 1) * LETTERS * LINE_HEIGHT + 2


def _wrapped(text: str, width: float) -> str:
    return "<br>".join(in_lines(text, width, LETTERS))
