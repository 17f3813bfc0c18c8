"""Conclusions of the conference: their words, who proposed them, lead, next step and date, and what came since."""

from markupsafe import Markup

from bukhara.views import conclusions
from web.request import PageRequest
from web.templating import render


def lead(page_request: PageRequest) -> str:
    """Return what the tab shows, and whether a source names who leads."""
    words = page_request.words
    about = words("What the Third conference concluded, and what has followed.")
    if any(row.steps for row in page_request.view(conclusions.build)):
        return about
    return " ".join((about, words("No source names a lead, a next step or a date.")))


def followed(page_request: PageRequest) -> Markup:
    """Return each conclusion with what the record holds about it."""
    rows, framework = page_request.view(conclusions.build), page_request.snapshot.framework
    steps_named = any(row.steps for row in rows)
    return render(
        page_request,
        "pages/declaration_conclusions.html",
        rows=rows,
        steps_named=steps_named,
        framework=framework,
    )
