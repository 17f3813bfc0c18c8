"""Who reports what: a tab of Statistics with the years of each measure and state."""

from markupsafe import Markup

from bukhara.charts.chart import Chart
from bukhara.charts.data_quality_matrices import reported_matrix, years_in_words
from bukhara.views import who_reports
from web.cell_table import matrix_chart
from web.charts import source_line
from web.request import PageRequest
from web.templating import render, words_function

words_function(years_in_words)


def reported(page_request: PageRequest) -> tuple[Markup | Chart, ...]:
    """Return the matrix of measures and states; nothing without figures."""
    words, rows = page_request.words, page_request.view(who_reports.build)
    if not rows:
        return ()

    def address(measure: str, country: str) -> str:
        return page_request.href("/statistics", measure=measure, country=country)

    matrix = reported_matrix(rows, words, address)
    shown = render(page_request, "pages/statistics_reported.html", rows=rows, years=who_reports.years(rows))
    chart = matrix_chart(
        matrix,
        shown,
        id="reported",
        title=words("Who reports what"),
        subtitle=words("Years with a published figure; “masked” is “<5”. No figure in the record is not zero."),
        table=matrix.table(words("Measure")),
        source=source_line(page_request),
        notes=(words("What a source does not cover says nothing about a state."),),
        definition=words("What the sources cover. It says nothing about the states."),
    )
    return (chart,)
