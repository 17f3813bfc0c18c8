"""Page of one source (`/evidence/astana-2023-report#L221`): the passages cited, or what is known of it."""

from datetime import date
from urllib.parse import unquote

from dash import register_page

from bukhara.i18n.record_texts import plain_title
from bukhara.views import source
from web.layout import layout_of
from web.page import Page
from web.request import PageRequest
from web.templating import render

PATH = "/evidence/<source>"


def content(page_request: PageRequest) -> Page:
    """Show the source named in the address, or that it does not exist."""
    words, service, shown = page_request.words, page_request.service, page_request.snapshot
    source_id = unquote(page_request.path.rsplit("/", 1)[-1])
    if source_id not in {each.source_id for each in shown.sources}:
        # public facts from after the reading are shown beside it, so their sources open too
        day = shown.as_of if "as_of" in page_request.query else date.max
        shown = service.snapshot(as_of=day, release=shown.release.number, desk_research=service.settings.public_reports)
    try:
        view = service.view(source.build, shown, source_id, service.passages(source_id))
    except KeyError:
        return Page(title=words("There is no page at this address"), found=False)
    title = plain_title(view.source, words)
    return Page(
        title=title,
        crumbs=((words("Evidence"), "/evidence"),),
        sections=(render(page_request, "pages/evidence_source.html", view=view, title=title),),
    )


register_page(__name__, path_template=PATH, name="Source", content=content)
layout = layout_of(PATH)
