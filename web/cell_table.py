"""A matrix of marks as a chart: a table of links on pages, a figure in files."""

from typing import Any

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from bukhara.charts.cells import CellMatrix, CellRow
from bukhara.charts.chart import Chart
from bukhara.i18n.words import Words
from web.components.lists import head, scrolled
from web.first_paint import to_html


def cell_chart(matrix: CellMatrix, *, first: str, title: str, **more: Any) -> Chart:
    """Return the chart of a matrix with a table of links in the same words; `more` are the other parts of the chart."""
    shown = to_html(_table(matrix, title, first))
    return matrix_chart(matrix, shown, title=title, table=matrix.table(first), **more)


def _table(matrix: CellMatrix, title: str, first: str) -> Component:
    """Return the matrix as a table; `title` is its name and `first` that of the column with the names of rows."""
    rows = html.Tbody([_row(matrix, row) for row in matrix.rows])
    caption = html.Caption(title, className="visually-hidden")
    return scrolled(
        title, html.Table([caption, head([first, *matrix.columns]), rows], className="support rows-as-blocks")
    )


def _row(matrix: CellMatrix, row: CellRow) -> Component:
    """Return a row of links, or a heading; on a phone the cells of a row are below one another, each with its name."""
    if not row.cells:
        note: list[Any] = [" ", html.Span(row.note, className="soft")] if row.note else []
        heading = html.Th([row.name, *note], colSpan=len(matrix.columns) + 1, scope="rowgroup")
        return html.Tr(heading, className="pillar")
    cells = []
    for name, marks in zip(matrix.columns, row.cells, strict=True):
        named: Any = {"data-name": name, **({} if marks else {"className": "empty"})}
        cells.append(html.Td([html.A(each.text, href=each.href, className="chip") for each in marks], **named))
    return html.Tr([html.Th(row.name, scope="row"), *cells])


def coverage_chart(words: Words, matrix: CellMatrix, shown: Markup, **more: Any) -> Chart:
    """Return the chart of what the sources cover, with the sentence that this says nothing about the states."""
    return matrix_chart(
        matrix,
        shown,
        notes=(words("What a source does not cover says nothing about a state."),),
        definition=words("What the sources cover. It says nothing about the states."),
        **more,
    )


def matrix_chart(matrix: CellMatrix, shown: Markup, **more: Any) -> Chart:
    """Return the chart of a matrix that pages show as the table `shown`; `more` are the other parts of the chart."""
    figure, height = matrix.drawn
    return Chart(figure=figure if matrix.rows else None, height=height, html=shown, **more)
