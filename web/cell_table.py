"""A matrix of marks as a chart: a table of links on pages, a figure in files."""

from dataclasses import dataclass
from typing import Any, ClassVar

from markupsafe import Markup

from bukhara.charts import statement_matrix
from bukhara.charts.cells import CellMatrix
from bukhara.charts.chart import Chart
from bukhara.charts.day_words import status_day
from bukhara.views.topics import TopicMatrix
from web.charts import status_source
from web.request import PageRequest
from web.templating import Context, render


@dataclass(frozen=True, slots=True)
class CellTable(Context):
    """The matrix as a table; `title` is its name and `first` that of the column with the names of rows."""

    template: ClassVar[str] = "web/cell_matrix.html"
    matrix: CellMatrix
    title: str
    first: str


@dataclass(frozen=True, slots=True)
class TopicTable(Context):
    """Statements as squares; `rows_at` is the address before the code of a row, `cells_at` that of cells if given."""

    template: ClassVar[str] = "web/topic_matrix.html"
    view: TopicMatrix
    first: str
    rows_at: str
    cells_at: str


def topic_chart(
    page_request: PageRequest, view: TopicMatrix, *, first: str, rows_at: str, cells_at: str = "", **more: Any
) -> Chart:
    """Return the chart of the statements of topics, or of the themes of one topic, by country."""
    words = page_request.words

    def address(row: str, country: str) -> str:
        return f"{cells_at or page_request.href(rows_at + row)}#{country}"

    found = statement_matrix.Statements(view, words, address)
    return matrix_chart(
        found.matrix(),
        render(page_request, TopicTable(view, first, rows_at, cells_at)),
        subtitle=words("Number of statements; {day}", day=status_day(page_request.snapshot, words)),
        table=found.table(first),
        source=status_source(page_request),
        notes=(words("A statement may carry several topics. Their number says nothing about progress."),),
        definition=words("A statement carries a topic by a written condition, which is on the page of topics."),
        **more,
    )


def cell_chart(page_request: PageRequest, matrix: CellMatrix, *, first: str, title: str, **more: Any) -> Chart:
    """Return the chart of a matrix with a table of links in the same words; `more` are the other parts of the chart."""
    shown = render(page_request, CellTable(matrix, title, first))
    return matrix_chart(matrix, shown, title=title, table=matrix.table(first), **more)


def matrix_chart(matrix: CellMatrix, shown: Markup, **more: Any) -> Chart:
    """Return the chart of a matrix that pages show as the table `shown`; `more` are the other parts of the chart."""
    figure, height = matrix.drawn
    return Chart(figure=figure if matrix.rows else None, height=height, html=shown, **more)
