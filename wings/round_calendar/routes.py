"""The days of a round as a calendar (iCalendar, RFC 5545): its file, and the link to it on pages of the core."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from flask import Response, abort
from markupsafe import Markup

from bukhara.access import Action
from bukhara.model.round import RoundStep
from bukhara.views.rounds.board import RoundLine
from office.page import office
from web.addresses import url_of
from web.downloads import attachment
from web.permissions import requires
from web.request import PageRequest, actor, current_request
from web.templating import render


def days_link(page_request: PageRequest, round_id: str) -> Markup:
    """Return the link to the calendar of a round."""
    return render(page_request, "round_calendar/link.html", round_id=round_id)


@office.get("/rounds/<round_id>.ics")
@requires(Action.CALENDAR, is_file=True)
def round_calendar(round_id: str) -> Response:
    """Send the days of a round as a calendar: of all states that were asked, or of the state of a commission."""
    page_request = current_request("/rounds")
    words, service = page_request.words, page_request.service
    board = service.rounds.seen_by(actor(), round_id)
    if board is None:
        abort(404)
    host, title = urlsplit(service.settings.address).hostname, words.text(board.round.title)
    days = [
        (
            f"{round_id}-{line.country.code}-{step}@{host}",
            day,
            f"{title}, {words.text(line.country.short)}: {words(step.message, day=words.date(day))}",
        )
        for line in board.lines
        for step, day in _days_of(line)
    ]
    page = f"/rounds/{round_id}" if len(board.lines) > 1 else "/upload"
    content = _to_ics(days, address=url_of(page_request.href(page)), made_at=service.now())
    return attachment(content, f"{round_id}.ics", "text/calendar")


def _days_of(line: RoundLine) -> list[tuple[RoundStep, date]]:
    """Return the days of a state: of its stages, or of its answer alone."""
    only_answer = [(RoundStep.ANSWERS, line.asked.due)] if line.asked.due else []
    return [(each.step, each.day) for each in line.steps] or only_answer


def _to_ics(days: Iterable[tuple[str, date, str]], *, address: str, made_at: datetime) -> bytes:
    """Return a calendar of whole days, each given by its id, itself and its text; `address` is where they lead."""
    from icalendar import TRANSP, Calendar, Event  # noqa: PLC0415 - takes time to load

    calendar = Calendar({"version": "2.0", "prodid": "-//Bukhara Monitor//EN"})
    for uid, day, text in days:
        event = Event.new(
            uid=uid,
            stamp=made_at,
            start=day,
            end=day + timedelta(days=1),
            summary=text,
            url=address,
            transparency=TRANSP.TRANSPARENT,
        )
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
