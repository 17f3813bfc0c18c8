"""What was agreed and concluded: the Declaration as far as it is known, and the conclusions with what followed."""

from dash import register_page

from bukhara.model.codes import Basis
from bukhara.model.messages import N_
from bukhara.views import declaration
from pages.declaration_conclusions import followed, lead
from web.components.lists import chosen_tab, tab_links
from web.layout import layout_of
from web.page import Page
from web.request import PageRequest
from web.templating import render

CONCLUSIONS = "conclusions"
TABS = (("", N_("The Declaration")), (CONCLUSIONS, N_("Conclusions, and what followed")))


def content(page_request: PageRequest) -> Page:
    """Show what the record knows of the Declaration, or of the conclusions of the conference after it."""
    words = page_request.words
    tabs = tuple((key, words(name)) for key, name in TABS)
    is_after = chosen_tab(page_request, tabs) == CONCLUSIONS
    view = page_request.view(declaration.build)
    return Page(
        title=words("Declaration and conclusions"),
        lead=lead(page_request) if is_after else _known(page_request, view),
        crumbs=((words("Themes"), "/themes"),),
        above=(tab_links(page_request, tabs),),
        sections=(followed(page_request) if is_after else render(page_request, "pages/declaration.html", view=view),),
    )


def _known(page_request: PageRequest, view: declaration.Declaration) -> str:
    words = page_request.words
    if view.articles:
        return words("Its articles, and the themes that they are about.")
    attested = sum(len(group.items) for group in view.groups if group.basis is Basis.ATTESTED)
    return words(
        "Its text is not among the sources. The report of 2023 confirms that {n} of {total} themes are part of it.",
        n=attested,
        total=sum(len(group.items) for group in view.groups),
    )


register_page(__name__, path="/declaration", name="Declaration and conclusions", content=content)
layout = layout_of("/declaration")
