"""Kept copies where their sources are shown."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.service.service import Service
from web.addresses import address_of
from web.permissions import may
from web.request import PageRequest, actor
from wings.documents.documents import Documents
from wings.documents.wing import DOCUMENTS


def open_copies(service: Service) -> dict[str, str]:
    """Return the source of each copy that anybody may have, by the id of the copy."""
    return {each.document_id: each.source_id for each in service.part(Documents).open_copies()}


def source_sections(page_request: PageRequest, source_id: str, *, restricted: bool) -> tuple[Component, ...]:
    """Return the copies of a source: those for everybody, or those that only readers who are signed in may have."""
    documents, folder = page_request.service.part(Documents), "/documents" if restricted else "/copies"
    if not restricted:
        kept = documents.open_copies()
    else:
        kept = tuple(each for each in documents.every(actor()) if not each.licence) if may(DOCUMENTS) else ()
    copies = [each for each in kept if each.source_id == source_id]
    if not copies:
        return ()
    words = page_request.words
    parts: list[Component] = []
    for copy in copies:
        said = [words("Kept on {day}.", day=words.date(copy.added_at.date()))]
        said.append(copy.licence or words("Only readers who are signed in may have this copy."))
        parts.append(html.P(" ".join(said)))
        if copy.passage:
            parts.append(html.Blockquote([html.P(line) for line in copy.passage.splitlines()]))
        if copy.kind:
            name = words("{kind}, {n} kB", kind=copy.kind.upper(), n=words.number(-(-copy.size // 1000)))
            plain: Any = {"data-plain": "", "data-kept": ""}
            link = html.A(name, href=address_of(f"{folder}/{copy.document_id}"), **plain)
            parts.append(html.P([link, " · SHA-256 ", html.Code(copy.sha256, className="text-break")]))
    return (html.Section([html.H2(words("Kept copy")), *parts], className="card", id="copies"),)
