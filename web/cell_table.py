"""A matrix of marks as a chart: a table of links on pages, a figure in files."""

from dataclasses import dataclass
from typing import Any, ClassVar

from markupsafe import Markup

from bukhara.charts.cells import CellMatrix
from bukhara.charts.chart import Chart
from bukhara.i18n.words import Words
from web.request import PageRequest
from web.templating import Context, render


@dataclass(frozen=True, slots=True)
class CellTable(Context):
    """The matrix as a table; `title` is its name and `first` that of the column with the names of rows."""

    template: ClassVar[str] = "web/cell_matrix.html"
    matrix: CellMatrix
    title: str
    first: str


def cell_chart(page_request: PageRequest, matrix: CellMatrix, *, first: str, title: str, **more: Any) -> Chart:
    """Return the chart of a matrix with a table of links in the same words; `more` are the other parts of the chart."""
    shown = render(page_request, CellTable(matrix, title, first))
    return matrix_chart(matrix, shown, title=title, table=matrix.table(first), **more)


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
