"""Conclusions of the conference: their words, who proposed them, lead, next step and date, and what came since."""

from dash import register_page

from bukhara.views import conclusions
from web.layout import layout_of
from web.page import Page
from web.request import PageRequest
from web.templating import render


def content(page_request: PageRequest) -> Page:
    """Show each conclusion with what the record holds about it."""
    words, rows = page_request.words, page_request.view(conclusions.build)
    framework = page_request.snapshot.framework
    steps_named = any(row.steps for row in rows)
    about = words("What the Third conference concluded, and what has followed.")
    return Page(
        title=words("Conclusions"),
        lead=about if steps_named else " ".join((about, words("No source names a lead, a next step or a date."))),
        crumbs=((words("Themes"), "/themes"),),
        sections=(
            render(page_request, "pages/conclusions.html", rows=rows, steps_named=steps_named, framework=framework),
        ),
    )


register_page(__name__, path="/conclusions", name="Conclusions", content=content)
layout = layout_of("/conclusions")
