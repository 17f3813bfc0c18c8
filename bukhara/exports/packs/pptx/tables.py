"""Native tables: the matrix of themes by states, and tables of text."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide as Page
from pptx.util import Pt

from bukhara.charts.palette import ACCENT, INK, LINE, SOFT, WARNING, pale
from bukhara.exports.packs.pptx import text
from bukhara.exports.packs.pptx.master import BODY_TOP, EDGE, INNER
from bukhara.exports.packs.pptx.pptx_internals import Cell, Paragraph, cell_element, element_of
from bukhara.exports.packs.pptx.text import Style
from bukhara.model.marks import MARKS
from bukhara.office_files import MARK_FONT
from bukhara.pack import layout
from bukhara.pack.tables import MatrixCell, SlideChanges, SlideMatrix, TextTable

CELL_EDGE = 4
_STEPS, _DOT = 8, 16.0
"""The letters of a line between two dots, and their size."""
_ARROW = "──→ "
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
    frame = _frame(
        page, (len(block.rows) + 2, len(grid.widths)), grid.widths, BODY_BOX, margins=(layout.MATRIX_EDGE, 0)
    )
    _header(frame, ("", "", *block.columns, ""), language, grid.letters)
    frame.table.rows[0].height = Pt(grid.header)
    for cell in frame.table.rows[0].cells:
        cell.margin_left = cell.margin_right = Pt(0)  # the longest name of a state is as wide as its column
    style = Style(size=grid.letters, language=language)
    for n, row in enumerate(block.rows, start=1):
        frame.table.rows[n].height = Pt(grid.row)
        first, theme, *others, last = frame.table.rows[n].cells
        if n == 1 or block.rows[n - 2].pillar != row.pillar:
            _write(first, row.pillar, Style(size=grid.letters, colour=SOFT, language=language))
        _write(theme, row.short, style)
        for cell, found in zip(others, row.cells, strict=True):
            _status(cell, found, style)
        _write(last, row.of_all, style)
    _band(frame, block)
    soft = Style(size=grid.letters, colour=SOFT, language=language)
    text.run(_key(frame, block.marks_alone, soft), block.last, soft)
    frame.table.rows[len(block.rows) + 1].height = Pt(layout.LOWEST_ROW)
    key = "; ".join(f"{short}: {long}" for short, long in block.key)
    texts = " ".join(f"{row.name}: {', '.join(c.text for c in row.cells)}." for row in block.rows)
    text.describe(frame.element, ", ".join(block.columns), f"{', '.join(block.columns)}. {texts} {key}")


def changes(page: Page, block: SlideChanges, language: str) -> None:
    """Add the changed themes: in the column of a state the mark before, a line and the mark now."""
    grid = layout.change_grid(block)
    frame = _frame(
        page, (len(block.rows) + 2, len(grid.widths)), grid.widths, BODY_BOX, margins=(layout.MATRIX_EDGE, 0)
    )
    _header(frame, ("", *block.columns), language, layout.HEADERS[0])
    frame.table.rows[0].height = Pt(grid.header)
    for n, row in enumerate(block.rows, start=1):
        frame.table.rows[n].height = Pt(grid.row)
        theme, *others = frame.table.rows[n].cells
        _write(theme, row.short, Style(size=grid.letters, language=language))
        for cell, (before, now) in zip(others, row.pairs, strict=True):
            if now:
                paragraph = cell.text_frame.paragraphs[0]
                text.mark(paragraph, before, grid.letters)
                text.run(paragraph, _ARROW, Style(size=grid.letters, colour=SOFT, font=MARK_FONT))
                text.mark(paragraph, now, grid.letters)
    style = Style(language=language)
    _key(frame, block.key, style)
    text.run(frame.table.cell(len(block.rows) + 1, 0).text_frame.add_paragraph(), block.last, style)
    table = block.in_words
    rows = (f"{row[0]}: {', '.join(filter(None, row[1:]))}." for row in table.rows)
    text.describe(frame.element, ", ".join(block.columns), f"{' '.join(rows)} {block.last}")


def _status(cell: Cell, found: MatrixCell, style: Style) -> None:
    paragraph = cell.text_frame.paragraphs[0]
    text.mark(paragraph, found.mark, style.size)
    text.run(paragraph, found.alone, style)
    if MARKS[found.mark].is_status:
        cell.fill.solid()
        cell.fill.fore_color.rgb = text.colour(pale(MARKS[found.mark].light))
    if edge := INK if found.is_changed else WARNING if found.is_contested else "":
        properties = cell_element(cell).get_or_add_tcPr()
        for line in properties.findall(qn("a:lnB")):
            properties.remove(line)
        for n, side in enumerate(("lnL", "lnR", "lnT", "lnB")):
            properties.insert(n, parse_xml(_EDGE.format(side=side, colour=edge.lstrip("#").upper())))


def _key(frame: GraphicFrame, marks: Iterable[tuple[str, str]], style: Style) -> Paragraph:
    """Write marks with their words over the whole last row, and return its paragraph."""
    row = len(frame.table.rows) - 1
    first, last = frame.table.cell(row, 0), frame.table.cell(row, len(frame.table.columns) - 1)
    first.merge(last)
    paragraph = first.text_frame.paragraphs[0]
    for kind, word in marks:
        text.mark(paragraph, kind, style.size)
        text.run(paragraph, f"{word}    ", style)
    return paragraph


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
    page: Page, size: tuple[int, int], widths: Sequence[float], box: Box, margins: tuple[float, float] = (CELL_EDGE, 3)
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
    # an empty cell is no higher than the letters beside it
    element_of(cell.text_frame.paragraphs[0]).get_or_add_endParaRPr().set("sz", "1000")


def _write(cell: Cell, words: str, style: Style) -> None:
    text.run(cell.text_frame.paragraphs[0], words, style)
