"""Documents: the copies of sources that are kept, and conferences without a report."""

from flask import Response, abort

from bukhara.i18n.record_texts import plain_title
from bukhara.model.framework import Conference
from bukhara.model.release import Snapshot
from office.forms import read
from office.page import office, office_page
from web.downloads import DOCX, attachment
from web.permissions import requires
from web.redirects import form_action
from web.request import PageRequest, actor, current_request, service
from web.templating import render
from wings.documents.documents import Documents, KeptDocument
from wings.documents.forms import KeepForm, RemoveForm
from wings.documents.wing import DOCUMENTS, EDIT_DOCUMENTS

PATH = "/documents"
POLICY = "sandbox; default-src 'none'"
TYPES = {"pdf": "application/pdf", "docx": DOCX, "txt": "text/plain"}


@office.get(PATH)
@requires(DOCUMENTS)
def documents_page() -> str:
    """Show the kept copies, and the conferences of which the record has no report."""
    page_request = current_request()
    words, record = page_request.words, page_request.service
    found, snapshot = record.part(Documents).every(actor()), record.snapshot()
    shown = render(
        page_request,
        "documents/documents.html",
        copies=found,
        conferences=_unread_conferences(snapshot),
        sources={each.source.source_id: plain_title(each.source, words) for each in record.library(snapshot)},
        keeping=KeepForm(),
        removing=RemoveForm(),
    )
    return office_page(page_request, shown, title=words("Documents"))


@office.get(f"{PATH}/<document_id>")
@requires(DOCUMENTS, is_file=True)
def document_file(document_id: str) -> Response:
    """Send a kept file."""
    return _file(document_id, service().part(Documents).every(actor()))


@office.get("/copies/<document_id>")
def open_copy(document_id: str) -> Response:
    """Send the file of a copy that anybody may have."""
    return _file(document_id, service().part(Documents).open_copies())


@office.post(f"{PATH}/keep")
@requires(EDIT_DOCUMENTS)
@form_action(PATH)
def keep_document(page_request: PageRequest) -> str:
    """Keep a copy of a source."""
    form = read(KeepForm)
    page_request.service.part(Documents).keep(
        actor(), form.source.data, form.file.data.read(), passage=form.passage.data, licence=form.licence.data
    )
    return page_request.words("The copy is kept.")


@office.post(f"{PATH}/remove")
@requires(EDIT_DOCUMENTS)
@form_action(PATH)
def remove_document(page_request: PageRequest) -> str:
    """Remove a copy."""
    page_request.service.part(Documents).remove(actor(), read(RemoveForm).document.data)
    return page_request.words("Removed.")


def _unread_conferences(snapshot: Snapshot) -> tuple[Conference, ...]:
    """Return the conferences of up to this year of which the record has no report."""
    read = {reading.id for reading in snapshot.framework.readings}
    until = str(snapshot.calendar_day.year)
    return tuple(each for each in snapshot.framework.conferences if each.id not in read and each.when[:4] <= until)


def _file(document_id: str, among: tuple[KeptDocument, ...]) -> Response:
    """Return the file of one of some copies under a name and a type of ours, never those that came with it."""
    document = next((each for each in among if each.document_id == document_id and each.kind), None)
    if document is None:
        abort(404)
    content = service().part(Documents).content(document_id)
    response = attachment(content, f"bukhara-{document_id}.{document.kind}", TYPES[document.kind])
    response.headers["Content-Security-Policy"] = POLICY
    return response
