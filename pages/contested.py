"""Contested points of all states in one list: objections, differences between sources, and open codings."""

from dash import register_page

from bukhara.charts import contested_matrix
from bukhara.charts.chart import Chart
from bukhara.charts.day_words import status_day
from bukhara.i18n import meanings
from bukhara.views import contested
from web.cell_table import cell_chart
from web.charts import status_source
from web.layout import layout_of
from web.page import Page
from web.request import PageRequest
from web.templating import render


def content(page_request: PageRequest) -> Page:
    """Show what states, sources or coders see differently."""
    words, framework = page_request.words, page_request.snapshot.framework
    view = page_request.view(contested.build)
    return Page(
        title=words("Contested points"),
        crumbs=((words("Evidence"), "/evidence"),),
        sections=(
            _picture(page_request, view),
            render(page_request, "pages/contested.html", view=view, framework=framework),
        ),
    )


def _picture(page_request: PageRequest, view: contested.Contested) -> Chart:
    words, snapshot = page_request.words, page_request.snapshot
    figures = [figure for each in (*view.open, *view.explained) for figure in each.observations]
    return cell_chart(
        page_request,
        contested_matrix.matrix(view, snapshot.framework, words, page_request.href),
        id="contested-points",
        first=words("Theme or measure"),
        title=words("Contested points by kind and country"),
        subtitle=words(
            "Each box is one point: numbers or statuses that differ; {day}", day=status_day(snapshot, words)
        ),
        source=status_source(page_request, figures=figures),
        notes=(words("All versions are shown; none is preferred. An empty cell has no such point in these sources."),),
        definition=words(meanings.TERMS["contested"]),
    )


register_page(__name__, path="/contested", name="Contested", content=content)
layout = layout_of("/contested")
