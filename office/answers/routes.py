"""One answer that came by letter or e-mail, entered by hand; from then on it is treated like a workbook."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from flask import flash, redirect, request
from werkzeug.wrappers import Response

from bukhara.access import Action
from bukhara.errors import Refused
from bukhara.i18n.codes import label
from bukhara.i18n.words import Words
from bukhara.model.codes import BodyKind, Kind, Qualifier, State, Status, WorkbookKind
from bukhara.model.framework import Body
from bukhara.service.drafts.typed_answer import FIGURE, typed_answer
from bukhara.views import asked_figure
from office.answers.context import USUAL, AnswerForm, FigureForm, MeasureForm, SentenceForm
from office.names import trackers
from office.page import office, office_page
from web.permissions import may, requires
from web.request import PageRequest, actor, current_request
from web.templating import render

PATH = "/upload/answer"
# The monitor alone says that something is withheld or not covered; and a letter that came is not awaited any more.
ANSWERS = (State.VALUE, State.NOT_APPLICABLE, State.NOT_AVAILABLE)
KINDS = (Kind.IMPLEMENTATION, Kind.CHALLENGE, Kind.NEED)
STATUSES = tuple(status for status in Status if status is not Status.NOT_ASKED)
EXACTNESS = (Qualifier.EXACT, Qualifier.ABOUT, Qualifier.MORE_THAN, Qualifier.AT_LEAST)
TONGUES = (("en", "English"), ("ru", "Русский"))


@office.get(PATH)
@requires(Action.UPLOAD)
def answer_page() -> str:
    """Show the form."""
    page_request = current_request()
    return _page(page_request, page_request.query, {})


@office.post(PATH)
@requires(Action.UPLOAD)
def enter_answer() -> Response | tuple[str, int]:
    """Take one answer in and redirect to its draft; else show the form again as it was filled in."""
    page_request, sent = current_request(PATH), request.form.to_dict()
    try:
        draft = page_request.service.drafts.answer(actor(), typed_answer(sent, page_request.service.framework()))
    except Refused as error:
        flash(page_request.words(error.reason), "trouble")
        return _page(page_request, sent, sent), 422
    return redirect(page_request.href(f"/upload/{draft.draft_id}"), 303)


def _page(page_request: PageRequest, given: Mapping[str, str], sent: Mapping[str, str]) -> str:
    """Show the form for a figure or for a sentence, as `given` says, with what was `sent` before."""
    words = page_request.words
    return office_page(
        page_request,
        render(page_request, _context(page_request, given, sent)),
        title=words("One answer by letter or e-mail"),
        lead=words("Its number and date become the source of the answer."),
        crumbs=((words("Upload"), "/upload"),),
    )


def _context(page_request: PageRequest, given: Mapping[str, str], sent: Mapping[str, str]) -> AnswerForm:
    words, framework = page_request.words, page_request.service.framework()
    places = tuple((p.code, words.text(p.short)) for p in trackers(framework) if may(Action.UPLOAD, p.code))
    bodies = tuple(body for body in framework.bodies if body.kind is BodyKind.STATE)
    if given.get("about") == FIGURE:
        return _figure_context(page_request, given, places, bodies)
    return SentenceForm(
        sent=sent,
        about="",
        places=places,
        bodies=bodies,
        items=tuple(item for item in framework.items if item.milestones),
        kinds=_named(words, KINDS),
        answer_states=_named(words, ANSWERS),
        statuses=_named(words, STATUSES),
        tongues=TONGUES,
    )


def _named(words: Words, codes: Iterable[StrEnum]) -> tuple[tuple[str, str], ...]:
    return tuple((code.value, label(words, code)) for code in codes)


def _figure_context(
    page_request: PageRequest, given: Mapping[str, str], places: tuple[tuple[str, str], ...], bodies: tuple[Body, ...]
) -> AnswerForm:
    words, snapshot = page_request.words, page_request.service.snapshot()
    asked = page_request.service.view(
        asked_figure.build, snapshot, given.get("indicator", ""), given.get("country", "")
    )
    if asked is None or not given.get("country"):
        # what others observe, a commission is not asked for
        others = may(Action.UPLOAD, WorkbookKind.STATISTICS)
        offered = (each for each in asked_figure.measures(snapshot) if each.series or others)
        measures = tuple((each.id, words.text(each.name)) for each in offered)
        return MeasureForm(sent=given, about=FIGURE, places=places, bodies=bodies, measures=measures)
    return FigureForm(
        sent=given,
        about=FIGURE,
        places=places,
        bodies=bodies,
        asked=asked,
        states=_named(words, State),
        exactness=_named(words, EXACTNESS),
        usual={**USUAL, **dict(asked.preset)},
    )
