"""Native tables: the matrix of themes by states, and tables of text."""

from collections.abc import Iterable, Sequence

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide as Page
from pptx.util import Pt

from bukhara.charts.palette import LINE, SOFT
from bukhara.exports.packs.pptx import text
from bukhara.exports.packs.pptx.master import BODY_TOP, EDGE, INNER
from bukhara.exports.packs.pptx.pptx_internals import Cell, cell_element
from bukhara.exports.packs.pptx.text import Style
from bukhara.pack import fit
from bukhara.pack.slides import SlideMatrix, TextTable

HEADER, CELL_EDGE, _MATRIX_ROW = 13.0, 4, 46
_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_LINE_BELOW = (
    '<a:lnB xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" w="9525"><a:solidFill>'
    f'<a:srgbClr val="{LINE.lstrip("#").upper()}"/></a:solidFill></a:lnB>'
)
Box = tuple[float, float, float, float]
BODY_BOX: Box = (EDGE, BODY_TOP, INNER, 40)


def matrix(page: Page, block: SlideMatrix, language: str) -> None:
    """Add the matrix: a cell is a shape with a word, and below it since when."""
    width = (INNER - fit.THEME_COLUMN) / len(block.columns)
    widths = [fit.THEME_COLUMN, *(width for _ in block.columns)]
    frame = _frame(page, (len(block.rows) + 1, len(block.columns) + 1), widths, BODY_BOX)
    size = _size_of_words((word for row in block.rows for cell in row.cells for word in cell.word.split()), width)
    _header(frame, (block.heading, *block.columns), language)
    for n, row in enumerate(block.rows, start=1):
        frame.table.rows[n].height = Pt(_MATRIX_ROW)
        cells = frame.table.rows[n].cells
        _write(cells[0], row.name, Style(language=language))
        for cell, found in zip(list(cells)[1:], row.cells, strict=True):
            paragraph = cell.text_frame.paragraphs[0]
            text.mark(paragraph, found.mark, size)
            text.run(paragraph, found.text, Style(size=size, language=language))
            if found.since:
                below = cell.text_frame.add_paragraph()
                text.run(below, found.since, Style(size=text.SMALL, colour=SOFT, language=language))
    key = "; ".join(f"{short}: {long}" for short, long in block.key)
    rows = " ".join(f"{row.name}: {', '.join(c.text for c in row.cells)}." for row in block.rows)
    text.describe(frame.element, block.heading, f"{', '.join(block.columns)}. {rows} {key}")


def _size_of_words(words: Iterable[str], width: float) -> float:
    """Return the size of letters with which no word is wider than a cell."""
    longest = max((fit.word_width(word) for word in words), default=0.0)
    return min(fit.CELL, (width - 3 * CELL_EDGE) / longest) if longest else fit.CELL


def text_table(
    page: Page,
    block: TextTable,
    language: str,
    widths: Sequence[float],
    sizes: Sequence[float],
    *,
    box: Box = BODY_BOX,
) -> None:
    """Add a table of text; `sizes` are those of the letters of each column."""
    frame = _frame(page, (len(block.rows) + 1, len(block.columns)), widths, box)
    _header(frame, block.columns, language)
    for n, row in enumerate(block.rows, start=1):
        for cell, words, size in zip(frame.table.rows[n].cells, row, sizes, strict=True):
            _write(cell, words, Style(size=size, language=language))
    lines = " ".join(f"{', '.join(row)}." for row in block.rows)
    text.describe(frame.element, ", ".join(block.columns), lines)


def _header(frame: GraphicFrame, names: Sequence[str], language: str) -> None:
    for cell, name in zip(frame.table.rows[0].cells, names, strict=True):
        _write(cell, name, Style(size=HEADER, bold=True, colour=SOFT, language=language))


def _frame(page: Page, size: tuple[int, int], widths: Sequence[float], box: Box) -> GraphicFrame:
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
            _prepare(cell)
    return frame


def _prepare(cell: Cell) -> None:
    cell.margin_left, cell.margin_right = Pt(CELL_EDGE), Pt(CELL_EDGE)
    cell.margin_top, cell.margin_bottom = Pt(3), Pt(3)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell_element(cell).get_or_add_tcPr().append(parse_xml(_LINE_BELOW))


def _write(cell: Cell, words: str, style: Style) -> None:
    text.run(cell.text_frame.paragraphs[0], words, style)
