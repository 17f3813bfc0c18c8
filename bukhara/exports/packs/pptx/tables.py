"""Native tables: the matrix of themes by states, and tables of text."""

from collections.abc import Sequence
from itertools import groupby

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide as Page
from pptx.util import Pt

from bukhara.charts.palette import ACCENT, INK, LINE, SOFT, WARNING, pale
from bukhara.exports.packs.office_files import MARK_FONT
from bukhara.exports.packs.pptx import text
from bukhara.exports.packs.pptx.master import BODY_TOP, EDGE, INNER
from bukhara.exports.packs.pptx.pptx_internals import Cell, cell_element
from bukhara.exports.packs.pptx.text import Style
from bukhara.model.marks import MARKS
from bukhara.pack import layout
from bukhara.pack.slides import MatrixCell, SlideMatrix, TextTable

CELL_EDGE = 4
_STEPS, _DOT = 8, 16.0
"""The letters of a line between two dots, and their size."""
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_LINE_BELOW = (
    '<a:lnB xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" w="9525"><a:solidFill>'
    f'<a:srgbClr val="{LINE.lstrip("#").upper()}"/></a:solidFill></a:lnB>'
)
_EDGE = (
    '<a:{side} xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" w="25400"><a:solidFill>'
    '<a:srgbClr val="{colour}"/></a:solidFill></a:{side}>'
)
Box = tuple[float, float, float, float]
BODY_BOX: Box = (EDGE, BODY_TOP, INNER, 40)


def matrix(page: Page, block: SlideMatrix, language: str) -> None:
    """Add the matrix: pillars as a band at the left, cells in the pale colour of their status with its word."""
    grid = layout.matrix_grid(block)
    rows = len(block.rows) + (2 if block.last else 1)
    frame = _frame(page, (rows, len(grid.widths)), grid.widths, BODY_BOX, margins=(layout.MATRIX_EDGE, 0))
    header = layout.MATRIX_LETTERS if block.last else layout.HEADERS[0]
    _header(frame, ("", "", *block.columns, *(("",) if block.last else ())), language, header)
    frame.table.rows[0].height = Pt(grid.header)
    for n, row in enumerate(block.rows, start=1):
        frame.table.rows[n].height = Pt(grid.row)
        first, theme, *others = frame.table.rows[n].cells
        if n == 1 or block.rows[n - 2].pillar != row.pillar:
            _write(first, row.pillar, Style(size=grid.letters, colour=SOFT, language=language))
        _write(theme, row.short, Style(size=grid.letters, language=language))
        for cell, found in zip(others, row.cells, strict=False):
            _status(cell, found, Style(size=grid.letters, language=language), is_whole=bool(block.last))
        if block.last:
            _write(others[-1], row.of_all, Style(size=grid.letters, language=language))
    _band(frame, block)
    if block.last:
        _key(frame, block, Style(size=grid.letters, colour=SOFT, language=language))
    key = "; ".join(f"{short}: {long}" for short, long in block.key)
    texts = " ".join(f"{row.name}: {', '.join(c.text for c in row.cells)}." for row in block.rows)
    text.describe(frame.element, ", ".join(block.columns), f"{', '.join(block.columns)}. {texts} {key}")


def _status(cell: Cell, found: MatrixCell, style: Style, *, is_whole: bool) -> None:
    paragraph = cell.text_frame.paragraphs[0]
    text.mark(paragraph, found.mark, style.size)
    text.run(paragraph, found.alone if is_whole else found.text, style)
    if MARKS[found.mark].is_status:
        cell.fill.solid()
        cell.fill.fore_color.rgb = text.colour(pale(MARKS[found.mark].light))
    if edge := INK if found.is_changed else WARNING if found.is_contested else "":
        properties = cell_element(cell).get_or_add_tcPr()
        for line in properties.findall(qn("a:lnB")):
            properties.remove(line)
        for n, side in enumerate(("lnL", "lnR", "lnT", "lnB")):
            properties.insert(n, parse_xml(_EDGE.format(side=side, colour=edge.lstrip("#").upper())))


def _key(frame: GraphicFrame, block: SlideMatrix, style: Style) -> None:
    """Write in the last row what the marks without a word are, and what is counted at the right."""
    row = len(block.rows) + 1
    frame.table.rows[row].height = Pt(layout.LOWEST_ROW)
    first, last = frame.table.cell(row, 0), frame.table.cell(row, len(frame.table.columns) - 1)
    first.merge(last)
    paragraph = first.text_frame.paragraphs[0]
    for kind, word in block.marks_alone:
        text.mark(paragraph, kind, style.size)
        text.run(paragraph, f"{word}    ", style)
    text.run(paragraph, block.last, style)


def _band(frame: GraphicFrame, block: SlideMatrix) -> None:
    """Join the cells of the rows of one pillar in the first column."""
    start = 1
    for _, rows in groupby(block.rows, key=lambda row: row.pillar):
        end = start + len(tuple(rows)) - 1
        if end > start:
            frame.table.cell(start, 0).merge(frame.table.cell(end, 0))
        start = end + 1


def text_table(
    page: Page,
    block: TextTable,
    language: str,
    widths: Sequence[float],
    sizes: Sequence[float],
    *,
    box: Box = BODY_BOX,
    header: float = layout.HEADERS[1],
) -> None:
    """Add a table of text; `sizes` are those of the letters of each column."""
    frame = _frame(page, (len(block.rows) + 1, len(block.columns)), widths, box)
    _header(frame, block.columns, language, header)
    for n, row in enumerate(block.rows, start=1):
        for cell, words, size in zip(frame.table.rows[n].cells, row, sizes, strict=True):
            _write(cell, words, Style(size=size, language=language))
    for n, share in enumerate(block.shares, start=1):
        if share is not None:
            _dots(frame.table.cell(n, block.columns.index("")), share)
    table = block.in_words
    text.describe(frame.element, ", ".join(table.columns), " ".join(f"{', '.join(row)}." for row in table.rows))


def _dots(cell: Cell, share: float) -> None:
    """Write two dots on a line as letters, so that they move with the row."""
    first = round(share * _STEPS)
    for line, colour in (("─" * first, LINE), ("●", ACCENT), ("─" * (_STEPS - first), ACCENT), ("●", ACCENT)):
        text.run(cell.text_frame.paragraphs[0], line, Style(size=_DOT, colour=colour, font=MARK_FONT))


def _header(frame: GraphicFrame, names: Sequence[str], language: str, size: float) -> None:
    for cell, name in zip(frame.table.rows[0].cells, names, strict=True):
        _write(cell, name, Style(size=size, bold=size != layout.MATRIX_LETTERS, colour=SOFT, language=language))


def _frame(
    page: Page,
    size: tuple[int, int],
    widths: Sequence[float],
    box: Box,
    margins: tuple[float, float] = (CELL_EDGE, 3),
) -> GraphicFrame:
    rows, columns = size
    x, y, _, height = box
    frame = page.shapes.add_table(rows, columns, Pt(x), Pt(y), Pt(sum(widths)), Pt(height))
    properties = next(frame.element.iter(qn("a:tblPr")))
    properties.find(qn("a:tableStyleId")).text = _NO_STYLE
    properties.attrib.pop("bandRow", None)
    for column, width in zip(frame.table.columns, widths, strict=True):
        column.width = Pt(width)
    for row in frame.table.rows:
        # the lowest height: an office program makes a row as high as its text
        row.height = Pt(22)
        for cell in row.cells:
            _prepare(cell, margins)
    return frame


def _prepare(cell: Cell, margins: tuple[float, float]) -> None:
    cell.margin_left = cell.margin_right = Pt(margins[0])
    cell.margin_top = cell.margin_bottom = Pt(margins[1])
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell_element(cell).get_or_add_tcPr().append(parse_xml(_LINE_BELOW))


def _write(cell: Cell, words: str, style: Style) -> None:
    text.run(cell.text_frame.paragraphs[0], words, style)
