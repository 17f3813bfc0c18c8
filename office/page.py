"""The blueprint of every route of the office, and a page of it as a response: sections in the shell, without Dash."""

from flask import Blueprint
from markupsafe import Markup

from web.document import document
from web.error_pages import not_found
from web.page import Page
from web.request import PageRequest

office = Blueprint("office", __name__)
LOOK_AGAIN = {"Refresh": "3"}
"""The header of a page that waits for what is still compared: so many seconds later the browser asks again."""


def office_page(
    page_request: PageRequest,
    *sections: Markup,
    title: str,
    lead: str = "",
    crumbs: tuple[tuple[str, str], ...] = (),
    dated: bool = False,
) -> str:
    """Return the document of an office page; a `dated` one shows statuses."""
    page = Page(title=title, lead=lead, crumbs=crumbs, sections=sections, private=True, dated=dated)
    return document(page_request, page)


def missing_page(page_request: PageRequest) -> tuple[str, int]:
    """Return the document that says that there is nothing at this address."""
    return document(page_request, not_found(page_request)), 404
