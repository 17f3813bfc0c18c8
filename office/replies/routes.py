"""Replies of states: the page of a commission, the list of those who publish, and their forms."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from bukhara.access import Action
from bukhara.charts.act_words import act_text
from bukhara.errors import Refused
from bukhara.i18n.act_answers import SAID, sentence
from bukhara.i18n.replies import OFFERED
from bukhara.model.codes import Kind
from bukhara.model.draft import Draft
from bukhara.model.languages import LANGUAGES, language_of
from bukhara.model.messages import N_
from bukhara.model.observation import BREAKDOWNS
from bukhara.model.release import Snapshot
from bukhara.model.round import Reply, ReplyKind
from bukhara.model.statement import STEP, Statement
from bukhara.progress.seen_content import replied_figure, seen_content
from bukhara.service.drafts.entered import letter_day
from bukhara.service.rounds.replies import ReplyWords
from bukhara.situation import steps
from bukhara.situation.replies import objections
from bukhara.views.rounds import replies
from bukhara.views.rounds.asked_figure import ASKED
from office.forms import read, sent
from office.names import state_bodies
from office.page import missing_page, office, office_page
from office.replies.forms import ConfirmForm, KeepForm, LetterForm, PublishForm, ReplyForm, TakeBackForm
from web.components.replies import subject_of_reply
from web.permissions import requires
from web.redirects import form_action
from web.request import REPLY_PATH, PageRequest, actor, current_request
from web.templating import render

PUBLISHING_PATH = "/replies"
CORRECTED = ("country", "indicator", "unit", "counting_unit", *ASKED, *BREAKDOWNS, "period_start", "period_end")
"""What is known of a figure that is entered anew."""
LETTER = ("lang", "body", "document_number", "given_on")
KEPT = N_("Saved. The secretariat will publish it word for word.")
TAKEN_BACK = N_("Taken back.")


def _theme() -> str:
    return f"#{quote(sent(TakeBackForm).item.data)}"


@office.get(REPLY_PATH)
@requires(Action.REPLY)
def reply_page() -> str:
    """Show the page of the commission's state with a form beside each item."""
    page_request = current_request()
    words, country = page_request.words, actor().country
    name = page_request.snapshot.framework.country(country).short
    return office_page(
        page_request,
        _own_page(page_request),
        title=words("Reply: {country}", country=words.text(name)),
        lead=words("Confirm, comment, correct or object, in your own words."),
        dated=True,
    )


@office.get("/reply/figure/<observation_id>")
@requires(Action.REPLY)
def reply_to_figure(observation_id: str) -> str | tuple[str, int]:
    """Show a figure of the commission's state with a form to reply to it, and the way to correct it by a letter."""
    page_request = current_request()
    words, snapshot, country = page_request.words, page_request.snapshot, actor().country
    figure = replied_figure(snapshot, observation_id)
    if figure is None or figure.country != country:
        return missing_page(page_request)
    offered = {kind: text for kind, text in OFFERED.items() if kind is not ReplyKind.ITEM_OBJECTION}
    section = render(
        page_request,
        "replies/figure.html",
        figure=figure,
        seen=seen_content(snapshot, country, observation_id),
        form=ReplyForm(data=_newest_letter(page_request, page_request.service.replies.pending(actor(), country))),
        kinds=[(kind, words(text)) for kind, text in offered.items()],
        known={column: given for column in CORRECTED if (given := getattr(figure, column))},
        own_language=language_of(page_request.words.language).code,
        tongues=[(each.code, each.own_name) for each in LANGUAGES.values()],
        bodies=state_bodies(snapshot.framework, country),
    )
    name, _ = subject_of_reply(page_request, country, observation_id)
    crumbs = ((words("Replies"), REPLY_PATH),)
    return office_page(page_request, section, title=words("Reply to a figure"), lead=name, crumbs=crumbs)


@office.post("/reply/give")
@requires(Action.REPLY)
@form_action(REPLY_PATH, _theme)
def give_reply(page_request: PageRequest) -> str:
    """Keep a reply about one item."""
    form = read(ReplyForm)
    letter, (_, reviewed) = _letter(form, form.kind.data), _sent_for_review(page_request)
    seen = {form.item.data: form.seen.data}
    page_request.service.replies.give(actor(), seen, letter, indicator=form.indicator.data, reviewed=reviewed)
    return page_request.words(KEPT)


@office.post("/reply/confirm")
@requires(Action.REPLY)
@form_action(REPLY_PATH)
def confirm_items(page_request: PageRequest) -> str:
    """Keep a confirmation of every item that is ticked."""
    form = read(ConfirmForm)
    seen = {item: seen for item, _, seen in (each.partition(" ") for each in form.item.data)}
    letter = _letter(form, ReplyKind.CONFIRMATION)
    page_request.service.replies.give(actor(), seen, letter)
    return page_request.words(KEPT)


@office.post("/reply/take-back")
@requires(Action.REPLY)
@form_action(REPLY_PATH, _theme)
def take_back_reply(page_request: PageRequest) -> str:
    """Take back a reply that waits."""
    page_request.service.replies.take_back(actor(), read(TakeBackForm).reply.data)
    return page_request.words(TAKEN_BACK)


@office.get(PUBLISHING_PATH)
@requires(Action.PUBLISH)
def replies_page() -> str:
    """Show the replies that wait of each state, in the fixed order."""
    page_request = current_request()
    words, framework = page_request.words, page_request.service.framework()
    pending = ((c, page_request.service.replies.pending(actor(), c.code)) for c in framework.countries)
    waiting = tuple(pair for pair in pending if pair[1])
    open_objections = tuple(each for each in objections(page_request.snapshot) if each.is_open)
    return office_page(
        page_request,
        render(
            page_request,
            "replies/waiting.html",
            waiting=waiting,
            objections=open_objections,
            framework=framework,
            publishing=PublishForm(),
            keeping=KeepForm(),
        ),
        title=words("Replies of states"),
        lead=words("They are published as they were written, beside the status, with the same weight."),
        dated=True,
    )


@office.post("/replies/publish")
@requires(Action.PUBLISH)
@form_action(PUBLISHING_PATH)
def publish_replies(page_request: PageRequest) -> str:
    """Publish the replies of a state that wait."""
    form = read(PublishForm)
    release = page_request.service.replies.publish(actor(), form.country.data, form.note.data)
    return page_request.words("Published as release {release}.", release=release.number)


@office.post("/replies/keep")
@requires(Action.DECIDE)
@form_action(PUBLISHING_PATH)
def keep_coding(page_request: PageRequest) -> str:
    """Publish the reason why a coding is kept after an objection."""
    form = read(KeepForm)
    release = page_request.service.decisions.keep_coding(actor(), form.reply.data, form.reason.data)
    return page_request.words("Published as release {release}.", release=release.number)


def _sent_for_review(page_request: PageRequest) -> tuple[Draft | None, Snapshot | None]:
    """Return the newest workbook of the state that was sent for review, and what readers would see with it."""
    drafts = page_request.service.drafts
    draft = drafts.newest_sent(actor())
    return draft, drafts.preview(actor(), draft.draft_id) if draft else None


def _own_page(page_request: PageRequest) -> Markup:
    """Return what is public about a state, item by item, and what was sent for review, with a form beside each.

    The letter of the form is that of the newest reply that waits.
    """
    country, snapshot = actor().country, page_request.snapshot
    waiting = page_request.service.replies.pending(actor(), country)
    draft, reviewed = _sent_for_review(page_request)
    lines = replies.build(snapshot, country, waiting, reviewed)
    own = tuple(line for line in lines if line.now.status)
    board = page_request.service.rounds.seen_by(actor())
    return render(
        page_request,
        "replies/reply.html",
        draft=draft,
        preview=f"/countries/{country}",
        lines=own,
        others=tuple(line for line in lines if not line.now.status),
        course=next((line.course for line in board.lines if line.asked.sent), None) if board else None,
        open=tuple(line for line in own if not (line.waiting or line.published.newest)),
        waiting=waiting,
        about_figures=tuple(reply for reply in waiting if replied_figure(snapshot, reply.item)),
        form=ReplyForm(data=_newest_letter(page_request, waiting)),
        confirming=ConfirmForm(),
        taking_back=TakeBackForm(),
        questions=page_request.service.questions.of(actor()),
        said=tuple(
            (each, {name: known for name in ("country", "indicator", "body", *STEP) if (known := getattr(each, name))})
            for each in steps.unconfirmed(reviewed or snapshot, country)
        ),
        act_text=partial(act_text, words=page_request.words),
        act_answers=partial(_act_answers, page_request),
        framework=snapshot.framework,
        own_language=language_of(page_request.words.language).code,
        tongues=[(each.code, each.own_name) for each in LANGUAGES.values()],
        bodies=state_bodies(snapshot.framework, country),
        today=page_request.service.now().date(),
    )


def _act_answers(page_request: PageRequest, act: Statement) -> list[tuple[str, dict[str, str]]]:
    """Return what a state may say of an act on file, each with what is then known of its answer."""
    words = page_request.words
    known = {"country": act.country, "indicator": act.indicator, "kind": Kind.IMPLEMENTATION, "act": act.evidence_id}
    in_force, not_in_force = (sentence(act.act_name, said, words.language, act.valid_until) for said in SAID)
    return [
        (words("In force"), {**known, "statement": in_force, "since": act.since}),
        (words("Not in force"), {**known, "statement": not_in_force}),
        (words("Other"), known),
    ]


def _newest_letter(page_request: PageRequest, waiting: Sequence[Reply]) -> dict[str, Any]:
    """Return the letter of the newest reply that waits; without one, the language of the reader and this day."""
    if waiting:
        return {name: getattr(waiting[-1], name) for name in LETTER}
    return {"lang": page_request.words.language, "given_on": page_request.service.now().date()}


def _letter(form: LetterForm, kind: str) -> ReplyWords:
    """Return the words of the state with the letter that they came in."""
    if kind not in set(ReplyKind):
        raise Refused(N_("Please choose confirm, comment, correct or object."))
    return ReplyWords(
        kind=ReplyKind(kind),
        words=form.words.data,
        lang=form.lang.data,
        translation=form.translation.data,
        body=form.body.data,
        document_number=form.document_number.data,
        given_on=letter_day(form.given_on.data),
    )
