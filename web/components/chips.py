"""What is chosen, as chips that one click clears; struck where the page has nothing that it could change."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from web.choices import choice_of, toggled
from web.fragment import has_attribute
from web.page import Page
from web.parameters import STATES, of_pictures
from web.request import PageRequest


def chips(page_request: PageRequest, page: Page, shown: list[Any]) -> Component:
    """Return the chips of a page; `shown` is what it consists of.

    Where a choice of states changes pictures without asking the server, each state has one at hand.
    """
    words, framework, choice = page_request.words, page_request.snapshot.framework, choice_of(page_request)
    filtered = {*page.narrowed_by, *(each.name for each in page.filters)}
    has_states = STATES not in of_pictures(page_request.path) or has_attribute(shown, "data-state")
    found = [
        _chip(
            page_request,
            words.text(each.short),
            toggled(page_request, each.code),
            has_effect=has_states,
            code=each.code,
        )
        for each in framework.countries
        if each.code in choice.countries or (has_states and STATES not in page.narrowed_by)
    ]
    named = {
        "pillar": {each.id: each.name for each in framework.pillars}.get(choice.pillar),
        "topic": {each.code: each.name for each in framework.topics}.get(choice.topic),
    }
    found += [
        _chip(page_request, words.text(text), page_request.here(**{name: ""}), has_effect=name in filtered)
        for name, text in named.items()
        if text
    ]
    said: Any = {"aria-label": words("Chosen")}
    return html.Div(found, className="chips", role="group", **said)


def _chip(page_request: PageRequest, name: str, address: str, *, has_effect: bool, code: str = "") -> Component:
    words = page_request.words
    said: Any = {"title": words("Clear {choice}", choice=name), **({"data-choose": code} if code else {})}
    if code in choice_of(page_request).countries:
        said["aria-current"] = "true"
    without = words("no effect here")
    struck = [html.Span(name), html.Span(f" ({without})", className="visually-hidden")]
    return html.A(
        [*([name] if has_effect else struck), " ×"],
        href=address,
        className="chip" if has_effect else "chip idle",
        **said,
    )
