"""Answers that are the same for everybody, sent as the bytes that were made once."""

from collections.abc import Callable, Hashable

from flask import Response, request

from bukhara.service.finished import ENCODINGS, Finished
from web.request import service


def finished(key: Hashable, make: Callable[[], Finished]) -> Response:
    """Return the answer of `key` as this request can read it; `make` is called where it is not kept."""
    found = service().finished.get(key, make, request.accept_encodings.best_match(ENCODINGS))
    response = Response(found.body, found.status, list(found.headers))
    response.vary.add("Accept-Encoding")
    return response
