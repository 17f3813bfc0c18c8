"""The doors of rounds: opened, sent, noted, closed. Each leads back to its page and says what was done."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import quote

from flask import Response, abort, flash, redirect, request

from bukhara.access import Action
from bukhara.errors import Refused
from bukhara.i18n.codes import N_
from bukhara.views.board import Stage
from pages._ui.doors.registry import door, led_back
from pages._ui.parts.actor import actor
from pages._ui.parts.reader import reader_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkzeug.wrappers import Response as Redirect

    from bukhara.model.release import Release
    from bukhara.service.drafts.drafts import Drafts
    from bukhara.service.rounds.rounds import Noted, Rounds

PATH = "/rounds"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
STAGES = {
    Stage.NOT_SENT: N_("not sent yet"),
    Stage.SENT: N_("sent, answer awaited"),
    Stage.DUE: N_("answer awaited, its day has passed"),
    Stage.REMINDED: N_("reminded, answer awaited"),
    Stage.RECEIVED: N_("received, to be cleared"),
    Stage.CLEARED: N_("cleared"),
}
OPENED = N_("The round is open. Nobody is asked yet: send the requests, then mark them as sent.")
NOTED = N_("Noted.")
CLOSED = N_("The round is closed.")
REOPENED = N_("The round is open again.")
NO_DAY = N_("Please give a day like 2027-03-01.")
NO_CHOICE = N_("Please choose the themes, or ask for all.")


@door("/rounds/open", Action.EDIT_ROUNDS)
def opened() -> Redirect:
    """Open a round and lead to its board."""
    reader, sent = reader_of(PATH, request.args.to_dict()), request.form
    try:
        made = reader.service.rounds.open(actor(), sent.get("title", ""), sent.get("title_ru", ""), _chosen())
    except Refused as conflict:
        flash(reader.words(conflict.reason), "trouble")
        return redirect(reader.href(PATH), 303)
    flash(reader.words(OPENED), "done")
    return redirect(reader.href(f"{PATH}/{made}"), 303)


@door("/rounds/<round_id>/send", Action.EDIT_ROUNDS)
def sent(round_id: str) -> Redirect:
    """Mark the request as sent to the states that are ticked."""
    countries = request.form.getlist("country")

    def send(rounds: Rounds) -> Release | None:
        day = _day("sent")
        if day is None:
            raise Refused(NO_DAY)
        return rounds.send(actor(), round_id, countries, sent=day, due=_day("due"))

    return _done(round_id, send)


@door("/rounds/<round_id>/mark", Action.EDIT_ROUNDS)
def marked(round_id: str) -> Redirect:
    """Note what became of the round in one state."""
    country = request.form.get("country", "")
    return _done(round_id, lambda rounds: rounds.mark(actor(), round_id, country, **_noted()))


@door("/rounds/<round_id>/close", Action.EDIT_ROUNDS)
def closed(round_id: str) -> Redirect:
    """Close a round, or open it again."""
    wanted = request.form.get("closed") != "no"
    told = CLOSED if wanted else REOPENED
    return _done(round_id, lambda rounds: rounds.close(actor(), round_id, closed=wanted), told)


@door("/rounds/<round_id>/<country>.xlsx", Action.TEMPLATE, method="GET")
def workbook(round_id: str, country: str) -> Response:
    """Hand out the workbook of a state for this round."""
    desk, language = _asked_for(round_id, country)
    return _file(desk.template(actor(), country, language, round_id=round_id), f"{country}-{round_id}.xlsx", XLSX)


@door("/rounds/<round_id>/<country>.docx", Action.TEMPLATE, method="GET")
def word_form(round_id: str, country: str) -> Response:
    """Hand out the same questions as a Word form."""
    desk, language = _asked_for(round_id, country)
    return _file(desk.word_form(actor(), country, language, round_id=round_id), f"{country}-{round_id}.docx", DOCX)


def _asked_for(round_id: str, country: str) -> tuple[Drafts, str]:
    reader = reader_of(PATH, request.args.to_dict())
    known = {state.code for state in reader.service.framework().countries}
    if country not in known or not reader.service.rounds.known(round_id):
        abort(404)
    return reader.service.desk, reader.words.language


def _file(content: bytes, name: str, media_type: str) -> Response:
    answer = Response(content, content_type=media_type)
    answer.headers.set("Content-Disposition", "attachment", filename=name)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _done(round_id: str, do: Callable[[Rounds], Release | None], told: str = "") -> Redirect:
    place = f"{PATH}/{quote(round_id, safe='')}"
    reader = reader_of(place, request.args.to_dict())

    def done() -> str:
        release = do(reader.service.rounds)
        if release is None:
            return reader.words(told or NOTED)
        return reader.words("Noted, and published as release {release}.", release=release.number)

    return led_back(reader, reader.href(place), done)


def _noted() -> Noted:
    given = request.form
    return {
        "sent": _day("sent"),
        "due": _day("due"),
        "reminded": _day("reminded"),
        "received": _day("received"),
        "cleared": _day("cleared"),
        "cleared_by": given.get("cleared_by", ""),
        "contact": given.get("contact", ""),
        "note": given.get("note", ""),
    }


def _chosen() -> list[str]:
    """Return the themes that were ticked, none for all."""
    items = request.form.getlist("item")
    if request.form.get("scope") != "chosen":
        return []
    if not items:
        raise Refused(NO_CHOICE)
    return items


def _day(name: str) -> date | None:
    text = request.form.get(name, "").strip()
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise Refused(NO_DAY) from error
