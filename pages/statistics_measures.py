"""The measures that Statistics can show, each as a line of a table with a small picture of each state."""

from typing import Any

from dash import html
from dash.development.base_component import Component
from markupsafe import Markup

from bukhara.charts import small_multiples_words as row_words
from bukhara.charts.series import LINE_FROM
from bukhara.charts.sparkline import HEIGHT, WIDTH, sparkline
from bukhara.i18n.periods import period_text
from bukhara.i18n.units import counted
from bukhara.i18n.words import Words
from bukhara.views.statistics import explore
from web.components.lists import head, named_cell, narrow_fold, scrolled
from web.components.svg import Svg
from web.request import PageRequest


def measures(page_request: PageRequest, explored: explore.Explored) -> list[Component]:
    """Return a table of rows: the name of a measure, and the newest figure of each state; nothing without rows."""
    words, rows = page_request.words, explored.rows
    if not rows:
        return []
    names = [words.text(cell.country.short) for cell in rows[0].cells]
    lines = []
    for row in rows:
        cells = zip(
            names, (_cell(words, row, cell, (explored.first, explored.last)) for cell in row.cells), strict=True
        )
        lines.append(html.Tr([_name(page_request, row), *(named_cell(*each) for each in cells)]))
    table = html.Table([head((words("Measure"), *names)), html.Tbody(lines)], className="data rows-as-blocks")
    note = words("Each line has an axis of its own. The number is the newest one, the name opens the measure.")
    parts = scrolled(words("Other measures"), table), html.P(note, className="small soft")
    return [narrow_fold(words("Other measures"), *parts, id="other-measures")]


def _name(page_request: PageRequest, row: explore.FigureRow) -> Component:
    address = page_request.here(measure=row.view.topic) + f"#rows-{row.view.topic}".lower()
    unit = html.Span(counted(row.head.counting_unit, page_request.words), className="soft small d-block")
    return html.Th([html.A(row_words.title(row, page_request.words), href=address), unit], scope="row")


def _cell(words: Words, row: explore.FigureRow, cell: explore.StateFigures, years: tuple[int, int]) -> list[Any]:
    drawn = cell.axis_group.drawn if cell.axis_group else ()
    newest, _ = row_words.ends(drawn)
    if newest is None:
        return [html.Span(row_words.empty(row, cell, words)[0], className="soft small")]
    shapes = Markup(sparkline(drawn, row.view.sources, years) if len(drawn) >= LINE_FROM else "")  # noqa: S704  (ours)
    period = html.Span(period_text(newest.period, newest.period_label, words), className="soft small d-block")
    picture = Svg(shapes, "sparkline", f"0 0 {WIDTH} {HEIGHT}")
    return [picture, " ", html.Strong(row_words.short_number(newest, words)), period]
