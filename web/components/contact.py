"""Whom a reader without an account writes to, and the way to say that something shown here is wrong."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from bukhara.wing import wing_notes
from web.components.lists import joined
from web.components.tools import tool_link
from web.request import PageRequest

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


def fault_links(page_request: PageRequest, about: str = "") -> list[Component]:
    """Return the buttons of wings that lead to a letter about what is shown at an address, or at the present one."""
    about = about or page_request.here()
    found = wing_notes("fault")
    return [tool_link(page_request.words(name), page_request.href(path, about=about), **_PLAIN) for name, path in found]
