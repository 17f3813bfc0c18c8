"""One answer that came by letter or e-mail, entered by hand; it goes the way of a workbook."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from dash import register_page
from flask import flash, redirect, request

from bukhara.access import Action
from bukhara.errors import Refused
from bukhara.i18n.codes import N_
from bukhara.model.answer import Answer
from bukhara.model.codes import BodyKind, Kind, State, Status, WorkbookKind
from bukhara.service.drafts.answering import NO_PLACE
from bukhara.service.drafts.typed_figure import typed_figure
from pages._ui.doors.figure_answer import FIGURE, figure_form, figure_voices
from pages._ui.doors.registry import door
from pages._ui.parts.actor import actor
from pages._ui.parts.document import plain_document
from pages._ui.parts.page import Page
from pages._ui.parts.reader import Reader, reader_of
from pages._ui.parts.shell import layout_of
from pages._ui.parts.templates import render
from pages._ui.voices.desk_voices import may, trackers

if TYPE_CHECKING:
    from werkzeug.wrappers import Response

    from bukhara.model.framework import Country, Framework

PATH = "/upload/answer"
NO_DATE = N_("Please give the date of the letter, like 2026-11-24.")
NO_QUESTION = N_("Please choose the question that was answered.")
NO_MEASURE = N_("Please choose what the figure counts.")
# withheld and not covered are said by the monitor, never by a state; a letter that came is no answer awaited
ANSWERS = (State.VALUE, State.NOT_APPLICABLE, State.NOT_AVAILABLE)
KINDS = (Kind.IMPLEMENTATION, Kind.CHALLENGE, Kind.NEED)
STATUSES = tuple(status for status in Status if status is not Status.NOT_ASKED)
TONGUES = (("en", "English"), ("ru", "Русский"))


def content(reader: Reader, sent: Mapping[str, str] | None = None) -> Page:
    """Show the form, filled with what was sent before where something in it needs a second look."""
    words, framework = reader.words, reader.service.framework()
    given = reader.query if sent is None else sent
    figures = may(Action.UPLOAD, WorkbookKind.STATISTICS)
    is_figure = figures and given.get("about") == FIGURE
    return Page(
        title=words("One answer by letter or e-mail"),
        lead=words("Its number and date become the source of the answer."),
        crumbs=((words("Upload"), "/upload"),),
        blocks=(
            render(
                reader,
                figure_form(reader, given) if is_figure else "upload_answer.html",
                sent=given if is_figure else sent or {},
                about=FIGURE if is_figure else "",
                figures=figures,
                places=[(p.code, words.text(p.short)) for p in _places(framework)],
                items=[item for item in framework.items if item.milestones],
                kinds=KINDS,
                answer_states=ANSWERS,
                statuses=STATUSES,
                tongues=TONGUES,
                bodies=[body for body in framework.bodies if body.kind is BodyKind.STATE],
                **(figure_voices(reader, given) if is_figure else {}),
            ),
        ),
        private=True,
    )


@door(PATH, Action.UPLOAD)
def enter() -> Response | tuple[str, int]:
    """Take one answer in and lead to its draft; else give the form back as it was filled."""
    reader, sent = reader_of(PATH, request.args.to_dict()), request.form.to_dict()
    make = _figure if sent.get("about") == FIGURE else _statement
    try:
        draft = reader.service.desk.answer(actor(), make(sent, reader.service.framework()))
    except Refused as error:
        flash(reader.words(error.reason), "trouble")
        return plain_document(reader, content(reader, sent)), 422
    return redirect(reader.href(f"/upload/{draft.draft_id}"), 303)


def _places(framework: Framework) -> list[Country]:
    return [place for place in trackers(framework) if may(Action.UPLOAD, place.code)]


def _figure(sent: Mapping[str, str], framework: Framework) -> Answer:
    if sent.get("country") not in {place.code for place in trackers(framework)}:
        raise Refused(NO_PLACE)
    if sent.get("indicator") not in {measure.id for measure in framework.measures}:
        raise Refused(NO_MEASURE)
    return _answer(sent, figure=typed_figure(sent))


def _statement(sent: Mapping[str, str], framework: Framework) -> Answer:
    indicator = sent.get("indicator", "")
    item = next((i for i in framework.items if indicator in {each.id for each in i.milestones}), None)
    if item is None:
        raise Refused(NO_QUESTION)
    return _answer(
        sent,
        item=item.id,
        indicator=indicator,
        kind=sent.get("kind", ""),
        state=sent.get("state", ""),
        status=sent.get("status", ""),
        since=sent.get("since", "").strip(),
        statement=sent.get("statement", "").strip(),
        lang=sent.get("lang", "en"),
        revision_reason=sent.get("revision_reason", "").strip(),
    )


def _answer(sent: Mapping[str, str], **said: Any) -> Answer:
    return Answer(
        country=sent.get("country", ""),
        body=sent.get("body", "").strip(),
        document_number=sent.get("document_number", "").strip(),
        date=_date(sent.get("date", "")),
        **said,
    )


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise Refused(NO_DATE) from error


register_page(__name__, path=PATH, name="One answer", content=content, permission=Action.UPLOAD)
layout = layout_of(PATH)
