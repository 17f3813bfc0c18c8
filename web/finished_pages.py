"""Public pages as finished bytes: their HTML, and what Dash's script gets for the same address.

A page is finished where nobody is signed in and no draft is looked at. It is made for a request of its own that has the
address alone, no cookie and no header of a reader, so that nothing of a person can be in it. It is kept by release,
calendar day and address.
"""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import parse_qs, urlencode

from flask import Flask, Response, request

from bukhara.service.reading.finished import Finished
from web.dash_internals import CALLBACK, address_in, page_callback
from web.finished import finished_of, finished_page
from web.public_pages import is_same_for_everybody, public_request
from web.request import PageRequest, asked_by_nobody

HTML = "text/html; charset=utf-8"
SHARED = "public, max-age=0, s-maxage=60"
"""A proxy may answer with a page for a minute. A browser asks each time: whoever has just signed in sees it at once."""


def html_page(
    page_request: PageRequest, make: Callable[[], tuple[str, int]], kind: str = "html", media_type: str = HTML
) -> Response:
    """Return the HTML of a public page, or 304 where the browser has it already; `make` returns it with its status.

    Another `kind` of text at the same address has a `media_type` of its own.
    """

    def made() -> Finished:
        html, status = asked_by_nobody(make, path=page_request.path, query_string=dict(page_request.query))
        body = html.encode()
        etag = f'W/"{hashlib.sha256(body).hexdigest()[:20]}"'
        return Finished(body, (("ETag", etag), ("Content-Type", media_type)), status)

    response = finished_page(kind, page_request, made)
    if response.status_code == 200:
        response.headers.setdefault("Cache-Control", SHARED)
        response.make_conditional(request)
    response.headers.setdefault("Cache-Control", "no-cache")
    return response


def register(server: Flask) -> None:
    """Keep what Dash's script gets when it asks for a public page."""
    view = server.view_functions[CALLBACK]

    @wraps(view)
    def callback(**variables: Any) -> Any:
        page_request = _page_asked_for()
        if page_request is None or not is_same_for_everybody(page_request):
            return view(**variables)
        return finished_page("components", page_request, lambda: _components(page_request, view))

    server.view_functions[CALLBACK] = callback


def _components(page_request: PageRequest, view: Callable[[], Any]) -> Finished:
    # of what the reader sent nothing is used but the address: the rest is written here as our own script writes it
    body = page_callback(page_request.path, f"?{urlencode(page_request.query)}")
    return finished_of(asked_by_nobody(view, path=CALLBACK, method="POST", json=body))


def _page_asked_for() -> PageRequest | None:
    """Return the public page that a callback of Dash asks for; None for another callback, or a repeated parameter."""
    path, search = address_in(request.get_json(silent=True))
    query = parse_qs(search.removeprefix("?"))
    if not path or any(len(values) > 1 for values in query.values()):
        return None
    return public_request(path, {name: values[0] for name, values in query.items()})
