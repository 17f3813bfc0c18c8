"""Answers that are the same for everybody, sent as the bytes that were made once."""

import hashlib
from collections.abc import Callable, Hashable

from flask import Response, request

from bukhara.service.reading.finished import ENCODINGS, Finished
from web.parameters import PARAMETERS
from web.request import PageRequest, service


def finished(key: Hashable, make: Callable[[], Finished]) -> Response:
    """Return the answer of `key` as this request can read it; `make` is called where it is not kept."""
    found = service().finished.get(key, make, request.accept_encodings.best_match(ENCODINGS))
    response = Response(found.body, found.status, list(found.headers))
    response.vary.add("Accept-Encoding")
    return response


def finished_page(kind: str, page_request: PageRequest, make: Callable[[], Finished]) -> Response:
    """Return a public page of the newest release as this request can read it."""
    return finished(key_of(kind, page_request, service().ready()), make)


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
    copies = service().open_copies() if page_request.path.startswith("/evidence") else {}
    parts = (kind, release, service().today().isoformat(), page_request.path, asked, copies)
    return hashlib.sha256(repr(parts).encode()).hexdigest()
