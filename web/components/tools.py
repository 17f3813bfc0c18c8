"""Small buttons below what they are about."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from web.request import PageRequest

LOOK = "btn btn-outline-secondary btn-sm"


def tool_link(name: str, address: str, **named: Any) -> Component:
    """Return a link that looks like a button."""
    return html.A(name, href=address, className=LOOK, **named)


def copy_button(page_request: PageRequest, name: str, text: str, look: str = LOOK) -> Component:
    """Return a button that copies a text, and then says so."""
    named: Any = {"data-copy": text, "data-done": page_request.words("Copied")}
    return html.Button(name, type="button", className=look, **named)


def copy_link(page_request: PageRequest) -> Component:
    """Return the button that copies the address of the page."""
    return copy_button(page_request, page_request.words("Copy link"), page_request.href(page_request.path))
