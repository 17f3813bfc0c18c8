"""Pages that say why there is no answer: not found, refused, something went wrong, the store is away."""

import logging

from dash import html
from dash.exceptions import DependencyException
from flask import Flask, Response, g, jsonify, make_response, request
from markupsafe import Markup
from werkzeug.exceptions import InternalServerError

from bukhara.access import decide, roles_with
from bukhara.errors import FrameworkInvalid, StoreUnavailable, disk_error
from bukhara.i18n.codes import label
from bukhara.i18n.words import Words
from bukhara.model.messages import N_
from web.addresses import address_of
from web.components.lists import joined
from web.page import Page
from web.permissions import permission_of
from web.request import PageRequest, actor, current_request
from web.templating import render

RETRY_SECONDS = "30"
_LOG = logging.getLogger(__name__)
SURPRISE = N_("Something went wrong here. Please tell the secretariat this reference: {reference}.")
NOT_FOUND = N_("There is no page at this address")
SIGN_IN = N_("Please sign in first.")


def not_found(page_request: PageRequest) -> Page:
    """Return the page for an address that leads nowhere."""
    words = page_request.words
    why = words("The address may be mistyped, or the theme or country may not exist in this release.")
    pages = (("/", words("Overview")), ("/themes", words("Themes")), ("/countries", words("Countries")))
    links = joined((html.A(name, href=page_request.href(path)) for path, name in pages), " · ")
    return Page(title=words(NOT_FOUND), sections=(html.P(why), html.P(links)), found=False)


def refused(page_request: PageRequest, reason: str = SIGN_IN) -> Page:
    """Return the page that says why something may not be done, or that the reader has to sign in first."""
    words, away = page_request.words, reason == SIGN_IN and not actor().signed_in
    permission = permission_of(request.endpoint)
    kept = away and request.method == "POST" and permission is not None
    denied = actor().signed_in and permission is not None and not decide(actor(), permission.action).allowed
    roles = [label(words, role) for role in roles_with(permission.action)] if denied and permission else []
    return Page(
        title=words("Please sign in") if away else words("This cannot be done here"),
        lead=words("This page is for the secretariat, the commissions and the organisers.") if away else words(reason),
        sections=(render(page_request, "web/refused.html", kept=kept, roles=", ".join(roles)),),
    )


def register(server: Flask) -> None:
    """Answer unexpected errors and an absent store plainly; each is one record of the log."""
    server.register_error_handler(InternalServerError, _unexpected)
    server.register_error_handler(DependencyException, lambda _: (_bare_page(NOT_FOUND), 404))
    server.register_error_handler(StoreUnavailable, _store_away)
    server.register_error_handler(FrameworkInvalid, lambda error: _store_away(StoreUnavailable(str(error))))


def store_away(response: Response, error: StoreUnavailable) -> None:
    """Turn a response into the one that says that the store cannot be read, or not be written, at the moment."""
    g.trouble = f"{type(error).__name__}: {error}"
    for name in ("Content-Encoding", "Content-Disposition", "ETag", "Location"):
        response.headers.pop(name, None)
    response.status_code, response.mimetype = error.status, "text/html"
    response.headers["Retry-After"] = RETRY_SECONDS
    response.set_data(_bare_page(error.words))
    if request.accept_mimetypes.best == "application/json" and request.method == "POST":
        # the script of a form shows the sentence where the form is
        response.mimetype = "application/json"
        response.set_data(jsonify(to="", message=_words()(error.words)).get_data())


class Server(Flask):
    """The server behind Dash; it leaves the log to `_unexpected`, which writes an error with its reference."""

    def log_exception(self, exc_info: object) -> None:
        """Write nothing."""


def _unexpected(error: InternalServerError) -> Response | tuple[Markup, int]:
    cause = error.original_exception
    # the page that was to say why something was refused needs the store too
    trouble = cause if isinstance(cause, StoreUnavailable) else disk_error(cause)
    if trouble is not None:
        return _store_away(trouble)
    reference = g.request_id
    _LOG.error("reference %s: %s %r", reference, request.method, request.path, exc_info=cause or error)
    return _bare_page(SURPRISE, reference=reference), 500


def _store_away(error: StoreUnavailable) -> Response:
    response = make_response("")
    store_away(response, error)
    return response


def _words() -> Words:
    return current_request("/").words


def _bare_page(message: str, **values: object) -> Markup:
    words = _words()
    page = Markup(
        '<!DOCTYPE html>\n<html lang="{0}"><meta name="viewport" content="width=device-width">'
        "<title>Bukhara Monitor</title>"
        '<body style="font:18px/1.5 sans-serif;max-width:36em;margin:12vh auto;padding:0 16px">'
        '<p>{1}</p><p><a href="{3}">{2}</a></p></html>\n'
    )
    return page.format(
        words.language, words(message, **values), words("Overview"), address_of("/", lang=words.language)
    )
