"""Documents: the copies of sources that are kept, what is still to be read, and the forms for both."""

from flask import Response

from bukhara.access import Action
from bukhara.i18n.record_texts import plain_title
from bukhara.service.documents import DocumentForm
from bukhara.views.library import unread_conferences
from office.documents.forms import KeepForm, ListForm, RemoveForm
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
    """Show the kept copies and what is still to be read."""
    page_request = current_request()
    words, service = page_request.words, page_request.service
    found, snapshot = service.documents.every(actor()), service.snapshot()
    shown = render(
        page_request,
        "documents/documents.html",
        copies=tuple(each for each in found if each.source_id),
        to_read=tuple(each for each in found if not each.source_id),
        conferences=unread_conferences(snapshot),
        sources={each.source.source_id: plain_title(each.source, words) for each in service.library(snapshot)},
        keeping=KeepForm(),
        listing=ListForm(),
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
    given = DocumentForm(source_id=form.source.data, passage=form.passage.data, licence=form.licence.data)
    page_request.service.documents.keep(actor(), given, form.file.data.read())
    return page_request.words("The copy is kept.")


@office.post(f"{PATH}/list")
@requires(Action.EDIT_DOCUMENTS)
@form_action(PATH)
def list_document(page_request: PageRequest) -> str:
    """Put a document on the list of those to be read."""
    form = read(ListForm)
    given = DocumentForm(title=form.title.data, address=form.address.data, note=form.note.data)
    page_request.service.documents.list_to_read(actor(), given)
    return page_request.words("Listed.")


@office.post(f"{PATH}/remove")
@requires(Action.EDIT_DOCUMENTS)
@form_action(PATH)
def remove_document(page_request: PageRequest) -> str:
    """Remove a copy, or a line of the list."""
    page_request.service.documents.remove(actor(), read(RemoveForm).document.data)
    return page_request.words("Removed.")
