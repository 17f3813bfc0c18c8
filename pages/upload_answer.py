"""One answer that came by letter or e-mail, entered by hand; it goes the way of a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from dash import register_page
from flask import flash, redirect, request

from bukhara.access import Action
from bukhara.errors import DraftConflict
from bukhara.i18n.codes import N_
from bukhara.model.answer import Answer
from bukhara.model.codes import BodyKind, Kind, State, Status
from pages._ui.actor import actor
from pages._ui.desk_voices import may, trackers
from pages._ui.document import plain_document
from pages._ui.doors import door
from pages._ui.page import Page
from pages._ui.reader import Reader, reader_of
from pages._ui.shell import layout_of
from pages._ui.templates import render

if TYPE_CHECKING:
    from werkzeug.wrappers import Response

    from bukhara.model.framework import Country, Framework

PATH = "/upload/answer"
NO_DATE = N_("Please give the date of the letter, like 2026-11-24.")
NO_QUESTION = N_("Please choose the question that was answered.")
# withheld and not covered are said by the monitor, never by a state
ANSWERS = tuple(state for state in State if state not in (State.SUPPRESSED, State.NOT_ASKED))
KINDS = (Kind.IMPLEMENTATION, Kind.CHALLENGE, Kind.NEED)
STATUSES = tuple(status for status in Status if status is not Status.NOT_ASKED)
TONGUES = (("en", "English"), ("ru", "Русский"))


def content(reader: Reader, sent: Mapping[str, str] | None = None) -> Page:
    """Show the form, filled with what was sent before where something in it needs a second look."""
    words, framework = reader.words, reader.service.framework()
    return Page(
        title=words("One answer by letter or e-mail"),
        lead=words("Its number and date become the source of the answer."),
        crumbs=((words("Upload"), "/upload"),),
        blocks=(
            render(
                reader,
                "upload_answer.html",
                sent=sent or {},
                places=[(p.code, words.text(p.short)) for p in _places(framework)],
                items=[item for item in framework.items if item.milestones],
                kinds=KINDS,
                answer_states=ANSWERS,
                statuses=STATUSES,
                tongues=TONGUES,
                bodies=[body for body in framework.bodies if body.kind is BodyKind.STATE],
            ),
        ),
        private=True,
    )


@door(PATH, Action.UPLOAD)
def enter() -> Response | tuple[str, int]:
    """Take one answer in and lead to its draft; else give the form back as it was filled."""
    reader, sent = reader_of(PATH, request.args.to_dict()), request.form.to_dict()
    try:
        draft = reader.service.desk.answer(actor(), _answer(sent, reader.service.framework()))
    except DraftConflict as error:
        flash(reader.words(error.reason), "trouble")
        return plain_document(reader, content(reader, sent)), 422
    return redirect(reader.href(f"/upload/{draft.draft_id}"), 303)


def _places(framework: Framework) -> list[Country]:
    return [place for place in trackers(framework) if may(Action.UPLOAD, place.code)]


def _answer(sent: Mapping[str, str], framework: Framework) -> Answer:
    indicator = sent.get("indicator", "")
    item = next((i for i in framework.items if indicator in {each.id for each in i.milestones}), None)
    if item is None:
        raise DraftConflict(NO_QUESTION)
    return Answer(
        country=sent.get("country", ""),
        item=item.id,
        indicator=indicator,
        kind=sent.get("kind", ""),
        state=sent.get("state", ""),
        status=sent.get("status", ""),
        since=sent.get("since", "").strip(),
        statement=sent.get("statement", "").strip(),
        lang=sent.get("lang", "en"),
        body=sent.get("body", "").strip(),
        revision_reason=sent.get("revision_reason", "").strip(),
        document_number=sent.get("document_number", "").strip(),
        date=_date(sent.get("date", "")),
    )


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise DraftConflict(NO_DATE) from error


register_page(__name__, path=PATH, name="One answer", content=content, permission=Action.UPLOAD)
layout = layout_of(PATH)
