"""The letters of a round to one state, a request and a reminder: on a page, and as files with the workbook."""

from datetime import date

from flask import Response, abort, request

from bukhara.access import Action
from bukhara.i18n.words import Words, words_of
from bukhara.model.messages import N_
from bukhara.views.board import Board, RoundLine, Stage
from office.letters import EML, Letter, eml, languages, mail_address
from office.page import office, office_page
from web.addresses import url_of
from web.downloads import XLSX, attachment
from web.permissions import requires
from web.request import PageRequest, actor, current_request
from web.templating import render

WAITING = (Stage.SENT, Stage.DUE, Stage.REMINDED)
"""Asked, and no answer has come."""
REQUEST = (
    N_("{round}: answers of {state} by {due}"),
    N_(
        "Dear colleagues,\n\n"
        "for “{round}” we ask {state} for its answers. The attached workbook has the questions and the last accepted "
        "answers. Please fill it in and send it back by {due}: in reply to this letter, or at {address}.\n\n"
        "From the day of this letter on, what is not answered reads “{status}” on the page of {state}."
    ),
)
REMINDER = (
    N_("{round}: answers of {state}, reminder"),
    N_(
        "Dear colleagues,\n\n"
        "on {sent} we asked {state} for its answers to “{round}”, by {due}. No answer has reached us. Please send the "
        "attached workbook back, in reply to this letter or at {address}, or write to us if you need more time."
    ),
)


@office.get("/rounds/<round_id>/<country>/letter")
@requires(Action.EDIT_ROUNDS)
def letter_page(round_id: str, country: str) -> str:
    """Show the letter to a state in each language: the request, or a reminder where it was sent."""
    page_request = current_request()
    words = page_request.words
    board, line = _line(page_request, round_id, country)
    letters = [_letter(page_request, each, board, line) for each in languages(page_request)]
    file, due = f"{page_request.path}.eml", request.args.get("due", "")
    files = {letter.lang: page_request.href(file, due=due, lang=letter.lang) for letter in letters}
    return office_page(
        page_request,
        render(page_request, "rounds/letter.html", letters=letters, files=files),
        title=words("Letter to {state}", state=words.text(line.country.short)),
        lead=words("This page sends nothing: send the letter from your own mailbox, then note the day on the board."),
        crumbs=((words("Rounds"), "/rounds"), (words.text(board.round.title), f"/rounds/{round_id}")),
    )


@office.get("/rounds/<round_id>/<country>/letter.eml")
@requires(Action.EDIT_ROUNDS, is_file=True)
def letter_file(round_id: str, country: str) -> Response:
    """Send the letter with the workbook of the state in one language."""
    page_request = current_request("/rounds")
    language = page_request.words.language
    board, line = _line(page_request, round_id, country)
    content = page_request.service.drafts.template(actor(), country, language, round_id=round_id)
    letter = _letter(page_request, words_of(language), board, line)
    name = f"{country}-{round_id}"
    return attachment(eml(letter, content, f"{name}.xlsx", XLSX), f"{name}.eml", EML)


def _line(page_request: PageRequest, round_id: str, country: str) -> tuple[Board, RoundLine]:
    """Return a round and the line of a state in it that can be written to; 404 without one."""
    if not page_request.service.rounds.known(round_id):
        abort(404)
    board = page_request.service.rounds.round(actor(), round_id)
    line = next((line for line in board.lines if line.country.code == country), None)
    if line is None or board.round.closed or line.stage not in (Stage.NOT_SENT, *WAITING):
        abort(404)
    return board, line


def _letter(page_request: PageRequest, words: Words, board: Board, line: RoundLine) -> Letter:
    subject, body = REMINDER if line.stage in WAITING else REQUEST
    values = {
        "round": words.text(board.round.title),
        "state": words.text(line.country.short),
        "address": url_of(page_request.href("/upload", lang=words.language)),
        "sent": words.date(line.asked.sent) if line.asked.sent else "",
        "due": words.date(_due(line)),
        "status": words("requested, no answer yet"),
    }
    to = mail_address(line.asked.contact)
    return Letter(lang=words.language, subject=words(subject, **values), body=words(body, **values), to=to)


def _due(line: RoundLine) -> date:
    """Return the day of answer: as noted, or of a request that is still to be sent, as the address says."""
    try:
        return line.asked.due or date.fromisoformat(request.args.get("due", ""))
    except ValueError:
        abort(404)
