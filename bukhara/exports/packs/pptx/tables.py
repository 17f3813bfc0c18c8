"""Native tables of text, where a chart of figures would not be honest."""

from collections.abc import Sequence

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.shapes.graphfrm import GraphicFrame
from pptx.slide import Slide as Page
from pptx.util import Pt

from bukhara.charts.palette import LINE, SOFT
from bukhara.exports.packs.pptx import text
from bukhara.exports.packs.pptx.pptx_internals import Cell, cell_element, element_of
from bukhara.exports.packs.pptx.text import Style
from bukhara.pack import layout

_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
_LINE_BELOW = (
    '<a:lnB xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" w="9525"><a:solidFill>'
    f'<a:srgbClr val="{LINE.lstrip("#").upper()}"/></a:solidFill></a:lnB>'
)
Box = tuple[float, float, float, float]


def text_table(
    page: Page,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    language: str,
    widths: Sequence[float],
    sizes: Sequence[float],
    box: Box,
) -> None:
    """Add a table of text; `sizes` are those of the letters of each column."""
    frame = _frame(page, (len(rows) + 1, len(columns)), widths, box)
    for cell, name in zip(frame.table.rows[0].cells, columns, strict=True):
        _write(cell, name, Style(size=layout.HEADER, bold=True, colour=SOFT, language=language))
    for n, row in enumerate(rows, start=1):
        for cell, words, size in zip(frame.table.rows[n].cells, row, sizes, strict=True):
            _write(cell, words, Style(size=size, language=language))
    text.describe(frame.element, ", ".join(columns), " ".join(f"{', '.join(row)}." for row in rows))


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
    cell.margin_left = cell.margin_right = Pt(4)
    cell.margin_top = cell.margin_bottom = Pt(3)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    cell_element(cell).get_or_add_tcPr().append(parse_xml(_LINE_BELOW))
    # an empty cell is no higher than the letters beside it
    element_of(cell.text_frame.paragraphs[0]).get_or_add_endParaRPr().set("sz", "1000")


def _write(cell: Cell, words: str, style: Style) -> None:
    text.run(cell.text_frame.paragraphs[0], words, style)
