"""Differences between sources: what is open, explained or decided, and a form beside each."""

from dataclasses import dataclass, field
from typing import ClassVar

from werkzeug.wrappers import Response

from bukhara.access import Action
from bukhara.model.difference import Difference
from bukhara.model.framework import Country
from office.differences.forms import DecideForm
from office.forms import read
from office.page import office, office_page
from web.permissions import requires
from web.redirects import see_other
from web.request import actor, current_request
from web.templating import Context, render

PATH = "/differences"


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences(Context):
    """Differences by state, and the form beside each."""

    template: ClassVar[str] = "differences/differences.html"
    states: tuple[tuple[Country, tuple[Difference, ...]], ...]
    form: DecideForm = field(default_factory=DecideForm)


@office.get(PATH)
@requires(Action.DECIDE)
def differences_page() -> str:
    """Show every difference of the newest release with a form."""
    page_request = current_request()
    words, framework = page_request.words, page_request.snapshot.framework
    found = page_request.service.decisions.differences(actor())
    by_state = ((c, tuple(d for d in found if d.country == c.code)) for c in framework.countries + framework.regions)
    context = Differences(
        states=tuple(pair for pair in by_state if pair[1]),
    )
    return office_page(
        page_request,
        render(page_request, context),
        title=words("Differences: what was decided"),
        lead=words(
            "A decision is published as a release. It prefers neither figure: both stay as published, with the reason."
        ),
        crumbs=((words("Contested points"), "/contested"),),
    )


@office.post("/differences/decide")
@requires(Action.DECIDE)
def decide_difference() -> Response:
    """Publish one decision and redirect to its difference."""
    page_request, form = current_request(PATH), read(DecideForm)
    group, seen = form.difference.data, (form.first.data, form.second.data)
    release = page_request.service.decisions.decide(actor(), group, form.status.data, form.reason.data, seen=seen)
    message = page_request.words("Published as release {release}.", release=release.number)
    return see_other(page_request.href(PATH) + f"#{group}", message)
