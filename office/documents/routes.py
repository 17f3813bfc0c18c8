"""Documents: the copies of sources that are kept, and conferences without a report."""

from flask import Response

from bukhara.access import Action
from bukhara.i18n.record_texts import plain_title
from bukhara.views.evidence.library import unread_conferences
from office.documents.forms import KeepForm, RemoveForm
from office.forms import read
from office.page import office, office_page
from web.downloads import copy_file
from web.permissions import requires
from web.redirects import form_action
from web.request import PageRequest, actor, current_request
from web.templating import render

PATH = "/documents"


@office.get(PATH)
@requires(Action.DOCUMENTS)
def documents_page() -> str:
    """Show the kept copies, and the conferences of which the record has no report."""
    page_request = current_request()
    words, service = page_request.words, page_request.service
    found, snapshot = service.documents.every(actor()), service.snapshot()
    shown = render(
        page_request,
        "documents/documents.html",
        copies=found,
        conferences=unread_conferences(snapshot),
        sources={each.source.source_id: plain_title(each.source, words) for each in service.library(snapshot)},
        keeping=KeepForm(),
        removing=RemoveForm(),
    )
    return office_page(page_request, shown, title=words("Documents"))


@office.get(f"{PATH}/<document_id>")
@requires(Action.DOCUMENTS, is_file=True)
def document_file(document_id: str) -> Response:
    """Send a kept file."""
    return copy_file(current_request().service.documents.file(actor(), document_id))


@office.post(f"{PATH}/keep")
@requires(Action.EDIT_DOCUMENTS)
@form_action(PATH)
def keep_document(page_request: PageRequest) -> str:
    """Keep a copy of a source."""
    form = read(KeepForm)
    page_request.service.documents.keep(
        actor(), form.source.data, form.file.data.read(), passage=form.passage.data, licence=form.licence.data
    )
    return page_request.words("The copy is kept.")


@office.post(f"{PATH}/remove")
@requires(Action.EDIT_DOCUMENTS)
@form_action(PATH)
def remove_document(page_request: PageRequest) -> str:
    """Remove a copy."""
    page_request.service.documents.remove(actor(), read(RemoveForm).document.data)
    return page_request.words("Removed.")
