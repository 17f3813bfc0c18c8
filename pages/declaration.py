"""The Declaration: what is known of its content, what is missing, whom to ask, and how its text is loaded."""

from dash import register_page

from bukhara.model.codes import Basis
from bukhara.views import declaration
from web.layout import layout_of
from web.page import Page
from web.request import PageRequest
from web.templating import render


def content(page_request: PageRequest) -> Page:
    """Show what the record knows of the Declaration."""
    words, view = page_request.words, page_request.view(declaration.build)
    attested = sum(len(group.items) for group in view.groups if group.basis is Basis.ATTESTED)
    total = sum(len(group.items) for group in view.groups)
    missing = words(
        "Its text is not among the sources. The report of 2023 confirms that {n} of {total} themes are part of it.",
        n=attested,
        total=total,
    )
    return Page(
        title=words("The Declaration"),
        lead=words("Its articles, and the themes that they are about.") if view.articles else missing,
        crumbs=((words("Method"), "/method"),),
        sections=(render(page_request, "pages/declaration.html", view=view),),
    )


register_page(__name__, path="/declaration", name="The Declaration", content=content)
layout = layout_of("/declaration")
