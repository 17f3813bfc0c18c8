"""A matrix of marks as a chart: a table of links on pages, a figure in files and embeds."""

from dataclasses import dataclass
from typing import Any, ClassVar

from bukhara.figures.cells import CellMatrix
from bukhara.figures.chart import Chart
from web.request import Reader
from web.templating import Context, render


@dataclass(frozen=True, slots=True)
class CellTable(Context):
    """The matrix as a table; `title` is its name and `first` that of the column with the names of rows."""

    template: ClassVar[str] = "web/cell_matrix.html"
    matrix: CellMatrix
    title: str
    first: str


def cell_chart(reader: Reader, matrix: CellMatrix, *, first: str, title: str, **more: Any) -> Chart:
    """Return the chart of a matrix with its table of links; `more` are the other parts of the chart."""
    figure, height = matrix.drawn
    return Chart(
        title=title,
        figure=figure,
        table=matrix.table(first),
        html=render(reader, CellTable(matrix, title, first)),
        height=height,
        **more,
    )
