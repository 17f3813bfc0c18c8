"""The evidence of a mark at the side of a page: what its own page shows, drawn where the reader is.

`?evidence=KAZ/BD-8b` opens it, so the address stays the only state. `assets/client/` writes that address when a link
to an evidence page is followed, and asks the one callback here for the content; Dash does not draw the page again.
"""

import re
from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from dash import Dash, Input, Output, html
from dash.development.base_component import Component
from markupsafe import Markup

from web.addresses import path_of
from web.choices import DRAWER
from web.fragment import Fragment
from web.public_pages import page_at
from web.request import PageRequest
from web.templating import render

FOLDER = "/evidence/"
ASKED = "evidence-asked"
_ID = re.compile(r'(\bid="|href="#)')


def asked() -> Component:
    """Return the component in which the script writes the address of the evidence asked for."""
    return html.Div(id=ASKED, title="", hidden=True)


def place(page_request: PageRequest) -> Component:
    """Return the drawer of a page: closed and empty, or with the evidence that the address asks for."""
    wanted = page_request.query.get(DRAWER, "")
    content = _content(page_request.href(FOLDER + wanted)) if wanted else []
    named: Any = {"aria-labelledby": "evidence-title", **({"open": "open"} if content else {})}
    return html.Dialog(content, id=DRAWER, className="drawer offcanvas offcanvas-end show", **named)


def register(app: Dash) -> None:
    """Let the script ask for the content of the drawer."""

    @app.callback(Output(DRAWER, "children"), Input(ASKED, "title"), prevent_initial_call=True)
    def _fill(address: str) -> list[Component]:
        return _content(address)


def _content(address: str) -> list[Component]:
    """Return the evidence page at `address` as the content of the drawer; nothing where there is no such page."""
    parts = urlsplit(address)
    path = path_of(parts.path)
    if not path.startswith(FOLDER):
        return []
    page_request, page = page_at(path, dict(parse_qsl(parts.query)))
    sections = tuple(section for section in page.sections if isinstance(section, Markup))
    if not page.found or len(sections) != len(page.sections):
        return []
    own = replace(page, sections=tuple(_with_own_ids(section) for section in sections))
    return [
        Fragment(
            render(page_request, "web/evidence_drawer.html", page=own, address=page_request.href(path)),
            "drawer-content",
        )
    ]


def _with_own_ids(section: Markup) -> Markup:
    """Return a section with other ids, because the page below may show the same statements."""
    return Markup(_ID.sub(r"\1drawer-", str(section)))  # noqa: S704 - as it was, but for its ids
