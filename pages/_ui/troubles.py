"""What is answered where something went wrong: a sentence and a reference, never a path, a query or a value."""

from __future__ import annotations

import logging
import secrets
from typing import TYPE_CHECKING

from flask import request
from markupsafe import Markup
from werkzeug.exceptions import InternalServerError

from bukhara.errors import StoreUnavailable
from bukhara.i18n.codes import N_
from bukhara.i18n.words import words_of

if TYPE_CHECKING:
    from flask import Flask

_LOG = logging.getLogger(__name__)
SURPRISE = N_("Something went wrong here. Please tell the secretariat this reference: {reference}.")
AWAY = N_("The record cannot be read at the moment. Please try again in a few minutes.")


def register(server: Flask) -> None:
    """Answer surprises and an absent store plainly."""
    server.register_error_handler(InternalServerError, _surprise)
    server.register_error_handler(StoreUnavailable, _away)


def _surprise(_error: InternalServerError) -> tuple[Markup, int]:
    reference = secrets.token_hex(4)
    _LOG.error("reference %s: %s %s", reference, request.method, request.path)
    return _said(SURPRISE, reference=reference), 500


def _away(_error: StoreUnavailable) -> tuple[Markup, int]:
    _LOG.error("the store is away", exc_info=_error)
    return _said(AWAY), 503


def _said(message: str, **values: object) -> Markup:
    language = request.args.get("lang", "en")
    words = words_of(language if language in ("en", "ru") else "en")
    page = Markup('<!DOCTYPE html>\n<html lang="{}"><title>Bukhara Monitor</title><p>{}</p></html>\n')
    return page.format(words.language, words(message, **values))
