"""The doors through which a workbook comes in: sent, followed, cancelled."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from flask import current_app, flash, jsonify, redirect, request

from bukhara.access import Action
from bukhara.errors import Refused
from bukhara.i18n.codes import N_
from bukhara.service.drafts import uploads
from pages._ui.doors.registry import door
from pages._ui.doors.upload_progress import progress_of
from pages._ui.parts.actor import actor
from pages._ui.parts.address import page_of
from pages._ui.parts.document import plain_document
from pages._ui.parts.reader import reader_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask
    from flask import Response as Answer
    from werkzeug.exceptions import RequestEntityTooLarge
    from werkzeug.wrappers import Response

    from bukhara.service import Service
    from pages._ui.doors.upload_progress import Progress

PATH = "/upload"
MEGABYTE, FORM_BYTES = 1024 * 1024, 64 * 1024
NO_FILE = N_("Please choose a workbook first.")


def register(server: Flask, limit_mb: int) -> None:
    """Refuse what is larger than a workbook may be before it is read; the rest of the form takes little."""
    server.config["MAX_CONTENT_LENGTH"] = limit_mb * MEGABYTE + FORM_BYTES
    server.register_error_handler(413, _too_large)


@door(PATH, Action.UPLOAD)
def send() -> Response | tuple[Answer, int]:
    """Take a workbook in and lead to its draft; what is wrong with the form is said where it stands."""
    reader = reader_of(PATH, request.args.to_dict())
    try:
        draft_id = _received()
    except Refused as error:
        return _answer(reader.href(_back()), reader.words(error.reason), "trouble", 409)
    return _answer(reader.href(f"{PATH}/{draft_id}"), "", "done", 200)


@door("/upload/progress/<key>", Action.UPLOAD, method="GET")
def progress(key: str) -> Answer:
    """Say how many rows were read; null where no check is under way."""
    found = progress_of(_service().settings.var_dir, actor().name, key)
    answer: Answer = jsonify(rows=found.rows() if found else None)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@door("/upload/cancel/<key>", Action.UPLOAD)
def cancel(key: str) -> Answer:
    """Ask a check to stop."""
    found = progress_of(_service().settings.var_dir, actor().name, key)
    if found:
        found.stop()
    answer: Answer = jsonify(stopping=found is not None)
    return answer


def _received() -> int:
    service, sent = _service(), request.files.get("workbook")
    if sent is None or not sent.filename:
        raise Refused(NO_FILE)
    found = progress_of(service.settings.var_dir, actor().name, request.form.get("key", ""))
    with _followed(found):
        draft = service.desk.receive(
            actor(),
            sent.filename,
            sent.stream.read(),
            progress=found.report if found else None,
            cancelled=found.stopped if found else None,
        )
    return draft.draft_id


@contextmanager
def _followed(progress: Progress | None) -> Iterator[None]:
    if progress is None:
        yield
        return
    progress.begin()
    try:
        yield
    finally:
        progress.end()


def _answer(to: str, said: str, kind: str, status: int) -> Response | tuple[Answer, int]:
    """Answer a script with where to go and what to say, a plain form by going there."""
    if _by_script():
        return jsonify(to="" if said else to, said=said), status
    if said:
        flash(said, kind)
    return redirect(to, 303)


def _back() -> str:
    """Return the page that the form stood on: a draft's own, where a corrected workbook is sent from it."""
    place = request.form.get("from", "")
    return f"{PATH}/{place}" if place.isascii() and place.isdigit() else PATH


def _too_large(_error: RequestEntityTooLarge) -> tuple[Answer | str, int]:
    reader = reader_of(PATH, request.args.to_dict())
    if _by_script():
        return jsonify(to="", said=reader.words(uploads.TOO_LARGE)), 413
    return plain_document(reader, page_of("pages.refused")(reader, uploads.TOO_LARGE)), 413


def _by_script() -> bool:
    return request.accept_mimetypes.best == "application/json"


def _service() -> Service:
    service: Service = current_app.config["SERVICE"]
    return service
