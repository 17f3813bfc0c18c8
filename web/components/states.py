"""The choice of states on a page that it narrows: each is a link that shows it or takes it away."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from web.choices import choice_of
from web.components.emphasis import about
from web.parameters import STATES
from web.request import PageRequest

LOOK = "toggle btn btn-outline-secondary"


def chosen_places(page_request: PageRequest) -> tuple[str, ...]:
    """Return the codes of the chosen states, and of the region if the address names it; none if all are shown."""
    framework = page_request.snapshot.framework
    return page_request.many_of(STATES, tuple(each.code for each in (*framework.countries, *framework.regions)))


def chosen_states(page_request: PageRequest) -> tuple[str, ...]:
    """Return the codes of the chosen states in the fixed order; all states if none is chosen."""
    every = tuple(country.code for country in page_request.snapshot.framework.countries)
    return choice_of(page_request).countries or every


def state_links(page_request: PageRequest) -> Component:
    """Return a link for each state; the last one that is shown cannot be taken away."""
    words, shown = page_request.words, chosen_states(page_request)
    every = page_request.snapshot.framework.countries

    def link(code: str, name: str) -> Component:
        is_shown = code in shown
        sign: Any = html.Span("☑ " if is_shown else "☐ ", **{"aria-hidden": "true"})  # type: ignore[arg-type]
        wanted = [each.code for each in every if (each.code in shown) != (each.code == code)]
        if not wanted:
            return html.Span([sign, name], className=f"{LOOK} active pe-none")
        address = page_request.here(**{STATES: "" if len(wanted) == len(every) else ",".join(wanted)})
        said: Any = {
            "aria-label": words("Remove {country}", country=name) if is_shown else words("Add {country}", country=name)
        }
        look = f"{LOOK} active" if is_shown else LOOK
        return html.A(
            [sign, name], href=address, className=look, **said, **about(page_request, state=code, pointed="state")
        )

    named: Any = {"aria-label": words("States shown")}
    label = html.Span(words("States shown"), className="small soft w-100")
    return html.Nav(
        [label, *(link(each.code, words.text(each.short)) for each in every)],
        className="toggles d-flex flex-wrap gap-2 align-items-center mb-3",
        **named,
    )
