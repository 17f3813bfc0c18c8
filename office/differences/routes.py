"""Differences between sources: what is open, explained or decided, and a form beside each."""

from werkzeug.wrappers import Response

from bukhara.access import Action
from bukhara.model.difference import Difference
from office.differences.forms import DecideForm
from office.forms import read
from office.page import LOOK_AGAIN, office, office_page
from web.paging import page_number, paged
from web.permissions import requires
from web.redirects import see_other
from web.request import PageRequest, actor, current_request
from web.templating import render

PATH = "/differences"


@office.get(PATH)
@requires(Action.DECIDE)
def differences_page() -> str | tuple[str, dict[str, str]]:
    """Show every difference of the newest release with a form."""
    page_request = current_request()
    words, service = page_request.words, page_request.service
    framework = service.framework()
    is_ready = service.preparation.is_done(("newest", service.ready()), service.prepare)
    found = _in_order(page_request) if is_ready else ()
    shown, turn = paged(page_request, found)
    by_state = (
        (
            state,
            sum(each.country == state.code for each in found),
            tuple(each for each in shown if each.country == state.code),
        )
        for state in framework.countries + framework.regions
    )
    states = tuple(each for each in by_state if each[2])
    page = office_page(
        page_request,
        render(
            page_request, "differences/differences.html", is_ready=is_ready, states=states, turn=turn, form=DecideForm()
        ),
        title=words("Differences: what was decided"),
        lead=words(
            "A decision is published as a release. It prefers neither figure: both stay as published, with the reason."
        ),
        crumbs=((words("Contested points"), "/contested"),),
    )
    return page if is_ready else (page, LOOK_AGAIN)


@office.post("/differences/decide")
@requires(Action.DECIDE)
def decide_difference() -> Response:
    """Publish one decision and redirect to its difference."""
    page_request, form = current_request(PATH), read(DecideForm)
    group, seen = form.difference.data, (form.first.data, form.second.data)
    release = page_request.service.decisions.decide(actor(), group, form.status.data, form.reason.data, seen=seen)
    message = page_request.words("Published as release {release}.", release=release.number)
    at = next((n for n, each in enumerate(_in_order(page_request)) if each.group == group), 0)
    return see_other(page_request.href(PATH, page=page_number(at)) + f"#{group}", message)


def _in_order(page_request: PageRequest) -> tuple[Difference, ...]:
    """Return every difference of the newest release, in the order of the states."""
    framework = page_request.service.framework()
    order = [each.code for each in framework.countries + framework.regions]
    found = page_request.service.decisions.differences(actor())
    return tuple(sorted((each for each in found if each.country in order), key=lambda each: order.index(each.country)))
