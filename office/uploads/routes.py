"""Workbooks out and in: the page, the templates to fill in, a file sent, followed, cancelled."""

from contextlib import nullcontext

from flask import Flask, Response, abort, flash, jsonify, request
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as Redirect

from bukhara.access import Action
from bukhara.errors import Refused
from bukhara.service.drafts import uploads
from bukhara.service.drafts.file_check import FileCheck, file_check
from office.drop import UploadForm, upload_form
from office.forms import CloseForm, sent
from office.names import CLOSED, WORKBOOKS, subject_names, trackers
from office.page import office, office_page
from web.document import document
from web.downloads import XLSX, attachment
from web.error_pages import refused
from web.forms import whole_number
from web.paging import paged
from web.permissions import may, requires
from web.redirects import see_other
from web.request import actor, current_request, service
from web.templating import render

PATH = "/upload"
MEGABYTE, FORM_BYTES = 1024 * 1024, 64 * 1024


def register(server: Flask, limit_mb: int) -> None:
    """Refuse what is larger than a workbook may be before it is read; the rest of the form takes little."""
    server.config["MAX_CONTENT_LENGTH"] = limit_mb * MEGABYTE + FORM_BYTES
    server.register_error_handler(413, _too_large)


@office.get(PATH)
@requires(Action.UPLOAD)
def upload_page() -> str:
    """Show the workbooks and the form side by side, and the drafts that this account may see."""
    page_request = current_request()
    words, country = page_request.words, actor().country
    drafts, settings = page_request.service.drafts.drafts(actor()), page_request.service.settings
    waiting, open_turn = paged(page_request, [draft for draft in drafts if draft.state not in CLOSED])
    closed, closed_turn = paged(page_request, [draft for draft in drafts if draft.state in CLOSED], name="closed")
    shown = render(
        page_request,
        "uploads/upload.html",
        subjects=tuple(pair for pair in subject_names(page_request).items() if may(Action.TEMPLATE, pair[0])),
        round=page_request.service.rounds.seen_by(actor()) if country else None,
        completing=CloseForm(),
        open=waiting,
        open_turn=open_turn,
        closed=closed,
        closed_turn=closed_turn,
        draft_days=settings.draft_days,
        limit_mb=settings.max_upload_mb,
        upload=upload_form(),
    )
    lead = words("Download the workbook, fill it in, send it back, check what would change.")
    return office_page(page_request, shown, title=words("Upload"), lead=lead)


@office.post(PATH)
@requires(Action.UPLOAD)
def send_workbook() -> Redirect | tuple[Response, int]:
    """Take a workbook in and redirect to its draft, or back to the form with what is wrong with it."""
    page_request, form = current_request(PATH), sent(UploadForm)
    try:
        draft_id = _receive(form)
    except Refused as error:
        reason = page_request.why(error)
        cell = error.values.get("cell")
        page = f"{PATH}/{form.from_draft.data}" if whole_number(form.from_draft.data, digits=9) else PATH
        return _answer(page_request.href(page), 409, f"{cell}: {reason}" if cell else reason)
    return _answer(page_request.href(f"{PATH}/{draft_id}"), 200)


@office.get(f"{PATH}/progress/<key>")
@requires(Action.UPLOAD, is_file=True)
def upload_progress(key: str) -> Response:
    """Answer how many rows were read; null where no check is under way."""
    found = _check(key)
    return jsonify(rows=found.rows() if found else None)


@office.post(f"{PATH}/cancel/<key>")
@requires(Action.UPLOAD)
def cancel_upload(key: str) -> Response:
    """Ask a check to stop."""
    found = _check(key)
    if found:
        found.stop()
    return jsonify(stopping=found is not None)


@office.get(f"{PATH}/template/<subject>.xlsx")
@requires(Action.TEMPLATE, is_file=True)
def template_file(subject: str) -> Response:
    """Send a workbook with the last accepted answers in it."""
    page_request = current_request(PATH)
    if subject not in {*WORKBOOKS, *(each.code for each in trackers(page_request.service.framework()))}:
        abort(404)
    language, body = page_request.words.language, page_request.query.get("body", "")
    content = page_request.service.drafts.template(actor(), subject, language, body=body)
    return attachment(content, f"{subject} {body}".strip() + ".xlsx", XLSX)


def _check(key: str) -> FileCheck | None:
    return file_check(service(), actor(), key)


def _receive(form: UploadForm) -> int:
    """Take a workbook in, in place of the draft from whose page it was sent, and say so."""
    form.check()
    file, check = form.workbook.data, _check(form.key.data)
    with check.followed() if check else nullcontext() as watch:
        made = service().drafts.receive(actor(), file.filename or "", file.stream.read(), watch=watch)
    gone = service().drafts.replace(actor(), whole_number(form.from_draft.data, digits=9) or 0, made)
    if gone:
        flash(
            current_request(PATH).words("{file} is withdrawn: this workbook takes its place.", file=gone.file_name),
            "done",
        )
    return made.draft_id


def _answer(address: str, status: int, message: str = "") -> Redirect | tuple[Response, int]:
    """Answer a script with the address and the message, a plain form with a redirect."""
    if _is_script():
        return jsonify(to="" if message else address, message=message), status
    return see_other(address, message, "trouble")


def _too_large(_error: RequestEntityTooLarge) -> tuple[Response | str, int]:
    page_request = current_request(PATH)
    if _is_script():
        return jsonify(to="", message=page_request.words(uploads.TOO_LARGE)), 413
    return document(page_request, refused(page_request, uploads.TOO_LARGE)), 413


def _is_script() -> bool:
    return request.accept_mimetypes.best == "application/json"
