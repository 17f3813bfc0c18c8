"""What the sources of the record cover, their grades, and their revisions: tabs of Method."""

from dash import html
from dash.development.base_component import Component

from bukhara.charts.chart import Chart
from bukhara.charts.data_quality_matrices import coverage_matrix
from bukhara.i18n.codes import label
from bukhara.model.messages import N_
from bukhara.views import data_quality
from bukhara.views.data_quality import DataQuality
from web.addresses import address_of
from web.cell_table import about_sources, cell_chart
from web.charts import status_source
from web.components.lists import card, head, scrolled
from web.components.revisions import edition_revisions
from web.request import PageRequest

TABS = (
    ("coverage", N_("Coverage by theme")),
    ("grades", N_("Evidence grades")),
    ("revisions", N_("Revisions")),
)


def quality(page_request: PageRequest, tab: str) -> Component | Chart:
    """Return one of the tabs."""
    view = page_request.view(data_quality.build)
    if tab == "coverage":
        words = page_request.words
        return cell_chart(
            coverage_matrix(view, words, page_request.href),
            id="coverage-by-country",
            title=words("Coverage by theme"),
            subtitle=words("How many indicators of each theme the sources of this day cover."),
            source=status_source(page_request),
            **about_sources(words),
        )
    return _grades(page_request, view) if tab == "grades" else _revisions(page_request, view)


def _grades(page_request: PageRequest, view: DataQuality) -> Component:
    """Return the statements of each state by evidence grade."""
    words, name = page_request.words, page_request.words("Evidence grades")
    rule = words(
        "Statements by grade of evidence. The grade limits the level that a statement can have in a round, never what "
        "is shown."
    )
    columns = [words("State"), *(label(words, grade) for grade, _ in view.grades[0].counts)]
    rows = [
        html.Tr(
            [html.Th(words.text(row.country.short), scope="row"), *(html.Td(words.number(n)) for _, n in row.counts)]
        )
        for row in view.grades
    ]
    table = scrolled(name, html.Table([head(columns), html.Tbody(rows)], className="data"))
    return card(name, html.P(rule, className="soft small"), table, id="grades")


def _revisions(page_request: PageRequest, view: DataQuality) -> Component:
    """Return what states and newer editions of data sets revised."""
    words, framework = page_request.words, view.framework
    editions = page_request.service.revisions(page_request.snapshot)
    parts: list[Component] = []
    if view.revisions:
        lines = []
        for row in view.revisions:
            state, name = framework.country(row.country).short, framework.indicator(row.indicator).name
            reason = html.Span(row.revision_reason, lang="en")
            lines.append(html.Li([f"{words.text(state)}, {words.text(name)}: ", reason]))
        parts.append(html.Ul(lines, className="plain"))
    elif not editions:
        parts.append(html.P(words("None yet: no figure or statement of this day has been revised.")))
    for edition in editions:
        parts += edition_revisions(page_request, edition, added=False, is_paged=True)
    if editions:
        address = address_of("/api/v1/revisions", {"format": "csv"})
        parts.append(html.P(html.A(words("Every revision as a table (CSV)"), href=address), className="soft"))
    return card(words("Revisions"), *parts, id="revisions")
