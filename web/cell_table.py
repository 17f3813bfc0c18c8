"""A matrix of marks as a chart: a table of links on pages, a picture in files."""

from typing import Any

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from bukhara.charts.chart import CellMark, CellMatrix, CellRow, Chart
from web.components.lists import head, named_cell, scrolled
from web.first_paint import to_html

HEAD, ROW = 60, 45
"""About how many pixels the names of the columns and a row of a matrix take on a page."""


def cell_chart(matrix: CellMatrix, *beside: Component, title: str, **more: Any) -> Chart:
    """Return the chart of a matrix with a table of links in the same words, and parts `beside` it."""
    return matrix_chart(matrix, to_html([cell_table(matrix, title), *beside]), title=title, **more)


def matrix_chart(matrix: CellMatrix, shown: Markup, **more: Any) -> Chart:
    """Return the chart of a matrix that pages show as `shown`; `more` are the other parts of the chart."""
    return Chart(matrix=matrix, table=matrix.table, html=shown, height=HEAD + ROW * len(matrix.rows), **more)


def cell_table(matrix: CellMatrix, title: str) -> Component:
    """Return a matrix as a table of links."""
    rows = html.Tbody([_row(matrix, row) for row in matrix.rows])
    caption = html.Caption(title, className="visually-hidden")
    columns = head([matrix.first, *matrix.columns])
    return scrolled(title, html.Table([caption, columns, rows], className="support rows-as-blocks"))


def _row(matrix: CellMatrix, row: CellRow) -> Component:
    """Return a row of links, or a heading; on a phone the cells of a row are below one another, each with its name."""
    if not row.cells:
        heading = html.Th(row.name, colSpan=len(matrix.columns) + 1, scope="rowgroup")
        return html.Tr(heading, className="pillar")
    cells = [
        named_cell(name, [_mark(each) for each in marks], None if marks else "empty")
        for name, marks in zip(matrix.columns, row.cells, strict=True)
    ]
    name: Any = html.A(row.name, href=row.href) if row.href else row.name
    return html.Tr([html.Th(name, scope="row", className="item" if row.href else None), *cells])


def _mark(mark: CellMark) -> Component:
    if not mark.href:
        return html.Span(mark.text)
    return html.A(mark.text, href=mark.href, className="chip", title=mark.title)
