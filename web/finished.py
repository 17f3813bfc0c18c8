"""Answers that are the same for everybody, sent as the bytes that were made once."""

import hashlib
from collections.abc import Callable, Hashable

from flask import Response, request

from bukhara.service.finished import ENCODINGS, Finished
from web.parameters import PARAMETERS
from web.request import PageRequest, in_application, service

PATIENCE = 0.4
"""The seconds that a reader waits for a page of a new release; the next ones get it as the release before showed it."""


def finished(key: Hashable, make: Callable[[], Finished]) -> Response:
    """Return the answer of `key` as this request can read it; `make` is called where it is not kept."""
    found = service().finished.get(key, make, request.accept_encodings.best_match(ENCODINGS))
    response = Response(found.body, found.status, list(found.headers))
    response.vary.add("Accept-Encoding")
    return response


def finished_page(kind: str, page_request: PageRequest, make: Callable[[], Finished]) -> Response:
    """Return a public page as this request can read it; no reader waits long for one that a release has changed.

    While it is made, readers get it as the release before it showed it, and no proxy keeps that.
    """
    domain, newest = service(), service().ready()
    key, before = key_of(kind, page_request, newest), domain.replaced.before(newest)
    if before and key not in domain.finished and (old := key_of(kind, page_request, before)) in domain.finished:
        patience = 0 if domain.preparation.is_at_work else PATIENCE
        kept = in_application(lambda: domain.finished.get(key, make))
        if not domain.preparation.is_done(key, kept, patience):
            response = finished(old, make)
            response.headers["Cache-Control"] = "no-cache"
            return response
    return finished(key, make)


def finished_of(response: Response) -> Finished:
    """Return a response as it is kept: its body, type, name as a file and status."""
    response.direct_passthrough = False
    headers = ((name, response.headers.get(name, "")) for name in ("Content-Type", "Content-Disposition"))
    return Finished(response.get_data(), tuple((name, value) for name, value in headers if value), response.status_code)


def key_of(kind: str, page_request: PageRequest, release: int) -> str:
    """Return the key of an answer of some kind to an address, by release and calendar day.

    It has one size, however long the address is. What no page knows is left out of it.
    """
    asked = sorted((name, value) for name, value in page_request.query.items() if name in PARAMETERS)
    # the copies of a source that anybody may have come without a release
    copies = _open_copies() if page_request.path.startswith("/evidence") else ()
    parts = (kind, release, service().today().isoformat(), page_request.path, asked, copies)
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _open_copies() -> tuple[str, ...]:
    return tuple(each.document_id for each in service().documents.open_copies())
