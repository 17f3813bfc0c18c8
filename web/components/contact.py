"""Whom a reader without an account writes to, and the way to say that something shown here is wrong."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.model.messages import N_
from web.components.lists import joined
from web.components.tools import tool_link
from web.request import PageRequest

FAULT = "/wrong"
WRONG = N_("Something is wrong here")
_PLAIN: Any = {"data-plain": "", "rel": "nofollow"}


def contact(page_request: PageRequest) -> list[Any]:
    """Return the addresses of the secretariat; without one, a link to the page that says whom to ask."""
    words, known = page_request.words, page_request.service.settings.contacts
    if not known:
        return [html.A(words("Whom to write to"), href=page_request.href("/privacy") + "#contact")]
    return [
        words("Secretariat:"),
        " ",
        *joined([html.A(said, href=link) if link else said for said, link in known], ", "),
    ]


def fault_address(page_request: PageRequest, about: str = "") -> str:
    """Return the address of the form about what is shown at an address, or at the present one."""
    return page_request.href(FAULT, about=about or page_request.here())


def fault_link(page_request: PageRequest, about: str = "") -> Component:
    """Return the button that leads to that form; for the commission of the state it is its reply."""
    return tool_link(page_request.words(WRONG), fault_address(page_request, about), **_PLAIN)
