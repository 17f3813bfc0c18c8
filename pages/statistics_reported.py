"""Who reports what: a tab of Statistics with the years of each measure and state."""

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from bukhara.charts.chart import Chart
from bukhara.charts.reported_matrix import reported_matrix, years_in_words
from bukhara.i18n.words import Words
from bukhara.views.statistics import who_reports
from bukhara.views.statistics.who_reports import MeasureReports, ReportedYears
from web.cell_table import cell_table, matrix_chart
from web.charts import source_line
from web.components.lists import head, scrolled
from web.first_paint import to_html
from web.fragment import Fragment
from web.parameters import STATES
from web.request import PageRequest

YEAR = 6
"""The width of a year in a picture of years."""


def reported(page_request: PageRequest) -> tuple[Chart, ...]:
    """Return the matrix of measures and states; nothing without figures."""
    words, rows = page_request.words, page_request.view(who_reports.build)
    if not rows:
        return ()

    def address(measure: str, country: str) -> str:
        return page_request.href("/statistics", measure=measure, **{STATES: country})

    matrix = reported_matrix(rows, words, address)
    chart = matrix_chart(
        matrix,
        to_html(_picture(page_request, rows, cell_table(matrix, words("The years in words")))),
        id="reported",
        title=words("Who reports what"),
        subtitle=words(
            "Years with a published figure; “masked” is “<5”. A year without a figure in the record is not a zero."
        ),
        source=source_line(page_request),
        notes=(words("What a source does not cover says nothing about a state."),),
        definition=words("What the sources cover. It says nothing about the states."),
    )
    return (chart,)


def _picture(page_request: PageRequest, rows: tuple[MeasureReports, ...], in_words: Component) -> Component:
    words, (first, last) = page_request.words, who_reports.years(rows)
    key = words(
        "Filled: a year with a published figure. Open: masked, “<5”. Empty: no figure in the record, which is not zero."
    )
    name, caption = words("Who reports what"), words("What the record has for each measure and country.")
    measure = [words("Measure"), " ", html.Span(f"{first}–{last}", className="soft")]
    lines = []
    for row in rows:
        link = html.A(words.text(row.measure.name), href=page_request.href("/statistics", measure=row.measure.id))
        cells = [html.Td([_years(cell, first, last), " ", _said(cell, words)]) for cell in row.cells]
        lines.append(html.Tr([html.Th(link, scope="row", className="item", title=row.measure.id), *cells]))
    columns = head([measure, *(words.text(cell.country.short) for cell in rows[0].cells)])
    title = html.Caption(caption, className="visually-hidden")
    drawn = html.Table([title, columns, html.Tbody(lines)], className="coverage reported")
    years = html.Details([html.Summary(words("The years in words")), in_words], id="measures")
    return html.Div([html.P(key, className="small soft"), scrolled(name, drawn), years])


def _years(cell: ReportedYears, first: int, last: int) -> Component:
    """Return a line of years with a box for each run of years of one kind."""
    width = YEAR * (last - first + 1)
    boxes = "".join(
        f'<rect class="{kind}" x="{YEAR * (start - first) + 0.5}" y="1" '
        f'width="{YEAR * (end - start + 1) - 1}" height="9"/>'
        for kind, spans in cell.spans
        for start, end in spans
    )
    frame = f'class="years" viewBox="0 0 {width} 12" preserveAspectRatio="none" aria-hidden="true"'
    # numbers, and kinds of ours
    return Fragment(Markup(f'<svg {frame}><path d="M0 11.5H{width}"/>{boxes}</svg>'))  # noqa: S704


def _said(cell: ReportedYears, words: Words) -> Component:
    """Return in words what the record has; where it is drawn, for who does not see it."""
    return html.Span("; ".join(years_in_words(cell, words)), className="visually-hidden" if cell.is_drawn else None)
