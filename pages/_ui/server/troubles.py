"""What is answered where something went wrong: a sentence and a reference, never a path, a query or a value."""

from __future__ import annotations

import logging
import secrets
from typing import TYPE_CHECKING

from dash.exceptions import DependencyException
from flask import make_response, request
from markupsafe import Markup
from werkzeug.exceptions import InternalServerError

from bukhara.errors import StoreUnavailable
from bukhara.i18n.codes import N_
from bukhara.i18n.words import words_of

if TYPE_CHECKING:
    from flask import Flask, Response

SOON = "30"
_LOG = logging.getLogger(__name__)
SURPRISE = N_("Something went wrong here. Please tell the secretariat this reference: {reference}.")
NOWHERE = N_("Nothing stands at this address")
AWAY = N_("The record cannot be read at the moment. Please try again in a few minutes.")


def register(server: Flask) -> None:
    """Answer surprises and an absent store plainly; each is one record of the log."""
    server.log_exception = _told_below  # type: ignore[method-assign]
    server.register_error_handler(InternalServerError, _surprise)
    server.register_error_handler(DependencyException, lambda _: (_said(NOWHERE), 404))
    server.register_error_handler(StoreUnavailable, _away)


def _told_below(exc_info: object) -> None:
    """Leave the record to `_surprise`, which has the reference."""


def _surprise(error: InternalServerError) -> tuple[Markup, int]:
    reference, cause = secrets.token_hex(4), error.original_exception or error
    _LOG.error("reference %s: %s %r", reference, request.method, request.path, exc_info=cause)
    return _said(SURPRISE, reference=reference), 500


def _away(error: StoreUnavailable) -> Response:
    response = make_response("")
    tell_away(response, error)
    return response


def tell_away(response: Response, error: StoreUnavailable) -> None:
    """Turn an answer, whatever it was going to be, into the one that says that the store is away."""
    _LOG.error("the store is away", exc_info=error)
    for name in ("Content-Encoding", "Content-Disposition", "ETag", "Location"):
        response.headers.pop(name, None)
    response.status_code, response.mimetype = 503, "text/html"
    response.headers["Retry-After"] = SOON
    response.set_data(_said(AWAY))


def _said(message: str, **values: object) -> Markup:
    language = request.args.get("lang", "en")
    words = words_of(language if language in ("en", "ru") else "en")
    page = Markup('<!DOCTYPE html>\n<html lang="{}"><title>Bukhara Monitor</title><p>{}</p></html>\n')
    return page.format(words.language, words(message, **values))
