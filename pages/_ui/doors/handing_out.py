"""The doors through which files of the desk go out: templates, the marked workbook, the file as sent, receipts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, abort, request

from bukhara.access import Action
from pages._ui.doors.registry import door
from pages._ui.parts.actor import actor
from pages._ui.parts.reader import Reader, reader_of
from pages._ui.voices.desk_voices import WORKBOOKS, trackers

if TYPE_CHECKING:
    from bukhara.model.framework import Framework
    from bukhara.service.drafts.drafts import Drafts

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TYPES = {"xlsx": XLSX, "pdf": "application/pdf"}


@door("/upload/template/<subject>.xlsx", Action.TEMPLATE, method="GET")
def template(subject: str) -> Response:
    """Hand out a workbook with the last accepted answers in it."""
    reader = _reader()
    _refuse_unknown(subject, forms(reader.service.framework()) | frozenset(WORKBOOKS))
    made = _desk(reader).template(actor(), subject, reader.words.language)
    return _file(made, f"{subject}.xlsx", XLSX)


@door("/upload/form/<subject>.docx", Action.TEMPLATE, method="GET")
def word_form(subject: str) -> Response:
    """Hand out the same questions as a Word document."""
    reader = _reader()
    _refuse_unknown(subject, forms(reader.service.framework()))
    made = _desk(reader).word_form(actor(), subject, reader.words.language)
    return _file(made, f"{subject}.docx", DOCX)


@door("/upload/<int:draft>/marked.xlsx", Action.UPLOAD, method="GET")
def marked(draft: int) -> Response:
    """Hand out the workbook as it was sent, with its findings marked."""
    reader = _reader()
    made = _desk(reader).marked(actor(), draft, reader.words.language)
    return _file(made, _named(reader, draft, "marked"), XLSX)


@door("/upload/<int:draft>/file", Action.UPLOAD, method="GET")
def sent(draft: int) -> Response:
    """Hand out the file as it was sent."""
    reader = _reader()
    content = _desk(reader).file(actor(), draft)
    return _file(content, _desk(reader).draft(actor(), draft).file_name, "application/octet-stream")


@door("/upload/<int:draft>/receipt.<kind>", Action.UPLOAD, method="GET")
def receipt(draft: int, kind: str) -> Response:
    """Hand out what became of every cell."""
    if kind not in TYPES:
        abort(404)
    reader = _reader()
    made = _desk(reader).receipt(actor(), draft, kind, reader.words.language)
    return _file(made, f"receipt-{draft}.{kind}", TYPES[kind])


def forms(framework: Framework) -> frozenset[str]:
    """Return whose questions there are as a Word form: the states' and the region's."""
    return frozenset(place.code for place in trackers(framework))


def _reader() -> Reader:
    return reader_of("/upload", request.args.to_dict())


def _desk(reader: Reader) -> Drafts:
    return reader.service.desk


def _refuse_unknown(subject: str, known: frozenset[str]) -> None:
    if subject not in known:
        abort(404)


def _named(reader: Reader, draft: int, how: str) -> str:
    stem = _desk(reader).draft(actor(), draft).file_name.rsplit(".", 1)[0]
    return f"{stem}-{how}.xlsx"


def _file(content: bytes, name: str, media_type: str) -> Response:
    answer = Response(content, content_type=media_type)
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    answer.headers["Cache-Control"] = "no-store"
    return answer
