"""The evidence of a mark at the side of a page: what its own page shows, drawn where the reader is.

`?evidence=KAZ/BD-8b` opens it, so the address stays the only state. `assets/client/` writes that address when a link
to an evidence page is followed, and asks the one callback here for the content; Dash does not draw the page again.
"""

from typing import Any
from urllib.parse import parse_qsl, urlsplit

from dash import Dash, Input, Output, dcc, html
from dash.development.base_component import Component

from web.addresses import path_of
from web.components.contact import contact
from web.first_paint import to_html
from web.fragment import Fragment
from web.parameters import DRAWER
from web.public_pages import page_at
from web.request import PageRequest

FOLDER = "/evidence/"
ASKED = "evidence-asked"


def asked() -> Component:
    """Return the component in which the script writes the address of the evidence asked for."""
    return dcc.Store(id=ASKED)


def place(page_request: PageRequest) -> Component:
    """Return the drawer of a page: closed and empty, or with the evidence that the address asks for."""
    wanted = page_request.query.get(DRAWER, "")
    content = _content(page_request.href(FOLDER + wanted)) if wanted else []
    named: Any = {"aria-labelledby": "evidence-title", **({"open": "open"} if content else {})}
    return html.Dialog(content, id=DRAWER, className="drawer offcanvas offcanvas-end show", **named)


def register(app: Dash) -> None:
    """Let the script ask for the content of the drawer."""

    @app.callback(Output(DRAWER, "children"), Input(ASKED, "data"), prevent_initial_call=True)
    def _fill(address: str) -> list[Component]:
        return _content(address)


def _content(address: str) -> list[Component]:
    """Return the evidence page at `address` as the content of the drawer; nothing where there is no such page."""
    parts = urlsplit(address)
    path = path_of(parts.path)
    if not path.startswith(FOLDER):
        return []
    page_request, page = page_at(path, dict(parse_qsl(parts.query)))
    parts_shown = [section for section in page.sections if isinstance(section, Component)]
    if not page.found or len(parts_shown) != len(page.sections):
        return []
    _give_own_ids(parts_shown)
    words = page_request.words
    closing: Any = {"data-close": "", "aria-label": words("Close")}
    head = [
        html.H2(page.title, id="evidence-title", tabIndex="-1"),
        html.Button(type="button", className="btn-close", **closing),
    ]
    plain: Any = {"data-page": ""}
    lead = [html.P(page.lead, className="soft")] if page.lead else []
    own_page = html.A(words("Open as a page of its own"), href=page_request.href(path), **plain)
    body = [*lead, *parts_shown, html.P([own_page, " · ", *contact(page_request)], className="small")]
    shown = [html.Div(head, className="offcanvas-header"), html.Div(body, className="offcanvas-body")]
    return [Fragment(to_html(shown), "drawer-content")]


def _give_own_ids(part: Any) -> None:
    """Give components other ids, because the page below may show the same statements."""
    if isinstance(part, (list, tuple)):
        for each in part:
            _give_own_ids(each)
    if not isinstance(part, Component):
        return
    for name, sign in (("id", ""), ("href", "#")):
        value = getattr(part, name, None)
        if value and value.startswith(sign):
            setattr(part, name, f"{sign}drawer-{value.removeprefix(sign)}")
    _give_own_ids(getattr(part, "children", None))
