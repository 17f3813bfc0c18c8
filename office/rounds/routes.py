"""Rounds: the list, the board of one round, and its forms: opened, sent, dated, noted, closed."""

from datetime import timedelta
from typing import Any

from flask import Response, abort
from werkzeug.wrappers import Response as Redirect

from bukhara.access import Action
from bukhara.errors import Refused
from bukhara.model.messages import N_
from bukhara.model.release import Release
from bukhara.model.round import RoundStage
from bukhara.model.text import Text
from bukhara.service.drafts.drafts import Drafts
from bukhara.service.drafts.entered import day_in
from bukhara.service.rounds.rounds import DAYS, fingerprint, noted_days
from bukhara.wing import wing_notes
from office.forms import CloseForm, read
from office.names import state_bodies
from office.page import missing_page, office, office_page
from office.rounds.forms import CHOSEN, NoteForm, OpenForm, SendForm
from web.downloads import XLSX, attachment
from web.paging import paged
from web.permissions import requires
from web.redirects import form_action, see_other
from web.request import PageRequest, actor, current_request
from web.templating import render

PATH, BOARD = "/rounds", "/rounds/{round_id}"
ROUNDS_A_PAGE = 10
OPENED = N_("The round is open. Nobody is asked yet.")
NOTED = N_("Noted.")
CLOSED = N_("The round is closed.")


@office.get(PATH)
@requires(Action.ROUNDS)
def rounds_page() -> str:
    """Show the rounds, newest first."""
    page_request = current_request()
    words, framework = page_request.words, page_request.service.current_framework()
    boards, turn = paged(page_request, page_request.service.rounds.rounds(actor()), size=ROUNDS_A_PAGE)
    shown = render(
        page_request,
        "rounds/list.html",
        boards=boards,
        turn=turn,
        pillars=tuple((p, tuple(i for i in framework.items if i.pillar == p.id)) for p in framework.pillars),
        whole=len(framework.items),
        form=OpenForm(),
        languages=page_request.service.languages,
    )
    lead = words("Who was asked what, when, and what came back.")
    return office_page(page_request, shown, title=words("Rounds"), lead=lead)


@office.post(f"{PATH}/open")
@requires(Action.EDIT_ROUNDS)
@form_action(PATH)
def open_round(page_request: PageRequest) -> Redirect:
    """Open a round and redirect to its board."""
    form = read(OpenForm)
    chosen, names = form.scope.data == CHOSEN, form.names(page_request.service.languages)
    title = Text.of(form.title.data, **{code: field.data for code, field in names.items()})
    items = form.item.data if chosen else ()
    opened = page_request.service.rounds.open(actor(), title, items, chosen=chosen, days=form.days())
    return see_other(page_request.href(f"{PATH}/{opened}"), page_request.words(OPENED))


@office.get(f"{PATH}/<round_id>")
@requires(Action.ROUNDS)
def round_page(round_id: str) -> str | tuple[str, int]:
    """Show the board of a round, or that it does not exist."""
    page_request = current_request()
    words, framework = page_request.words, page_request.service.framework()
    try:
        board = page_request.service.rounds.round(actor(), round_id)
    except Refused:
        return missing_page(page_request)
    today, length = page_request.service.now().date(), board.round.days.answers
    seen, due = {"seen": fingerprint(board)}, today + timedelta(days=length) if length else None
    shown = render(
        page_request,
        "rounds/board.html",
        board=board,
        closing=CloseForm(data={"closed": "no" if board.round.closed else "yes"}),
        notes={line.country.code: NoteForm(obj=line.asked, data=noted_days(line) | seen) for line in board.lines},
        unsent=tuple(each for each in board.lines if each.stage is RoundStage.NOT_SENT and not each.asked.due),
        bodies=state_bodies(framework),
        today=today,
        sending=SendForm(data={"sent": None if wing_notes("asking") else today, "due": due, **seen}),
    )
    return office_page(
        page_request,
        shown,
        title=words.text(board.round.title),
        lead=words("One row for each state, from the day of sending to the day of clearance."),
        crumbs=((words("Rounds"), PATH),),
    )


@office.post(f"{PATH}/<round_id>/send")
@requires(Action.EDIT_ROUNDS)
@form_action(BOARD)
def send_requests(page_request: PageRequest, round_id: str) -> str:
    """Ask the states that were chosen, or prepare the letters to them."""
    form = read(SendForm)
    sent, due, message = day_in(form.sent.data), day_in(form.due.data), dict(wing_notes("asked"))
    made = page_request.service.rounds.send(
        actor(), round_id, form.country.data, sent=sent, due=due, seen=form.seen.data
    )
    return _noted(page_request, made, next(iter(message), NOTED))


@office.post(f"{PATH}/<round_id>/mark")
@requires(Action.EDIT_ROUNDS)
@form_action(BOARD)
def mark_round(page_request: PageRequest, round_id: str) -> str:
    """Note the days of one state, who cleared its answer, whom to ask there, and anything else."""
    form = read(NoteForm)
    sent = {name: text for name, text in form.data.items() if form[name].raw_data}
    noted: dict[str, Any] = {"country": "", **sent, **{name: day_in(sent[name]) for name in DAYS if name in sent}}
    return _noted(page_request, page_request.service.rounds.mark(actor(), round_id, **noted))


@office.post(f"{PATH}/<round_id>/complete")
@requires(Action.REPLY)
@form_action("/upload")
def complete_round(page_request: PageRequest, round_id: str) -> str:
    """Note that a commission says that this is all, or that more will come."""
    page_request.service.rounds.say_complete(actor(), round_id, complete=read(CloseForm).closed.data != "no")
    return page_request.words(NOTED)


@office.post(f"{PATH}/<round_id>/close")
@requires(Action.EDIT_ROUNDS)
@form_action(BOARD)
def close_round(page_request: PageRequest, round_id: str) -> str:
    """Close a round, or open it again."""
    closed = read(CloseForm).closed.data != "no"
    made = page_request.service.rounds.close(actor(), round_id, closed=closed)
    return _noted(page_request, made, CLOSED if closed else N_("The round is open again."))


@office.get(f"{PATH}/<round_id>/<country>.xlsx")
@requires(Action.TEMPLATE, is_file=True)
def round_workbook(round_id: str, country: str) -> Response:
    """Send the workbook of a state for this round."""
    drafts, language = known(round_id, country)
    content = drafts.template(actor(), country, language, round_id=round_id)
    return attachment(content, f"{country}-{round_id}.xlsx", XLSX)


def known(round_id: str, country: str) -> tuple[Drafts, str]:
    """Return the drafts facade and the language; 404 where there is no such round or state."""
    page_request = current_request(PATH)
    known = {state.code for state in page_request.service.framework().countries}
    if country not in known or not page_request.service.rounds.find(round_id):
        abort(404)
    return page_request.service.drafts, page_request.words.language


def _noted(page_request: PageRequest, release: Release | None, message: str = NOTED) -> str:
    if release is None:
        return page_request.words(message)
    return page_request.words("Noted, and published as release {release}.", release=release.number)
